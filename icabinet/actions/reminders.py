"""Reminders by rule. Each kind of thing says whom a reminder of it reaches and what it says (`reminds`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from ..clock import local
from ..domain import reminders as rules
from ..domain.commands import FireReminder, SetReminders
from ..domain.letters import Kind
from ..domain.meetings import need_not_ended
from ..domain.reminders import ReminderRule
from ..domain.wording import before_meeting, legal_date, legal_time
from ..store.tables import Invitation, Meeting, Member, Reminder
from . import letters
from .bus import handles
from .transaction import Tx


class Nudge(msgspec.Struct, frozen=True):
    """What one person is told; `until`: as long as it is of use."""

    user: str
    title: str
    text: str
    link: str
    until: int
    kind: Kind = "reminder"


Nudges = Callable[[Tx, Reminder], Iterable[Nudge]]
_SUBJECTS: dict[str, Nudges] = {}


def reminds(subject: str) -> Callable[[Nudges], Nudges]:
    """Registers what a reminder of this kind of thing says, and to whom; nobody: it is pointless now."""

    def register(function: Nudges) -> Nudges:
        _SUBJECTS[subject] = function
        return function

    return register


def put(tx: Tx, subject: str, subject_id: str, moment: int, wanted: Sequence[ReminderRule]) -> None:
    """These rules in the place of those about this thing; what was sent already is kept."""
    rules.check(wanted)
    ids = {_id(tx, subject_id, rule): rule for rule in wanted}
    for row in _of(tx, subject, subject_id):
        if row.id not in ids and row.state != "sent":
            tx.remove(row)
    for id_, rule in ids.items():
        if tx.seek(Reminder, id_) is None:
            tx.add(_row(tx, id_, subject, subject_id, moment, rule))


def move(tx: Tx, subject: str, subject_id: str, moment: int) -> None:
    """The thing has another time now; a reminder that was sent for the old one is sent for the new one, too."""
    for row in _of(tx, subject, subject_id):
        if row.moment != moment:
            row.moment, row.due_at = moment, rules.due(moment, ReminderRule(row.minutes, row.whom))
            row.state = rules.first_state(row.due_at, tx.now)


def clear(tx: Tx, subject: str, subject_id: str) -> None:
    """The thing is over or gone: nothing of it is reminded of any more."""
    for row in _of(tx, subject, subject_id):
        if row.state == "waiting":
            tx.remove(row)


def _of(tx: Tx, subject: str, subject_id: str) -> Sequence[Reminder]:
    return tx.find(Reminder, Reminder.subject == subject, Reminder.subject_id == subject_id)


def _id(tx: Tx, subject_id: str, rule: ReminderRule) -> str:
    return f"{tx.stream}:{subject_id}:{rule.minutes}:{rule.whom}"


def _row(tx: Tx, id_: str, subject: str, subject_id: str, moment: int, rule: ReminderRule) -> Reminder:
    due = rules.due(moment, rule)
    return Reminder(
        id=id_, stream=tx.stream, subject=subject, subject_id=subject_id, minutes=rule.minutes, whom=rule.whom,
        moment=moment, due_at=due, state=rules.first_state(due, tx.now),
    )  # fmt: skip


@handles(FireReminder)
def fire(tx: Tx, c: FireReminder) -> None:
    """Late because the server was away: sent only as long as it helps."""
    row = tx.get(Reminder, c.reminder)
    if row.state != "waiting" or row.due_at > tx.now:
        return
    if not rules.still_helps(row.due_at, row.moment, tx.now):
        row.state = "missed"
        return
    told = list(_SUBJECTS[row.subject](tx, row))
    letters.nudge(tx, [_letter(row, one) for one in told])
    row.state, row.people = "sent", len(told)


def _letter(row: Reminder, one: Nudge) -> letters.Wanted:
    return letters.Wanted(
        key=f"remind.{row.subject_id}.{row.minutes}.{row.moment}.{one.user}",
        user=one.user,
        kind=one.kind,
        title=one.title,
        text=one.text,
        link=one.link,
        subject=row.subject_id,
        until=one.until,
    )


@handles(SetReminders)
def set_rules(tx: Tx, c: SetReminders) -> None:
    meeting = tx.get(Meeting, tx.stream)
    need_not_ended(meeting.state)
    put(tx, "meeting", meeting.id, meeting.starts_at, c.rules)


@reminds("meeting")
def _of_meeting(tx: Tx, row: Reminder) -> Iterable[Nudge]:
    """Whoever declined or sent a substitute is left in peace; the substitute is a member himself."""
    meeting = tx.get(Meeting, tx.stream)
    if meeting.state != "prepared":
        return
    answers = {answer.user_id: answer for answer in tx.find(Invitation)}
    at = local(meeting.starts_at)
    when = f"{legal_time(at)}, {legal_date(at)}"
    for member in tx.find(Member, Member.role != "screen", ~Member.gone):
        answer = answers.get(member.user_id)
        if answer is not None and (row.whom == "silent" or answer.answer == "decline" or member.substitute):
            continue
        ask = " Xin trả lời giấy mời." if answer is None else ""
        text = f"{meeting.title}\n{when}, tại {meeting.place}.{ask}"
        title = f"Nhắc họp: {before_meeting(row.minutes)} nữa, {meeting.title}"
        yield Nudge(member.user_id, title, text, f"/meeting/{meeting.id}", meeting.starts_at)
