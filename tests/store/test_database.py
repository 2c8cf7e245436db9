"""The store's contract, on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text, update

from icabinet.actions import perform
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.errors import Refused
from icabinet.store import log
from icabinet.store.database import Database
from icabinet.store.tables import Event, Item, Row
from tests.patience import PATIENCE
from tests.rooms import MEETING, do, found_meeting


def test_the_migrations_make_exactly_the_tables_of_the_code(db: Database) -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, Row.metadata) == []


def test_numbers_have_no_gaps_though_many_write_at_once(db: Database) -> None:
    found_meeting(db)
    start = db.read(lambda s: log.position(s.connection(), MEETING))
    assert start is not None

    def add(writer: int) -> None:
        for number in range(25):
            do(db, "secretary", c.AddItem(item=f"w{writer}n{number}", title="Nội dung"), cause=f"w{writer}-{number}")

    threads = [threading.Thread(target=add, args=(writer,)) for writer in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    events = db.read(lambda s: log.since(s.connection(), MEETING, start))
    assert [event.seq for event in events] == list(range(start + 1, start + 151))
    assert db.read(lambda s: log.first_broken(s.connection(), MEETING)) is None


def test_a_meeting_founded_by_many_at_once_is_founded_once(db: Database) -> None:
    def found(sender: int) -> object:
        command = c.FoundMeeting(title=f"Họp {sender}", place="P1", starts_at=1, agency="VP")
        return db.submit(lambda s: perform(s, "m9", SYSTEM, f"found-{sender}", command))

    outcomes = [future.exception() for future in [found(sender) for sender in range(12)]]  # type: ignore[attr-defined]
    assert outcomes.count(None) == 1
    assert {str(outcome.args[0]) for outcome in outcomes if outcome is not None} == {"exists"}


def test_a_refused_command_leaves_its_neighbours_in_the_same_commit_alone(db: Database) -> None:
    found_meeting(db)

    def send(number: int, command: c.Command) -> object:
        return db.submit(lambda s: perform(s, MEETING, "secretary", f"group-{number}", command))

    futures = [
        send(number, c.AddItem(item=f"g{number}", title="x") if number % 2 else c.UpdateItem(
            item="does-not-exist", title="x", presenter="", minutes=1))
        for number in range(40)
    ]  # fmt: skip
    outcomes = [future.exception() for future in futures]  # type: ignore[attr-defined]
    assert all(isinstance(outcomes[number], Refused) for number in range(0, 40, 2))
    assert all(outcomes[number] is None for number in range(1, 40, 2))
    titles = db.read(lambda s: list(s.scalars(select(Item.id).where(Item.id.like("g%")))))
    assert sorted(titles) == sorted(f"g{number}" for number in range(1, 40, 2))


def test_a_repeated_request_is_one_event_even_when_both_come_at_once(db: Database) -> None:
    found_meeting(db)
    before = db.read(lambda s: log.position(s.connection(), MEETING))
    assert before is not None
    command = c.AddItem(item="once", title="Một lần")
    futures = [db.submit(lambda s: perform(s, MEETING, "secretary", "same-request", command)) for _ in range(30)]
    assert {future.result() for future in futures} == {before + 1}
    assert db.read(lambda s: log.position(s.connection(), MEETING)) == before + 1


@pytest.mark.parametrize("what", ["changed", "dropped", "head"])
def test_a_log_that_was_touched_is_found_out(db: Database, what: str) -> None:
    found_meeting(db)
    assert db.read(lambda s: log.first_broken(s.connection(), MEETING)) is None
    with db.engine.begin() as connection:
        if what == "changed":
            connection.execute(update(Event).where(Event.stream == MEETING, Event.seq == 4).values(actor="chair"))
        elif what == "dropped":
            connection.execute(text("DELETE FROM event WHERE stream = 'm1' AND seq = 4"))
        else:
            connection.execute(text("UPDATE stream SET last_seq = last_seq - 1 WHERE id = 'm1'"))
    broken = db.read(lambda s: log.first_broken(s.connection(), MEETING))
    last = db.read(lambda s: len(log.since(s.connection(), MEETING, 0)))
    assert broken == (last + 1 if what == "head" else 4)


def test_a_reader_sees_one_moment(db: Database) -> None:
    found_meeting(db)
    between = threading.Event()
    written = threading.Event()

    def write() -> None:
        between.wait(PATIENCE)
        do(db, "secretary", c.AddItem(item="later", title="Đến sau"))
        written.set()

    writer = threading.Thread(target=write)
    writer.start()
    with db.engine.connect() as connection:
        reading = connection.execution_options(reading=True)
        with reading.begin():
            first = reading.execute(select(Item.id)).scalars().all()
            between.set()
            assert written.wait(PATIENCE)
            assert reading.execute(select(Item.id)).scalars().all() == first
    writer.join()


def test_what_one_meeting_has_another_cannot_touch(db: Database) -> None:
    found_meeting(db)
    founded = c.FoundMeeting(title="Phiên khác", place="P", starts_at=1, agency="VP")
    do(db, "secretary", founded, "m2")
    with pytest.raises(Refused, match="not-found"):
        do(db, "secretary", c.UpdateItem(item="i1", title="x", presenter="", minutes=1), "m2")
