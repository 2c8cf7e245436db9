"""Letters and reminders whose moment has come; and the mark that a letter is being tried, which no log tells."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..domain.letters import next_try
from .tables import Letter, Notice, Reminder


def due(session: Session, now: int, limit: int) -> Sequence[Letter]:
    waiting = select(Letter).where(Letter.state == "waiting", Letter.next_at <= now, Letter.until >= now)
    return session.scalars(waiting.order_by(Letter.next_at, Letter.id).limit(limit)).all()


def overdue(session: Session, now: int, limit: int) -> Sequence[Letter]:
    """Letters that were not sent in time."""
    late = select(Letter).where(Letter.state == "waiting", Letter.until < now)
    return session.scalars(late.order_by(Letter.id).limit(limit)).all()


def begin(session: Session, letters: Sequence[str], now: int) -> set[str]:
    """Before a try: should the server die in the midst of it, the next try waits its time.

    Returns those that still wait: one that was taken back since it was found must not leave.
    """
    begun = set()
    for letter in session.scalars(select(Letter).where(Letter.id.in_(letters), Letter.state == "waiting")):
        letter.tries += 1
        letter.next_at = next_try(now, letter.tries)
        begun.add(letter.id)
    return begun


def reminders_due(session: Session, now: int) -> Sequence[Reminder]:
    waiting = select(Reminder).where(Reminder.state == "waiting", Reminder.due_at <= now)
    return session.scalars(waiting.order_by(Reminder.due_at, Reminder.id)).all()


def unseen(session: Session, user: str, now: int) -> Sequence[Notice]:
    """A person's own notices that are still of use, the latest first."""
    own = select(Notice).where(Notice.user_id == user, Notice.seen_at.is_(None), Notice.until > now)
    return session.scalars(own.order_by(Notice.at.desc(), Notice.id).limit(20)).all()
