"""Positions given before the meeting."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.positions import Stance
from .row import Row


class Position(Row):
    __tablename__ = "position"
    item_id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    stance: Mapped[Stance] = mapped_column(Text)
    text: Mapped[str]
    at: Mapped[int]
