"""The people of the office and their signed-in browsers."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.people import OfficeRole
from .row import Row


class User(Row):
    __tablename__ = "person"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str]
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    title: Mapped[str]
    unit: Mapped[str]
    role: Mapped[OfficeRole] = mapped_column(Text)
    active: Mapped[bool] = mapped_column(default=True)
    password: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")


class SignIn(Row):
    """A signed-in browser. Only the hash of its cookie is kept."""

    __tablename__ = "sign_in"
    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(index=True)
    csrf: Mapped[str]
    created_at: Mapped[int]
    expires_at: Mapped[int]
    ended_at: Mapped[int | None] = mapped_column(default=None)
