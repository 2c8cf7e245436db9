"""Groups of people that the office uses again and again."""

from __future__ import annotations

from ..domain.commands import RemovePeopleGroup, SavePeopleGroup
from ..domain.errors import Refused
from ..domain.wording import folded
from ..store.tables import PeopleGroup
from .bus import OFFICE, handles
from .people import office_users
from .transaction import Tx

MOST = 200
"""Groups of one office: a list that one can still look over."""


@handles(SavePeopleGroup)
def save(tx: Tx, c: SavePeopleGroup) -> None:
    """Refused("people-group.name-taken") for the name of another one, Refused("people-group.too-many") beyond MOST."""
    if tx.stream != OFFICE:
        raise Refused("not-found")
    others = [row for row in tx.find(PeopleGroup) if row.id != c.group]
    if any(folded(row.name) == folded(c.name) for row in others):
        raise Refused("people-group.name-taken", name=c.name)
    people = list(dict.fromkeys(c.people))
    office_users(tx, people)
    row = tx.seek(PeopleGroup, c.group)
    if row is not None:
        row.name, row.people = c.name, people
    elif len(others) < MOST:
        tx.add(PeopleGroup(id=c.group, stream=tx.stream, name=c.name, people=people))
    else:
        raise Refused("people-group.too-many", most=MOST)


@handles(RemovePeopleGroup)
def remove(tx: Tx, c: RemovePeopleGroup) -> None:
    tx.remove(tx.get(PeopleGroup, c.group))
