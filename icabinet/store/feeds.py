"""The private address under which a person's calendar is subscribed to: 256 random bits, kept only as a hash."""

from __future__ import annotations

import hashlib
import secrets

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from .tables import Feed, User


def renew(session: Session, user: str, now: int) -> str:
    """A new address; the one before holds no more."""
    token = secrets.token_urlsafe(32)
    session.merge(Feed(user_id=user, key=_key(token), created_at=now))
    return token


def end(session: Session, user: str) -> None:
    session.execute(delete(Feed).where(Feed.user_id == user))


def since(session: Session, user: str) -> int | None:
    """When the address was made, if the person has one."""
    return session.scalar(select(Feed.created_at).where(Feed.user_id == user))


def owner(session: Session, token: str) -> User | None:
    """Whose calendar it is; None for an address that does not hold, or a locked account."""
    found = select(User).join(Feed, Feed.user_id == User.id).where(Feed.key == _key(token), User.active)
    return session.scalar(found)


def _key(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
