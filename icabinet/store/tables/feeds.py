"""Private addresses of calendars. Not part of any stream: only the hash of an address is kept."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row


class Feed(Row):
    """One a person."""

    __tablename__ = "feed"
    user_id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[int]
