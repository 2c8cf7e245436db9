"""What each row shows, and to whom: one function a table, no queries.

A record has exactly one audience. A row with a private and a public part shows two records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import msgspec

from ...domain.audience import Audience
from ...store.tables import Row

Value = dict[str, Any]
Key = tuple[str, str]


class Record(msgspec.Struct, frozen=True):
    kind: str
    id: str
    audience: Audience
    value: Value


class Change(msgspec.Struct, frozen=True, array_like=True):
    """What happened to one record for one audience; `value` None: it is gone for them."""

    audience: Audience
    kind: str
    id: str
    value: Value | None


R = TypeVar("R", bound=Row)
_SHOWS: dict[type[Row], Callable[[Any], Iterator[Record]]] = {}


def shows(table: type[R]) -> Callable[[Callable[[R], Iterator[Record]]], Callable[[R], Iterator[Record]]]:
    def register(function: Callable[[R], Iterator[Record]]) -> Callable[[R], Iterator[Record]]:
        _SHOWS[table] = function
        return function

    return register


def tables() -> list[type[Row]]:
    return list(_SHOWS)


def records(row: Row | None) -> dict[Key, Record]:
    return {} if row is None else {(r.kind, r.id): r for r in _SHOWS[type(row)](row)}


def diff(before: dict[Key, Record], after: dict[Key, Record]) -> Iterator[Change]:
    """Who loses a record is told first, then who has it now is told what it says."""
    for key, old in before.items():
        new = after.get(key)
        if new is None or new.audience != old.audience:
            yield Change(old.audience, *key, None)
    for key, new in after.items():
        if new != before.get(key):
            yield Change(new.audience, *key, new.value)
