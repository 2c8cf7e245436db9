"""The history of a person's questions, and reports of wrong answers. Not part of any stream."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from .tables import Asked, ReportedAnswer

KEPT_MS = 365 * 24 * 3600 * 1000
MOST_SHOWN = 50


def keep(session: Session, asked: Asked) -> None:
    """The same question sent anew is kept once."""
    if session.get(Asked, (asked.user_id, asked.id)) is None:
        session.add(asked)


def history(session: Session, user: str, stream: str) -> Sequence[Asked]:
    """A person's own questions in one meeting, the latest first."""
    own = select(Asked).where(Asked.user_id == user, Asked.stream == stream)
    return session.scalars(own.order_by(Asked.at.desc(), Asked.id).limit(MOST_SHOWN)).all()


def forget(session: Session, user: str, stream: str) -> None:
    session.execute(delete(Asked).where(Asked.user_id == user, Asked.stream == stream))


def report(session: Session, reported: ReportedAnswer) -> None:
    """Reported again, the later words hold."""
    session.merge(reported)


def reports(session: Session) -> Sequence[ReportedAnswer]:
    return session.scalars(select(ReportedAnswer).order_by(ReportedAnswer.at, ReportedAnswer.id)).all()


def prune(session: Session, now: int) -> None:
    """Lets go of questions of long ago."""
    session.execute(delete(Asked).where(Asked.at < now - KEPT_MS))
