"""Letters as the desk follows them, reminders, and a person's own notices."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...domain.policy import audience
from ...store.tables import Letter, Notice, Reminder
from .record import Record, shows

TASKS = "tasks"
"""Years of letters about tasks follow nobody: a notice is asked for by its person, as at home."""


@shows(Letter, where=Letter.stream != TASKS)
def _letter(row: Letter) -> Iterator[Record]:
    if row.stream == TASKS:
        return
    value = {
        "kind": row.kind,
        "subject": row.subject_id,
        "user": row.user_id,
        "name": row.name,
        "address": row.address,
        "state": row.state,
        "at": row.queued_at,
        "sent_at": row.sent_at,
        "fault": row.fault,
        "reply": row.reply,
        "calendar": None if row.calendar is None else msgspec.to_builtins(row.calendar),
    }
    yield Record("letter", row.id, audience("letter (office)" if row.stream == "office" else "letter"), value)


@shows(Reminder, where=Reminder.stream != TASKS)
def _reminder(row: Reminder) -> Iterator[Record]:
    if row.stream == TASKS:
        return
    value = {
        "subject": row.subject_id,
        "minutes": row.minutes,
        "whom": row.whom,
        "due_at": row.due_at,
        "state": row.state,
        "people": row.people,
    }
    yield Record("reminder", row.id, audience("reminder"), value)


@shows(Notice, where=Notice.stream != TASKS)
def _notice(row: Notice) -> Iterator[Record]:
    if row.stream == TASKS:
        return
    value = {"title": row.title, "text": row.text, "link": row.link, "at": row.at, "seen_at": row.seen_at}
    yield Record("notice", row.id, audience("notice", row.user_id), value)
