"""Groups of people, for those who choose whom to invite or to ask."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..store.tables import PeopleGroup, User


class GroupLine(msgspec.Struct, frozen=True):
    """`people` whose accounts are in use, in the group's order."""

    id: str
    name: str
    people: list[str]


def groups(session: Session) -> list[GroupLine]:
    active = set(session.scalars(select(User.id).where(User.active)))
    rows = session.scalars(select(PeopleGroup).order_by(PeopleGroup.name, PeopleGroup.id))
    return [GroupLine(row.id, row.name, [user for user in row.people if user in active]) for row in rows]
