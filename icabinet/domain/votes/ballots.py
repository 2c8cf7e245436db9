"""What one person says, whether it fits the vote, and how ballots are counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ..errors import Refused
from ..values import Id
from .rule import MOST_OPTIONS, Option, Rule

Choice = Literal["for", "against", "other", "abstain"]
CHOICES: tuple[Choice, ...] = ("for", "against", "other", "abstain")
Mark = Literal["for", "against", "abstain"]
MARKS: tuple[Mark, ...] = ("for", "against", "abstain")
Opinion = Annotated[str, Meta(max_length=2000)]
Picks = Annotated[list[Id], Meta(max_length=MOST_OPTIONS)]
MarksOfAll = Annotated[dict[Id, Mark], Meta(max_length=MOST_OPTIONS)]


class Marks(msgspec.Struct, frozen=True, omit_defaults=True):
    """The content of a ballot: `choice` in a standard vote, `picks` from a list, `marks` for each candidate."""

    choice: Choice | Literal[""] = ""
    opinion: str = ""
    picks: list[Id] = []
    marks: dict[Id, Mark] = {}


class Tally(msgspec.Struct, frozen=True):
    """The sums of a standard vote."""

    for_: int = msgspec.field(name="for", default=0)
    against: int = 0
    other: int = 0
    abstain: int = 0

    @property
    def cast(self) -> int:
        return self.for_ + self.against + self.other + self.abstain


class Sums(msgspec.Struct, frozen=True):
    """The sums of one option; a list knows only votes for."""

    for_: int = msgspec.field(name="for", default=0)
    against: int = 0
    abstain: int = 0


class Count(msgspec.Struct, frozen=True):
    """Everything counted so far, in votes (a ballot counts as often as it weighs), except `paper`: ballots.

    `cast` holds all ballots, the blank and the invalid ones too. A blank ballot says nothing on any option.
    """

    tally: Tally = Tally()
    lines: dict[Id, Sums] = {}
    cast: int = 0
    blank: int = 0
    invalid: int = 0
    paper: int = 0


def check_ballot(rule: Rule, options: Sequence[Option], ballot: Marks) -> None:
    """Refused("ballot.form") when it answers another kind of vote, Refused("ballot.picks") for too few or too many.

    An election ballot without any pick or mark is a blank one, which everybody may cast.
    """
    known = {option.id for option in options}
    if rule.method == "standard":
        fits = bool(ballot.choice) and not ballot.picks and not ballot.marks
    elif rule.method == "list":
        fits = not ballot.choice and not ballot.opinion and not ballot.marks and known.issuperset(ballot.picks)
    else:
        fits = not ballot.choice and not ballot.opinion and not ballot.picks and known.issuperset(ballot.marks)
    if not fits or len(set(ballot.picks)) != len(ballot.picks):
        raise Refused("ballot.form")
    if ballot.picks and not rule.least <= len(ballot.picks) <= rule.most:
        raise Refused("ballot.picks", least=rule.least, most=rule.most)


def count(ballots: Iterable[tuple[Marks, int]]) -> Count:
    """Counts ballots with their weights."""
    total = Count()
    for ballot, weight in ballots:
        total = plus(total, of_one(ballot, weight))
    return total


def of_one(ballot: Marks, weight: int = 1) -> Count:
    """One ballot as a count; a negative weight takes it out again, when it is replaced."""
    if ballot.choice:
        values = {"for_" if ballot.choice == "for" else ballot.choice: weight}
        return Count(tally=Tally(**values), cast=weight)
    lines = {option: Sums(for_=weight) for option in ballot.picks}
    lines |= {option: Sums(**{"for_" if mark == "for" else mark: weight}) for option, mark in ballot.marks.items()}
    return Count(lines=lines, cast=weight, blank=0 if lines else weight)


def plus(one: Count, two: Count) -> Count:
    """Two counts as one: of several ballots, or of tablets and paper."""
    return Count(
        tally=Tally(
            for_=one.tally.for_ + two.tally.for_,
            against=one.tally.against + two.tally.against,
            other=one.tally.other + two.tally.other,
            abstain=one.tally.abstain + two.tally.abstain,
        ),
        lines={option: _sums(one.lines.get(option), two.lines.get(option)) for option in {**one.lines, **two.lines}},
        cast=one.cast + two.cast,
        blank=one.blank + two.blank,
        invalid=one.invalid + two.invalid,
        paper=one.paper + two.paper,
    )


def _sums(one: Sums | None, two: Sums | None) -> Sums:
    if one is None or two is None:
        return one or two or Sums()
    return Sums(for_=one.for_ + two.for_, against=one.against + two.against, abstain=one.abstain + two.abstain)
