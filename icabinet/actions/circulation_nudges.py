"""Who is told of a circulation, and when: notices on people's own pages, and letters where mail is set up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import or_, select

from ..clock import local
from ..domain import circulations
from ..domain.circulations import NUDGE_PAUSE_MS, takes_answers
from ..domain.commands import NudgeCirculation
from ..domain.errors import Refused
from ..domain.letters import DAY_MS
from ..domain.wording import before_meeting, legal_date, legal_time
from ..store.tables import Circulation, Letter, Reminder, WrittenAnswer
from . import letters, reminders
from .bus import handles
from .letters import Wanted
from .reminders import Nudge, reminds
from .transaction import Tx

SUBJECT: Literal["circulation"] = "circulation"
KEPT_MS = 14 * DAY_MS
"""How long a word about something that is over stays on a page."""


def sent(tx: Tx, row: Circulation) -> None:
    reminders.put(tx, SUBJECT, row.id, row.deadline, [rule for rule in row.reminders if _fits(rule.minutes, row)])
    title, text = f"Xin cho ý kiến: {row.question}", f"{_due(row)} {_how(row)}"
    # letters alone: on their own pages the question itself waits for them
    letters.queue(tx, _words(row, "asked", row.asked, title, text, _until(tx, row)))


def extended(tx: Tx, row: Circulation, reason: str) -> None:
    reminders.move(tx, SUBJECT, row.id, row.deadline)
    text = f"Đã gia hạn. Lý do: {reason}\n{_due(row)} {_how(row)}"
    key = f"extended.{row.deadline}"
    _tell(tx, row, key, _silent(tx, row), f"Gia hạn cho ý kiến: {row.question}", text, _until(tx, row))


def over(tx: Tx, row: Circulation) -> None:
    """Nobody is reminded of what takes no answers any more."""
    reminders.clear(tx, SUBJECT, row.id)
    letters.take_back(tx, row.id)


def withdrawn(tx: Tx, row: Circulation) -> None:
    over(tx, row)
    text = f"Không cần trả lời nữa. Lý do: {row.reason}"
    _tell(tx, row, "withdrawn", row.asked, f"Đã rút lại phiếu lấy ý kiến: {row.question}", text, tx.now + KEPT_MS)


def published(tx: Tx, row: Circulation) -> None:
    text = row.outcome.sentence if row.outcome else ""
    _tell(tx, row, "published", row.asked, f"Kết quả lấy ý kiến: {row.question}", text, tx.now + KEPT_MS)


@handles(NudgeCirculation)
def by_hand(tx: Tx, c: NudgeCirculation) -> None:
    """Those of the named who have not answered; nobody twice within NUDGE_PAUSE_MS, by hand or by rule.

    Refused("circulation.nobody-to-nudge") when there is none of them.
    """
    row = tx.get(Circulation, tx.stream)
    circulations.need(row.state, "open")
    if not takes_answers(tx.now, row.deadline, row.late):
        raise Refused("circulation.over", deadline=row.deadline)
    silent = set(_silent(tx, row)) - _nudged_recently(tx)
    people = [user for user in row.asked if user in silent and user in c.people]
    if not people:
        raise Refused("circulation.nobody-to-nudge", minutes=NUDGE_PAUSE_MS // 60_000)
    title = f"Nhắc cho ý kiến: {row.question}"
    _tell(tx, row, f"nudge.{tx.now}", people, title, f"{_due(row)} {_how(row)}", _until(tx, row))


@reminds(SUBJECT)
def _reminder(tx: Tx, reminder: Reminder) -> Iterable[Nudge]:
    row = tx.get(Circulation, tx.stream)
    if row.state != "open" or not takes_answers(tx.now, row.deadline, row.late):
        return
    past = reminder.minutes < 0
    length = before_meeting(abs(reminder.minutes))
    title = f"Đã quá hạn cho ý kiến: {row.question}" if past else f"Còn {length} để cho ý kiến: {row.question}"
    for user in _silent(tx, row):
        yield Nudge(user, title, f"{_due(row)} {_how(row)}", _link(row), _until(tx, row), SUBJECT)


def _fits(minutes: int, row: Circulation) -> bool:
    """A word after the deadline helps only where late answers are taken."""
    return minutes > 0 or row.late == "taken"


def _silent(tx: Tx, row: Circulation) -> list[str]:
    answered = {answer.user_id for answer in tx.find(WrittenAnswer)}
    return [user for user in row.asked if user not in answered]


def _nudged_recently(tx: Tx) -> set[str]:
    """Who was nudged just now. That the question went out, or its deadline was moved, is no nudge."""
    nudges = or_(*(Letter.id.startswith(f"{tx.stream}.{key}.", autoescape=True) for key in ("nudge", "remind")))
    recent = Letter.queued_at > tx.now - NUDGE_PAUSE_MS
    return set(tx.session.scalars(select(Letter.user_id).where(Letter.stream == tx.stream, recent, nudges)))


def _tell(tx: Tx, row: Circulation, key: str, people: Iterable[str], title: str, text: str, until: int) -> None:
    letters.nudge(tx, _words(row, key, people, title, text, until))


def _words(row: Circulation, key: str, people: Iterable[str], title: str, text: str, until: int) -> list[Wanted]:
    return [
        Wanted(key=f"{key}.{user}", user=user, kind=SUBJECT, title=title, text=text, link=_link(row), until=until)
        for user in people
    ]


def _until(tx: Tx, row: Circulation) -> int:
    return row.deadline if row.late == "refused" else max(row.deadline, tx.now) + KEPT_MS


def _link(row: Circulation) -> str:
    return f"/circulation/{row.id}"


def _due(row: Circulation) -> str:
    at = local(row.deadline)
    return f"Hạn trả lời: {legal_time(at)}, {legal_date(at)}."


def _how(row: Circulation) -> str:
    late = "không được nhận" if row.late == "refused" else "được ghi là muộn"
    return f"Trả lời sau hạn {late}. Đọc tài liệu và trả lời trong phần mềm họp."
