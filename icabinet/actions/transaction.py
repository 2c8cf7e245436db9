"""A transaction that notices what changed, so that no change can go unannounced.

Handlers load rows through it and change them. At the end it compares what each touched row showed, and to whom,
before and after: the difference is the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.orm import Session

from ..domain.audience import Viewer
from ..domain.errors import Refused
from ..store import log
from ..store.tables import Row
from ..views.records import Change, Key, Record, diff, records

R = TypeVar("R", bound=Row)
_encode = msgspec.json.Encoder(order="deterministic").encode


class Tx:
    """One command's work on one stream, whose lock it holds. `now` is the same moment for all of it.

    `cause` is the key of the request, which the log keeps.
    """

    def __init__(self, session: Session, head: log.Head, actor: Viewer, now: int, cause: str) -> None:
        self.session = session
        self.stream = head.stream
        self.actor = actor
        self.now = now
        self.cause = cause
        self._head = head
        self._before: dict[int, tuple[Row, dict[Key, Record]]] = {}
        self._removed: set[int] = set()
        self._announced: list[Change] = []

    @property
    def number(self) -> int:
        """Of the event that this command becomes."""
        return self._head.seq + 1

    @property
    def connection(self) -> Connection:
        return self.session.connection()

    def get(self, table: type[R], key: Any) -> R:
        """The row of this stream, or Refused("not-found"): other streams' rows do not exist here."""
        row = self.seek(table, key)
        if row is None:
            raise Refused("not-found")
        return row

    def seek(self, table: type[R], key: Any) -> R | None:
        row = self.session.get(table, key)
        return self._watch(row) if row is not None and self._is_ours(row) else None

    def find(self, table: type[R], *where: ColumnElement[bool]) -> Sequence[R]:
        stream = table.__table__.c.stream
        rows = self.session.scalars(select(table).where(stream == self.stream, *where))
        return [self._watch(row) for row in rows]

    def add(self, row: R) -> R:
        """A new row. Refused("exists") when its name is taken: somebody else's, or the same thing sent anew."""
        key = [getattr(row, column.key) for column in row.__table__.primary_key]
        if self.session.get(type(row), key[0] if len(key) == 1 else tuple(key)) is not None:
            raise Refused("exists")
        self.session.add(row)
        self._before[id(row)] = (row, {})
        return row

    def add_all(self, rows: Sequence[Row]) -> None:
        """As `add`, for many rows of one table whose names are single columns: their names are looked up together."""
        if not rows:
            return
        (name,) = rows[0].__table__.primary_key
        names = [getattr(row, name.key) for row in rows]
        if len(set(names)) < len(names) or self.session.scalar(select(name).where(name.in_(names)).limit(1)):
            raise Refused("exists")
        self.session.add_all(rows)
        self._before |= {id(row): (row, {}) for row in rows}

    def remove(self, row: Row) -> None:
        self._watch(row)
        self.session.delete(row)
        self._removed.add(id(row))

    def announce(self, before: Row | None, after: Row | None) -> None:
        """For the hot path, which writes with prepared statements: two images of one row, neither in the session."""
        self._announced += diff(records(before), records(after))

    def announce_records(self, before: Sequence[Record], after: Sequence[Record]) -> None:
        """The same for the few records of a row that can have changed."""
        self._announced += diff({(r.kind, r.id): r for r in before}, {(r.kind, r.id): r for r in after})

    def finish(self, kind: str) -> int:
        """Writes the event and returns its number."""
        self.session.flush()
        changes = list(self._announced)
        for key, (row, before) in self._before.items():
            changes += diff(before, {} if key in self._removed else records(row))
        self.session.info.setdefault("grown", set()).add(self.stream)
        return log.append(
            self.connection, self._head, self.now, self.actor.user, self.cause, kind, _encode(_plain(changes))
        )

    def _watch(self, row: R) -> R:
        self._before.setdefault(id(row), (row, records(row)))
        return row

    def _is_ours(self, row: Row) -> bool:
        return bool(getattr(row, "stream") == self.stream)  # noqa: B009 (not every table has one)


def _plain(changes: Sequence[Change]) -> list[tuple[list[str], str, str, Any]]:
    """Audiences sorted, so that the same change always has the same bytes in the hash chain."""
    return [(sorted(change.audience), change.kind, change.id, change.value) for change in changes]
