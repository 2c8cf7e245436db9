"""Who takes no part in deciding an item, and why."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row


class Interest(Row):
    """`by` is whoever entered it: the delegate himself, or the desk for him."""

    __tablename__ = "interest"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    item_id: Mapped[str]
    user_id: Mapped[str]
    reason: Mapped[str]
    by: Mapped[str]
    at: Mapped[int]
