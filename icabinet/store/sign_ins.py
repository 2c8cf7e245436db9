"""Signed-in browsers. Not part of any stream: they come and go with people, not with meetings."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence

import msgspec
from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from .tables import SignIn, User

LIFE_MS = 16 * 3600 * 1000
"""A long session day; after it the tablet asks for the password again."""
KEPT_MS = 90 * 24 * 3600 * 1000
"""How long the list of past sign-ins goes back."""


_holding = (
    select(SignIn.id, SignIn.user_id, User.role, SignIn.csrf, SignIn.expires_at)
    .join(User, User.id == SignIn.user_id)
    .where(
        SignIn.id.in_(bindparam("keys", expanding=True)),
        SignIn.ended_at.is_(None),
        SignIn.expires_at > bindparam("now"),
        User.active,
    )
)


class Signed(msgspec.Struct, frozen=True):
    """Who is behind a cookie."""

    sign_in: str
    user: str
    office_role: str
    csrf: str
    expires_at: int


def key_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def begin(session: Session, user: str, now: int) -> tuple[str, str]:
    """Makes a sign-in and returns its cookie (256 random bits, kept only as a hash) and its CSRF token."""
    token, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
    session.add(SignIn(id=key_of(token), user_id=user, csrf=csrf, created_at=now, expires_at=now + LIFE_MS))
    return token, csrf


def find(session: Session, keys: Sequence[str], now: int) -> dict[str, Signed]:
    """The people behind the cookies with these hashes, those that hold and whose people are active."""
    rows = session.execute(_holding, {"keys": keys, "now": now})
    return {row.id: Signed(row.id, row.user_id, row.role, row.csrf, row.expires_at) for row in rows}


def end(session: Session, key: str, now: int) -> None:
    session.execute(update(SignIn).where(SignIn.id == key, SignIn.ended_at.is_(None)).values(ended_at=now))


def end_all(session: Session, user: str, now: int, but: str = "") -> list[str]:
    """Ends every sign-in of a person (after a new password) and returns their keys."""
    open_ = select(SignIn.id).where(SignIn.user_id == user, SignIn.ended_at.is_(None), SignIn.id != but)
    keys = list(session.scalars(open_))
    session.execute(update(SignIn).where(SignIn.id.in_(keys)).values(ended_at=now))
    return keys


def prune(session: Session, now: int) -> None:
    """Lets go of sign-ins that ran out long ago."""
    session.execute(delete(SignIn).where(SignIn.expires_at < now - KEPT_MS))
