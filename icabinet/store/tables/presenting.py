"""Whom the chair has named to present pages."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row


class Presenter(Row):
    __tablename__ = "presenter"
    stream: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str]
