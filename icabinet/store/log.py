"""The log of a stream: numbered without gaps, each event chained to the one before by SHA-256.

hash(n) = SHA-256(hash(n-1) ‖ JSON array of stream, seq, at, actor, cause, kind ‖ changes)
Whoever alters, drops or reorders an event breaks every hash after it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import cast

import msgspec
from sqlalchemy import Connection, Table, bindparam, insert, select, text, update

from .prepared import Prepared
from .tables import Event, Stream

_stream = cast(Table, Stream.__table__)
_event = cast(Table, Event.__table__)
_lock = Prepared(
    select(_stream.c.last_seq, _stream.c.head).where(_stream.c.id == bindparam("stream")).with_for_update()
)
_position = select(_stream.c.last_seq).where(_stream.c.id == bindparam("stream"))
_positions = select(_stream.c.id, _stream.c.last_seq).where(_stream.c.id.in_(bindparam("streams", expanding=True)))
_begin = text("INSERT INTO stream (id, last_seq, head) VALUES (:stream, 0, :head) ON CONFLICT DO NOTHING")
_advance = Prepared(
    update(_stream).where(_stream.c.id == bindparam("of")).values(last_seq=bindparam("seq"), head=bindparam("hash"))
)
_append = Prepared(insert(_event))
_same_cause = Prepared(
    select(_event.c.seq, _event.c.kind).where(
        _event.c.stream == bindparam("stream"),
        _event.c.actor == bindparam("actor"),
        _event.c.cause == bindparam("cause"),
    )
)
_since = Prepared(
    select(*(_event.c[field] for field in ("stream", "seq", "at", "actor", "cause", "kind", "changes", "hash")))
    .where(_event.c.stream == bindparam("stream"), _event.c.seq > bindparam("seq"))
    .order_by(_event.c.seq)
    .limit(bindparam("limit"))
)


class Entry(msgspec.Struct, frozen=True):
    """One event as it was read from the log; the fields are the columns, in their order."""

    stream: str
    seq: int
    at: int
    actor: str
    cause: str
    kind: str
    changes: bytes
    hash: bytes


class Head(msgspec.Struct, frozen=True):
    """Where a log ends: its last number and hash. Holding it means holding the stream's lock."""

    stream: str
    seq: int
    hash: bytes


def link(before: bytes, entry: Entry) -> bytes:
    frame = msgspec.json.encode([entry.stream, entry.seq, entry.at, entry.actor, entry.cause, entry.kind])
    return hashlib.sha256(before + frame + entry.changes).digest()


def lock(connection: Connection, stream: str) -> Head | None:
    """Takes the stream's row lock until the transaction ends; None when there is no such stream."""
    row = _lock.one(connection, {"stream": stream})
    return None if row is None else Head(stream, *row)


def found(connection: Connection, stream: str) -> Head:
    """Begins a log and takes its lock; one that another node begins at the same moment is waited for and taken over."""
    connection.execute(_begin, {"stream": stream, "head": b""})
    head = lock(connection, stream)
    assert head is not None
    return head


def done_before(connection: Connection, stream: str, actor: str, cause: str) -> tuple[int, str] | None:
    """Number and kind of the event that this very request already made, if it did."""
    row: tuple[int, str] | None = _same_cause.one(connection, {"stream": stream, "actor": actor, "cause": cause})
    return row


def append(connection: Connection, head: Head, at: int, actor: str, cause: str, kind: str, changes: bytes) -> int:
    """Adds the next event and returns its number."""
    entry = Entry(head.stream, head.seq + 1, at, actor, cause, kind, changes, b"")
    hash_ = link(head.hash, entry)
    _append.run(connection, msgspec.structs.asdict(entry) | {"hash": hash_})
    _advance.run(connection, {"of": head.stream, "seq": entry.seq, "hash": hash_})
    return entry.seq


def since(connection: Connection, stream: str, seq: int, limit: int = 10_000) -> Sequence[Entry]:
    return [Entry(*row) for row in _since.all(connection, {"stream": stream, "seq": seq, "limit": limit})]


def position(connection: Connection, stream: str) -> int | None:
    """The number of the stream's last event; None when there is no such stream."""
    return connection.execute(_position, {"stream": stream}).scalar_one_or_none()


def positions(connection: Connection, streams: Sequence[str]) -> dict[str, int]:
    """The number of the last event of each of these streams; one that does not exist is left out."""
    return {row.id: row.last_seq for row in connection.execute(_positions, {"streams": streams})}


def streams(connection: Connection) -> dict[str, int]:
    """Every stream and the number of its last event."""
    rows = connection.execute(select(_stream.c.id, _stream.c.last_seq))
    return {row.id: row.last_seq for row in rows}


def first_broken(connection: Connection, stream: str) -> int | None:
    """The number of the first event whose chain does not hold; None when the whole log is as it was written."""
    before, seq = b"", 0
    while batch := since(connection, stream, seq, 1000):
        for entry in batch:
            if entry.seq != seq + 1 or entry.hash != link(before, entry):
                return seq + 1
            before, seq = entry.hash, entry.seq
    head = connection.execute(select(_stream.c.last_seq, _stream.c.head).where(_stream.c.id == stream)).one()
    return None if (head.last_seq, bytes(head.head)) == (seq, before) else seq + 1
