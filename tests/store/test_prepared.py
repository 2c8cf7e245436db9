"""Prepared statements say the same as SQLAlchemy's own execution, on both engines, and survive a lost connection."""

from __future__ import annotations

from typing import cast

import pytest
from sqlalchemy import Table, bindparam, create_engine, insert, select, text

from icabinet.store.database import Database
from icabinet.store.prepared import Prepared
from icabinet.store.tables import Stream
from tests.conftest import postgres_url
from tests.databases import make_ready

_stream = cast(Table, Stream.__table__)
_add = Prepared(insert(_stream))
_few = Prepared(
    select(_stream.c.id, _stream.c.last_seq, _stream.c.head)
    .where(_stream.c.last_seq > bindparam("above"))
    .order_by(_stream.c.id)
    .limit(bindparam("most"))
)


def put(db: Database, name: str, seq: int) -> None:
    db.write(lambda s: _add.run(s.connection(), {"id": name, "last_seq": seq, "head": b"\0\xff" + name.encode()}))


def test_what_is_written_is_read_with_its_types(db: Database) -> None:
    for seq, name in enumerate(["ma", "mb", "mc", "md"]):
        put(db, name, seq)
    rows = db.read(lambda s: _few.all(s.connection(), {"above": 0, "most": 2}))
    assert [tuple(row) for row in rows] == [("mb", 1, b"\0\xffmb"), ("mc", 2, b"\0\xffmc")]
    assert tuple(db.read(lambda s: _few.one(s.connection(), {"above": 2, "most": 5}))) == ("md", 3, b"\0\xffmd")
    assert db.read(lambda s: _few.one(s.connection(), {"above": 3, "most": 5})) is None


def test_a_forgotten_value_is_an_error_and_writes_nothing(db: Database) -> None:
    with pytest.raises(Exception, match="head"):
        db.write(lambda s: _add.run(s.connection(), {"id": "ma", "last_seq": 1}))
    assert db.read(lambda s: _few.all(s.connection(), {"above": 0, "most": 5})) in ([], ())


def test_one_that_fails_leaves_the_others_of_the_group_alone(db: Database) -> None:
    put(db, "ma", 1)
    group = [
        db.submit(
            lambda s, name=name: _add.run(  # type: ignore[misc]
                s.connection(), {"id": name, "last_seq": 9, "head": b""}
            )
        )
        for name in ("mb", "ma", "mc")
    ]
    assert [future.exception() is None for future in group] == [True, False, True]
    rows = db.read(lambda s: _few.all(s.connection(), {"above": 5, "most": 5}))
    assert [row[0] for row in rows] == ["mb", "mc"]


def test_after_a_lost_connection_the_next_write_goes_through(postgres: str) -> None:
    url = postgres_url(postgres)
    make_ready(url)
    db = Database(url)
    put(db, "ma", 1)
    engine = create_engine(url)
    with engine.connect() as other:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
        other.execute(text(others + "pg_backend_pid()"))
    engine.dispose()
    with pytest.raises(Exception, match=r"lost|terminat|closed"):
        put(db, "mb", 2)
    put(db, "mc", 3)
    assert [row[0] for row in db.read(lambda s: _few.all(s.connection(), {"above": 0, "most": 5}))] == ["ma", "mc"]
    db.close()
