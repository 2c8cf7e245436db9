"""What leaves by e-mail, what reminds, and what waits on a person's own page."""

from __future__ import annotations

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.calendar import Event as CalendarEvent
from ...domain.letters import Fault, Kind
from ...domain.letters import State as LetterState
from ...domain.reminders import State as ReminderState
from ...domain.reminders import Whom
from .row import Row, Wire


class Letter(Row):
    """One letter to one person. `tries` and `next_at` are written before each try, without an event: after a crash a
    letter may leave a second time, under the same Message-ID, but never without end. Of one that was taken back
    `tries` says that it may have arrived. `attached` names a document of the meeting (domain.official)."""

    __tablename__ = "letter"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    kind: Mapped[Kind] = mapped_column(Text)
    subject_id: Mapped[str]
    user_id: Mapped[str]
    name: Mapped[str]
    address: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    link: Mapped[str]
    queued_at: Mapped[int]
    not_before: Mapped[int]
    until: Mapped[int]
    state: Mapped[LetterState] = mapped_column(Text)
    next_at: Mapped[int]
    calendar: Mapped[CalendarEvent | None] = mapped_column(Wire(CalendarEvent), default=None)
    attached: Mapped[str] = mapped_column(default="")
    tries: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[int | None] = mapped_column(default=None)
    fault: Mapped[Fault] = mapped_column(Text, default="")
    reply: Mapped[str] = mapped_column(default="")


Index("letter_due", Letter.state, Letter.next_at)


class Reminder(Row):
    """One rule about one thing. `moment`: what it counts from; `due_at`: when it is to be sent."""

    __tablename__ = "reminder"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    subject: Mapped[str]
    subject_id: Mapped[str]
    minutes: Mapped[int]
    whom: Mapped[Whom] = mapped_column(Text)
    moment: Mapped[int]
    due_at: Mapped[int]
    state: Mapped[ReminderState] = mapped_column(Text)
    people: Mapped[int] = mapped_column(default=0)


Index("reminder_due", Reminder.state, Reminder.due_at)


class Notice(Row):
    """A line on a person's own page until he has seen it, or until it is of no use. `link` is a page of the app."""

    __tablename__ = "notice"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    user_id: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    text: Mapped[str]
    link: Mapped[str]
    at: Mapped[int]
    until: Mapped[int]
    seen_at: Mapped[int | None] = mapped_column(default=None)
