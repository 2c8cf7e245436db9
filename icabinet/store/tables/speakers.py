"""Who asked for the floor and who had it."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.speakers import Gate, Kind, Place, Policy, Queue, State
from .row import Row, Wire


class SpeakerQueue(Row):
    """One of the two queues of a meeting. `places` is the order of those who wait, as the rule last gave it."""

    __tablename__ = "speaker_queue"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    queue: Mapped[Queue] = mapped_column(Text)
    state: Mapped[Gate] = mapped_column(Text)
    policy: Mapped[Policy] = mapped_column(Text)
    speech_seconds: Mapped[int]
    reply_seconds: Mapped[int]
    item_seconds: Mapped[int]
    places: Mapped[list[Place]] = mapped_column(Wire(list[Place]), default_factory=list)


class Speech(Row):
    """`spoken_ms`, `since`, `deadline` and `left_ms` are its clock (domain.speech_clock)."""

    __tablename__ = "speech"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    queue: Mapped[Queue] = mapped_column(Text)
    kind: Mapped[Kind] = mapped_column(Text)
    user_id: Mapped[str]
    item_id: Mapped[str | None]
    subject: Mapped[str]
    requested_at: Mapped[int]
    to_user: Mapped[str | None] = mapped_column(default=None)
    to_speech: Mapped[str | None] = mapped_column(default=None)
    hand: Mapped[int] = mapped_column(default=0)
    state: Mapped[State] = mapped_column(Text, default="waiting")
    called_at: Mapped[int | None] = mapped_column(default=None)
    spoken_ms: Mapped[int] = mapped_column(default=0)
    since: Mapped[int | None] = mapped_column(default=None)
    deadline: Mapped[int | None] = mapped_column(default=None)
    left_ms: Mapped[int | None] = mapped_column(default=None)
    ended_at: Mapped[int | None] = mapped_column(default=None)
