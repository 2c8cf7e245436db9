"""How far each person has read each version."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row


class Reading(Row):
    """`seen` has a bit a page in base64 (domain.reading), `count` says how many are set; `page` is where it is open.

    `secret` repeats that of the paper, which the chair may not know of.
    """

    __tablename__ = "reading"
    version_id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    page: Mapped[int]
    seen: Mapped[str]
    count: Mapped[int]
    secret: Mapped[bool] = mapped_column(default=False)
