"""Deletes the bytes that no table names any more: of documents that their owner removed, of versions that were taken
back before anybody read them, of files whose sending was refused."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import anyio
import msgspec
import structlog
from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from ..store.blobs import Blobs
from ..store.database import Database
from ..store.tables.row import Row, Wire

_log = structlog.get_logger(part="files")
NAMING = ("sha256", "reading")
"""Columns of any table, and fields of what is kept in columns, that hold the hash of a file."""
FRESH_SECONDS = 3600.0
"""A file is kept a moment before the row that names it; no such moment lasts as long."""


def named(session: Session) -> set[str]:
    """The hashes of all files that any row names."""
    plain, deep = _naming()
    found = {sha256 for column in plain for sha256 in session.scalars(select(column).distinct()) if sha256}
    for column in deep:
        for value in session.scalars(select(column)):
            found.update(_within(msgspec.to_builtins(value)))
    return found


@cache
def _naming() -> tuple[list[Column[str]], list[Column[object]]]:
    """The columns that are a hash, and those whose values hold one somewhere inside."""
    columns = [column for table in Row.metadata.tables.values() for column in table.c]
    deep = [column for column in columns if isinstance(column.type, Wire) and _holds(column.type)]
    return [column for column in columns if column.name in NAMING], deep


def _holds(wire: Wire) -> bool:
    schema = msgspec.json.encode(msgspec.json.schema(wire.type_))
    return any(b'"%s":' % name.encode() in schema for name in NAMING)


def _within(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (value[name] for name in NAMING if value.get(name))
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inside:
        yield from _within(one)


async def delete_unnamed(db: Database, blobs: Blobs, older_than: float = FRESH_SECONDS) -> int:
    """Returns how many files went. Looks at the folder first: what is named later is fresh."""
    found = await anyio.to_thread.run_sync(blobs.kept, older_than)
    gone = found - await db.aread(named)
    for sha256 in gone:
        await anyio.to_thread.run_sync(blobs.delete, sha256, older_than)
    if gone:
        _log.info("files deleted", files=len(gone))
    return len(gone)
