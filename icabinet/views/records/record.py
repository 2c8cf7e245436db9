"""What each row shows, and to whom: one function a table, no queries.

A record has exactly one audience. A row with a private and a public part shows two records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Select, select

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
_WHERE: dict[type[Row], ColumnElement[bool]] = {}


def shows(
    table: type[R], where: ColumnElement[bool] | None = None
) -> Callable[[Callable[[R], Iterator[Record]]], Callable[[R], Iterator[Record]]]:
    """`where`: rows for which it does not hold show nothing, so that a snapshot need not read them."""
    if where is not None:
        _WHERE[table] = where

    def register(function: Callable[[R], Iterator[Record]]) -> Callable[[R], Iterator[Record]]:
        _SHOWS[table] = function
        return function

    return register


def tables() -> list[type[Row]]:
    return list(_SHOWS)


def shown(table: type[Row], stream: str) -> Select[Row]:
    """The rows of a stream that can show something."""
    found = select(table).where(table.__table__.c.stream == stream)
    return found.where(_WHERE[table]) if table in _WHERE else found


def records(row: Row | None) -> dict[Key, Record]:
    return {} if row is None else {(r.kind, r.id): r for r in _SHOWS[type(row)](row)}


def sees(groups: frozenset[str], row: Row | None, kind: str = "") -> bool:
    """Whether anything that the row shows (or its record of that kind) is for somebody of these groups.

    The one test of every gate.
    """
    return any(record.audience & groups for record in records(row).values() if kind in ("", record.kind))


def diff(before: dict[Key, Record], after: dict[Key, Record]) -> Iterator[Change]:
    """Who loses a record is told first, then who has it now is told what it says."""
    for key, old in before.items():
        new = after.get(key)
        if new is None or new.audience != old.audience:
            yield Change(old.audience, *key, None)
    for key, new in after.items():
        if new != before.get(key):
            yield Change(new.audience, *key, new.value)
