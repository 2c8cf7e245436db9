"""Signed-in browsers. Not part of any stream: they come and go with people, not with meetings."""

from __future__ import annotations

import hashlib
import secrets

import msgspec
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from .tables import SignIn, User

LIFE_MS = 16 * 3600 * 1000
"""A long session day; after it the tablet asks for the password again."""


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


def find(session: Session, key: str, now: int) -> Signed | None:
    """The person behind the cookie with this hash, while it holds and the person is active."""
    row = session.execute(
        select(SignIn, User)
        .join(User, User.id == SignIn.user_id)
        .where(SignIn.id == key, SignIn.ended_at.is_(None), SignIn.expires_at > now, User.active)
    ).one_or_none()
    if row is None:
        return None
    sign_in, user = row
    return Signed(sign_in.id, user.id, user.role, sign_in.csrf, sign_in.expires_at)


def end(session: Session, key: str, now: int) -> None:
    session.execute(update(SignIn).where(SignIn.id == key, SignIn.ended_at.is_(None)).values(ended_at=now))


def end_all(session: Session, user: str, now: int, but: str = "") -> list[str]:
    """Ends every sign-in of a person (after a new password) and returns their keys."""
    open_ = select(SignIn.id).where(SignIn.user_id == user, SignIn.ended_at.is_(None), SignIn.id != but)
    keys = list(session.scalars(open_))
    session.execute(update(SignIn).where(SignIn.id.in_(keys)).values(ended_at=now))
    return keys
