"""Opinions by writing: when answers are taken, and how they decide.

They are decided by the same rule as a vote in a meeting (domain.votes); what the rule calls those present are here
those who answered. Điều 117 of the Luật Tổ chức chính quyền địa phương 2015 lets the chair's answer decide a tie.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from . import votes
from .errors import Refused
from .reminders import ReminderRule
from .votes import Outcome, Rule, Tally
from .votes.rule import quorum_needed
from .votes.sentences import reach_words, verdict

State = Literal["draft", "open", "closed", "published", "withdrawn"]
Late = Literal["refused", "taken"]
OpinionChoice = Literal["for", "against", "other"]
MOST_ASKED = 1000
_HOUR_MS = 3_600_000
NUDGE_PAUSE_MS = 10 * 60_000
"""Nobody is nudged by hand twice within it."""
CHOICE_WORDS: dict[OpinionChoice, str] = {"for": "Đồng ý", "against": "Không đồng ý", "other": "Ý kiến khác"}
USUAL_REMINDERS = (
    ReminderRule(24 * 60, "silent"),
    ReminderRule(2 * 60, "silent"),
    ReminderRule(-24 * 60, "silent"),
)
"""The last one, after the deadline, where late answers are taken."""
_DAY_MS, _AHEAD_MS = 24 * _HOUR_MS, 7 * _HOUR_MS
BASES: dict[votes.rule.Base, str] = {
    "present": "người đã trả lời",
    "entitled": "người được lấy ý kiến",
    "cast": "người đã trả lời",
    "valid": "người đã trả lời",
}


class Extension(msgspec.Struct, frozen=True):
    """The deadline was moved from `before` to `until`."""

    at: int
    before: int
    until: int
    reason: str


class Earlier(msgspec.Struct, frozen=True):
    """An answer that was replaced; `file` is the name of the file that went with it."""

    at: int
    choice: OpinionChoice
    text: str
    file: str
    confirmed_at: int | None = None


class Said(msgspec.Struct, frozen=True):
    """One counted answer."""

    user: str
    choice: OpinionChoice
    late: bool = False


def usual_deadline(now: int) -> int:
    """The end of work, 17:00 in Vietnam (UTC+7), a week from now."""
    midnight = (now + _AHEAD_MS) // _DAY_MS * _DAY_MS - _AHEAD_MS
    return midnight + 7 * _DAY_MS + 17 * _HOUR_MS


def need(state: State, *allowed: State) -> None:
    """Refused("circulation.draft", "circulation.open" and so on) in any other state: its name says what it is now."""
    if state not in allowed:
        raise Refused(f"circulation.{state}")


def check_draft(rule: Rule, deadline: int, now: int, asked: Sequence[str], leader: str, desk: Iterable[str]) -> None:
    """What must be right before it goes out.

    Refused: circulation.nobody, circulation.desk-asked, circulation.rule, vote.rule, circulation.no-leader,
    circulation.deadline-past.
    """
    if not asked:
        raise Refused("circulation.nobody")
    if set(asked) & set(desk):
        raise Refused("circulation.desk-asked")
    if rule.method != "standard" or rule.secrecy != "open":
        raise Refused("circulation.rule")
    votes.check_rule(rule)
    if rule.ties == "chair" and leader not in asked:
        raise Refused("circulation.no-leader")
    check_deadline(deadline, now)


def check_deadline(deadline: int, now: int, before: int = 0) -> None:
    """Refused("circulation.deadline-past") for one that has come; "circulation.deadline-earlier" for no extension."""
    if deadline <= now:
        raise Refused("circulation.deadline-past")
    if deadline <= before:
        raise Refused("circulation.deadline-earlier")


def check_answer(choice: OpinionChoice, text: str, has_file: bool) -> None:
    """Another opinion has to say which."""
    if choice == "other" and not text.strip() and not has_file:
        raise Refused("circulation.other-empty")


def is_late(now: int, deadline: int, late: Late) -> bool:
    """Whether an answer of now comes late; Refused("circulation.over") where late ones are not taken."""
    if now <= deadline:
        return False
    if late == "refused":
        raise Refused("circulation.over", deadline=deadline)
    return True


def takes_answers(now: int, deadline: int, late: Late) -> bool:
    """Whether an open circulation would take an answer now."""
    return now <= deadline or late == "taken"


def need_countable(now: int, deadline: int, asked: int, answered: int) -> None:
    """Nobody's time is cut short: Refused("circulation.not-over") while somebody may still answer in time."""
    if now <= deadline and answered < asked:
        raise Refused("circulation.not-over", missing=asked - answered)


def decide(rule: Rule, asked: int, said: Sequence[Said], leader: str = "") -> Outcome:
    """The outcome with its sentence: how many answered, what they said, the share and what it needed."""
    ballots = [(votes.Marks(choice=one.choice), 1) for one in said]
    count, sizes = votes.count(ballots), votes.Sizes.plain(len(said), asked)
    chair = next((votes.Marks(choice=one.choice) for one in said if one.user == leader), None)
    outcome = votes.decide(rule, count, sizes, chair=chair)
    told = [_answered(asked, said), _numbers(count.tally)]
    least = quorum_needed(rule, asked) if rule.quorum_number or rule.quorum_numerator else 0
    if len(said) < least:
        told.append(f"Cần ít nhất {least} người trả lời: chưa đủ, không thông qua.")
        return msgspec.structs.replace(outcome, passed=False, result="rejected", sentence=" ".join(told))
    told.append(_in_writing(verdict(rule, count, outcome.base, outcome.result)))
    return msgspec.structs.replace(outcome, sentence=" ".join(told))


def describe(rule: Rule, late: Late, names: bool) -> str:
    """The rule in sentences, shown to everybody before anybody answers."""
    told = [f"Thông qua khi có {reach_words(rule)} số {base_words(rule)} đồng ý."]
    if rule.quorum_number:
        told.append(f"Phải có ít nhất {rule.quorum_number} người trả lời.")
    elif rule.quorum_numerator:
        share = f"{rule.quorum_numerator}/{rule.quorum_denominator}"
        told.append(f"Phải có ít nhất {share} số người được lấy ý kiến trả lời.")
    if not rule.other_counts:
        told.append("Ý kiến khác không tính vào tỷ lệ.")
    if rule.ties == "chair":
        told.append("Số đồng ý và không đồng ý ngang nhau thì theo ý kiến của người đứng đầu.")
    if rule.ties == "repeat":
        told.append("Số đồng ý và không đồng ý ngang nhau thì lấy ý kiến lại.")
    told.append(
        "Trả lời sau hạn không được nhận."
        if late == "refused"
        else "Trả lời sau hạn vẫn được nhận và ghi là muộn, cho đến khi thư ký kiểm ý kiến."
    )
    told.append(
        "Kết quả công bố có tên và ý kiến của từng người."
        if names
        else "Kết quả công bố chỉ có số lượng, không có tên; thư ký và người theo dõi đọc được ý kiến sau khi kết thúc."
    )
    return " ".join(told)


def base_words(rule: Rule) -> str:
    return BASES[rule.base]


def _answered(asked: int, said: Sequence[Said]) -> str:
    late = sum(one.late for one in said)
    among = f" (trong đó {late} trả lời muộn)" if late else ""
    return f"{len(said)}/{asked} người được lấy ý kiến đã trả lời{among}, {asked - len(said)} không trả lời."


def _numbers(tally: Tally) -> str:
    return f"{tally.for_} đồng ý, {tally.against} không đồng ý, {tally.other} ý kiến khác."


def _in_writing(sentence: str) -> str:
    """The verdict as votes tell it, with the words of people who write instead of people who meet."""
    for spoken, written in _WRITTEN:
        sentence = sentence.replace(spoken, written)
    return sentence


_WRITTEN = (
    ("cần biểu quyết lại", "cần lấy ý kiến lại"),
    ("đại biểu được triệu tập", "người được lấy ý kiến"),
    ("đại biểu có mặt", "người đã trả lời"),
    ("phiếu đã bỏ", "người đã trả lời"),
    ("phiếu có ý kiến", "người đã trả lời"),
    ("chủ trì bỏ phiếu đồng ý", "người đứng đầu đồng ý"),
    ("chủ trì không bỏ phiếu đồng ý", "người đứng đầu không đồng ý"),
    ("ngang phiếu", "ngang nhau"),
)
