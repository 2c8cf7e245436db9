"""The rules of opinions by writing, without a server."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.domain import circulations as rules
from icabinet.domain.circulations import OpinionChoice, Said
from icabinet.domain.errors import Refused
from icabinet.domain.votes import Rule

MAJORITY = Rule(base="entitled", quorum_numerator=0)


def said(*choices: OpinionChoice, late: int = 0) -> list[Said]:
    return [Said(f"d{number}", choice, number < late) for number, choice in enumerate(choices)]


def test_the_sentence_tells_who_answered_what_and_why_it_passed() -> None:
    outcome = rules.decide(MAJORITY, 5, said("for", "for", "for", "other", late=1))
    assert outcome.passed
    assert outcome.sentence == (
        "4/5 người được lấy ý kiến đã trả lời (trong đó 1 trả lời muộn), 1 không trả lời. "
        "3 đồng ý, 0 không đồng ý, 1 ý kiến khác. "
        "3/5 người được lấy ý kiến = 60 % > 1/2 (cần ít nhất 3): thông qua."
    )


def test_silence_counts_against_a_share_of_all_and_not_against_a_share_of_the_answers() -> None:
    answers = said("for", "for", "against")
    assert not rules.decide(MAJORITY, 5, answers).passed
    assert rules.decide(Rule(base="cast", quorum_numerator=0), 5, answers).passed


def test_too_few_answers_decide_nothing() -> None:
    outcome = rules.decide(Rule(base="cast", quorum_numerator=2, quorum_denominator=3), 6, said("for", "for", "for"))
    assert not outcome.passed and outcome.result == "rejected"
    assert outcome.sentence.endswith("Cần ít nhất 4 người trả lời: chưa đủ, không thông qua.")


def test_the_leader_breaks_a_tie() -> None:
    tie = Rule(base="entitled", quorum_numerator=0, ties="chair")
    answers = said("for", "against")
    assert rules.decide(tie, 2, answers, leader="d0").passed
    assert not rules.decide(tie, 2, answers, leader="d1").passed
    assert "người đứng đầu đồng ý" in rules.decide(tie, 2, answers, leader="d0").sentence


@settings(derandomize=True, max_examples=60)
@given(st.lists(st.sampled_from(["for", "against", "other"]), max_size=12), st.integers(0, 5))
def test_no_sentence_speaks_of_a_meeting(choices: list[OpinionChoice], silent: int) -> None:
    """The words of votes in a hall must not slip into a letter."""
    asked = len(choices) + silent
    for base in ("entitled", "cast", "valid", "present"):
        for ties in ("fails", "chair", "repeat"):
            rule = Rule(base=base, ties=ties, quorum_numerator=0)
            sentence = rules.decide(rule, asked, said(*choices), "d0").sentence
            told = f"{sentence} {rules.describe(rule, 'taken', True)}"
            assert not any(word in told for word in ("đại biểu", "phiếu", "có mặt", "biểu quyết", "chủ trì")), told


def test_answers_after_the_deadline() -> None:
    assert not rules.is_late(100, 100, "refused")
    assert rules.is_late(101, 100, "taken")
    with pytest.raises(Refused, match=r"circulation\.over"):
        rules.is_late(101, 100, "refused")


def test_a_draft_begins_with_the_end_of_work_a_week_on() -> None:
    hanoi = timezone(timedelta(hours=7))
    for clock in ("2026-11-22T00:05", "2026-11-22T23:55"):
        now = int(datetime.fromisoformat(f"{clock}+07:00").timestamp() * 1000)
        usual = datetime.fromtimestamp(rules.usual_deadline(now) / 1000, hanoi)
        assert usual.isoformat() == "2026-11-29T17:00:00+07:00"


def test_nobodys_time_is_cut_short() -> None:
    rules.need_countable(now=10, deadline=20, asked=3, answered=3)
    rules.need_countable(now=21, deadline=20, asked=3, answered=0)
    with pytest.raises(Refused, match=r"circulation\.not-over"):
        rules.need_countable(now=20, deadline=20, asked=3, answered=2)


def test_what_must_be_right_before_it_goes_out() -> None:
    def refused(asked: list[str], rule: Rule = MAJORITY, leader: str = "", deadline: int = 20) -> str:
        with pytest.raises(Refused) as problem:
            rules.check_draft(rule, deadline, 10, asked, leader, ["secretary"])
        return problem.value.code

    assert refused([]) == "circulation.nobody"
    assert refused(["d1", "secretary"]) == "circulation.desk-asked"
    assert refused(["d1"], Rule(secrecy="secret")) == "circulation.rule"
    assert refused(["d1"], Rule(ties="chair"), leader="d2") == "circulation.no-leader"
    assert refused(["d1"], deadline=10) == "circulation.deadline-past"


def test_another_opinion_says_which() -> None:
    rules.check_answer("for", "", False)
    rules.check_answer("other", "", True)
    with pytest.raises(Refused, match=r"circulation\.other-empty"):
        rules.check_answer("other", "  ", False)
