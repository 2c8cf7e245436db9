"""What the desk of a meeting needs to seat people: the office's rooms, and the members by their sign-in names."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..store.tables import Hall, Member, User


class HallLine(msgspec.Struct, frozen=True):
    id: str
    name: str
    rows: list[str]


def halls(session: Session) -> list[HallLine]:
    return [HallLine(hall.id, hall.name, hall.rows) for hall in session.scalars(select(Hall).order_by(Hall.name))]


def logins(session: Session, stream: str) -> dict[str, str]:
    """Name to sign in with → member."""
    here = (Member.user_id == User.id) & (Member.stream == stream) & ~Member.gone
    asked = select(User.login, User.id).join(Member, here)
    return {login: user for login, user in session.execute(asked)}
