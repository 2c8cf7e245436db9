"""What holds for every vote: 12,000 generated ones, standard, from a list, and candidate by candidate."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.cli import recount_rules
from icabinet.domain.votes import Marks, Outcome, count, of_one, plus
from icabinet.domain.votes.rule import Method
from tests.domain.elections import Held, as_sheet, held_vote

METHODS: tuple[Method, ...] = ("standard", "list", "candidates")
EACH = 100
many = settings(max_examples=40, deadline=None, derandomize=True, database=None)


@pytest.mark.parametrize("method", METHODS)
@many
@given(seed=st.integers(0, 2**32 - 1))
def test_every_property_of_every_generated_vote(method: Method, seed: int) -> None:
    """Totals add up, the order of ballots never matters, one more in favour never hurts, the recount agrees."""
    draw = random.Random(seed)
    for _ in range(EACH):
        held = held_vote(draw, method)
        outcome = held.decide()
        adds_up(held, method, outcome)
        any_order(held, draw)
        agrees(held, outcome)
        if held.ballots:
            never_worse(held, method, outcome, draw.randrange(len(held.ballots)))


def adds_up(held: Held, method: Method, outcome: Outcome) -> None:
    tally = outcome.tally
    weights = sum(weight for _, weight in held.ballots)
    assert outcome.cast == weights + held.by_hand.cast
    if method == "standard":
        assert tally.cast + outcome.blank + outcome.invalid == outcome.cast
        assert outcome.in_favour == tally.for_ <= outcome.cast
    else:
        assert tally.cast == 0 and [line.option for line in outcome.lines] == [option.id for option in held.options]
        assert outcome.in_favour == sum(line.elected for line in outcome.lines) <= (held.rule.seats or 4)
    for line in outcome.lines:
        assert line.for_ + line.against + line.abstain <= outcome.cast - outcome.blank - outcome.invalid
        assert not (line.elected and line.tied)
        assert 0 <= line.base <= max(held.sizes.entitled_weight, outcome.cast)
    assert outcome.passed == (outcome.result in ("passed", "elected"))
    assert outcome.sentence.endswith(".")


def any_order(held: Held, draw: random.Random) -> None:
    shuffled = list(held.ballots)
    draw.shuffle(shuffled)
    counted = plus(held.by_hand, count(shuffled))
    assert counted == held.counted
    taken_back = counted
    for said, weight in shuffled:
        taken_back = plus(taken_back, of_one(said, -weight))
    assert (taken_back.cast, taken_back.tally) == (held.by_hand.cast, held.by_hand.tally)


def never_worse(held: Held, method: Method, before: Outcome, place: int) -> None:
    """One more in favour never turns a yes into a no."""
    said, weight = held.ballots[place]
    better, gained = _better(method, said)
    ballots = [*held.ballots[:place], (better, weight), *held.ballots[place + 1 :]]
    after = msgspec.structs.replace(held, ballots=ballots).decide()
    if held.rule.ties == "chair" and _equal(before, gained):
        return  # the chair decided it: one more in favour ends the equality and leaves it to the share again
    if method == "standard":
        assert after.passed or not before.passed, held
    else:
        assert not _elected(before, gained) or _elected(after, gained), held


def _better(method: Method, said: Marks) -> tuple[Marks, str]:
    """The same ballot in favour of one more: of the question, or of an option that it did not favour."""
    if method == "standard":
        return Marks("for"), ""
    if method == "list":
        gained = next(name for name in "abcd" if name not in said.picks)
        return Marks(picks=[*said.picks, gained]), gained
    gained = next((name for name in "abcd" if said.marks.get(name) != "for"), "a")
    return Marks(marks=said.marks | {gained: "for"}), gained


def _equal(outcome: Outcome, option: str) -> bool:
    """As many for as against, on the question or on the option."""
    sums = next((line for line in outcome.lines if line.option == option), outcome.tally)
    return sums.for_ == sums.against > 0


def _elected(outcome: Outcome, option: str) -> bool:
    return any(line.elected for line in outcome.lines if line.option == option)


def agrees(held: Held, outcome: Outcome) -> None:
    """Written apart, with exact fractions, the recount says the same of every vote."""
    chair = held.chair
    facts = recount_rules.Facts(
        rule=msgspec.to_builtins(held.rule),
        options=[option.id for option in held.options],
        ballots=[(msgspec.to_builtins(said), weight) for said, weight in held.ballots],
        sheets=[as_sheet(held.by_hand)],
        present=held.sizes.present_weight,
        entitled=held.sizes.entitled_weight,
        chair=None if chair is None else msgspec.to_builtins(chair),
    )
    told: dict[str, Any] = msgspec.to_builtins(outcome)
    told.pop("sentence")
    assert recount_rules.decide(facts) == told, held
