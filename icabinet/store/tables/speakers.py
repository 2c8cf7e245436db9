"""Who asked for the floor and who had it."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.speakers import State as SpeechState
from .row import Row


class Speech(Row):
    __tablename__ = "speech"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    user_id: Mapped[str]
    item_id: Mapped[str | None]
    subject: Mapped[str]
    requested_at: Mapped[int]
    state: Mapped[SpeechState] = mapped_column(Text, default="waiting")
    called_at: Mapped[int | None] = mapped_column(default=None)
    deadline: Mapped[int | None] = mapped_column(default=None)
    ended_at: Mapped[int | None] = mapped_column(default=None)
