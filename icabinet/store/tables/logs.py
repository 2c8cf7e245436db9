"""The logs."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .row import Row


class Stream(Row):
    """One log: a meeting's, or the office's. Its row lock orders the commits."""

    __tablename__ = "stream"
    id: Mapped[str] = mapped_column(primary_key=True)
    last_seq: Mapped[int] = mapped_column(default=0)
    head: Mapped[bytes] = mapped_column(default=b"")


class Event(Row):
    """One command that was carried out. `changes` holds what it changed, and for whom (see views.records)."""

    __tablename__ = "event"
    stream: Mapped[str] = mapped_column(ForeignKey("stream.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[int]
    actor: Mapped[str]
    cause: Mapped[str]
    kind: Mapped[str]
    changes: Mapped[bytes]
    hash: Mapped[bytes]
    __table_args__ = (UniqueConstraint("stream", "actor", "cause", name="event_once"),)


Index("event_kind", Event.stream, Event.kind)
