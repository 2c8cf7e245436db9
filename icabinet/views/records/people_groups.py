"""Groups of people."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import PeopleGroup
from .record import Record, shows


@shows(PeopleGroup)
def _group(row: PeopleGroup) -> Iterator[Record]:
    yield Record("people_group", row.id, audience("people_group"), {"name": row.name, "people": row.people})
