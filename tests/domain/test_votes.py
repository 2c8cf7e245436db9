"""The decision engine: hand-computed cases, and properties over many generated votes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.domain.errors import Refused
from icabinet.domain.votes import CHOICES, Choice, Count, Marks, Rule, Sizes, Tally, check_rule, count, decide, describe

TWO_THIRDS = Rule(base="present", numerator=2, denominator=3, more_than=False)
MAJORITY = Rule(base="present")


@pytest.mark.parametrize(
    ("rule", "tally", "present", "entitled", "sentence"),
    [
        (TWO_THIRDS, (10, 1, 1, 0), 12, 12, "10/12 = 83,3 % ≥ 2/3 (cần ít nhất 8): thông qua."),
        (TWO_THIRDS, (8, 4, 0, 0), 12, 12, "8/12 = 66,7 % ≥ 2/3 (cần ít nhất 8): thông qua."),
        (TWO_THIRDS, (7, 5, 0, 0), 12, 12, "7/12 = 58,3 % < 2/3 (cần ít nhất 8): không thông qua."),
        (MAJORITY, (6, 6, 0, 0), 12, 12, "6/12 = 50 % ≤ 1/2 (cần ít nhất 7): không thông qua."),
        (MAJORITY, (7, 2, 0, 0), 12, 14, "7/12 = 58,3 % > 1/2 (cần ít nhất 7): thông qua."),
        (Rule(base="entitled"), (7, 0, 0, 0), 8, 14, "7/14 đại biểu được triệu tập = 50 % ≤ 1/2 (cần ít nhất 8): không thông qua."),
        (Rule(base="cast"), (4, 3, 0, 0), 12, 12, "4/7 phiếu đã bỏ = 57,1 % > 1/2 (cần ít nhất 4): thông qua."),
        (Rule(base="valid"), (4, 3, 0, 5), 12, 12, "4/7 phiếu có ý kiến = 57,1 % > 1/2 (cần ít nhất 4): thông qua."),
        (Rule(numerator=1, denominator=1, more_than=False), (3, 0, 0, 0), 3, 3, "3/3 = 100 % ≥ 100 % (cần ít nhất 3): thông qua."),
        (Rule(base="cast"), (0, 0, 0, 0), 12, 12, "Không có phiếu đã bỏ để tính tỷ lệ: không thông qua."),
    ],
)  # fmt: skip
def test_outcomes_computed_by_hand(
    rule: Rule, tally: tuple[int, int, int, int], present: int, entitled: int, sentence: str
) -> None:
    counted = Count(tally=Tally(*tally), cast=sum(tally))
    outcome = decide(rule, counted, Sizes.plain(present, entitled))
    assert outcome.sentence.endswith(f". {sentence}")
    assert outcome.result == ("passed" if outcome.passed else "rejected")


def counted(choices: list[Choice]) -> Count:
    return count((Marks(choice), 1) for choice in choices)


rules = st.builds(
    Rule,
    base=st.sampled_from(["present", "entitled", "cast", "valid"]),
    numerator=st.integers(1, 20),
    denominator=st.integers(20, 40),
    more_than=st.booleans(),
)
ballots = st.lists(st.sampled_from(CHOICES), max_size=60)


@settings(max_examples=2_000, deadline=None)
@given(rule=rules, cast=ballots, absent=st.integers(0, 20), silent=st.integers(0, 20))
def test_the_decision_is_what_exact_fractions_say(rule: Rule, cast: list[Choice], absent: int, silent: int) -> None:
    present, entitled = len(cast) + silent, len(cast) + silent + absent
    outcome = decide(rule, counted(cast), Sizes.plain(present, entitled))
    bases = {
        "present": present,
        "entitled": entitled,
        "cast": len(cast),
        "valid": len(cast) - cast.count("abstain"),
    }
    base = bases[rule.base]
    assert outcome.base == base
    limit = Fraction(rule.numerator, rule.denominator)
    share = Fraction(cast.count("for"), base) if base else None
    assert outcome.passed == (share is not None and (share > limit if rule.more_than else share >= limit))
    assert outcome.sentence.endswith(": thông qua." if outcome.passed else ": không thông qua.")


@settings(max_examples=1_000, deadline=None)
@given(rule=rules, cast=ballots, order=st.randoms())
def test_one_more_in_favour_never_turns_a_yes_into_a_no_and_order_never_matters(
    rule: Rule, cast: list[Choice], order: object
) -> None:
    sizes = Sizes.plain(len(cast) + 5, len(cast) + 5)
    before = decide(rule, counted(cast), sizes)
    shuffled = list(cast)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert decide(rule, counted(shuffled), sizes) == before
    for index, choice in enumerate(cast):
        if choice != "for":
            better = [*cast[:index], "for", *cast[index + 1 :]]
            after = decide(rule, counted(better), sizes)
            assert after.passed or not before.passed
            break


@pytest.mark.parametrize(
    "rule", [Rule(numerator=3, denominator=2), Rule(numerator=1, denominator=1), Rule(quorum_numerator=4)]
)
def test_a_rule_that_can_never_be_met_is_refused(rule: Rule) -> None:
    with pytest.raises(Refused, match=r"vote\.rule"):
        check_rule(rule)


def test_the_rule_is_told_in_a_sentence() -> None:
    assert describe(TWO_THIRDS) == "Thông qua khi có ít nhất 2/3 số đại biểu có mặt đồng ý."
    assert describe(MAJORITY) == "Thông qua khi có quá 1/2 số đại biểu có mặt đồng ý."
