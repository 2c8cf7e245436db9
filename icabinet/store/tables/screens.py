"""The big screens."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.screens import PagePart, Scene
from .row import Row


class Screen(Row):
    """`name` is unique in people's eyes only; `screen_id` is what the screen's address says."""

    __tablename__ = "screen"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    screen_id: Mapped[str]
    position: Mapped[int]
    name: Mapped[str]
    shows: Mapped[Scene] = mapped_column(Text)
    text: Mapped[str]
    paper_id: Mapped[str | None]
    page: Mapped[int]
    part: Mapped[PagePart] = mapped_column(Text)
