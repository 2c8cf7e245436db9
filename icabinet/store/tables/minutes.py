"""What the secretary wrote into the minutes."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row


class MinutesEdit(Row):
    """The secretary's wording of one generated paragraph."""

    __tablename__ = "minutes_edit"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    block: Mapped[str]
    text: Mapped[str]
    author: Mapped[str]
    at: Mapped[int]
