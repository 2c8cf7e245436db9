"""A server whose memory lags behind the log: another process wrote, and no word of it has come yet."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from icabinet.domain import commands as c
from icabinet.store.database import Database
from tests.patience import PATIENCE
from tests.rooms import do
from tests.server.conftest import Server, receive


@pytest.fixture
def elsewhere(server: Server) -> Iterator[Database]:
    """Writes to the server's database without the server hearing of it."""
    database = Database(server.database)
    yield database
    database.close()


def test_a_position_that_the_room_has_not_reached_yet_is_waited_for(server: Server, elsewhere: Database) -> None:
    """The snapshot was newer than the room; starting over would only bring the same snapshot again."""
    chair, delegate = server.tab("chair"), server.tab("d1")
    with chair.follow(chair.at()):
        do(elsewhere, "chair", c.AddItem(item="i8", title="Nội dung 8"))
        since = delegate.at()
        with delegate.follow(since) as tablet:
            chair.do("item.add", item="i9", title="Nội dung 9")
            first = first_about_the_stream(tablet)
            assert first["type"] == "events"
            assert [change[1] for change in first["changes"]] == ["i9"]


def first_about_the_stream(tablet: ClientConnection) -> dict[str, Any]:
    until = time.monotonic() + PATIENCE
    while True:
        message: dict[str, Any] = json.loads(tablet.recv(timeout=max(0.01, until - time.monotonic())))
        if message["type"] in ("events", "reset"):
            return message


def test_who_was_taken_out_before_the_room_opened_is_not_let_in(server: Server, elsewhere: Database) -> None:
    delegate = server.tab("d3")
    assert delegate.http.get("/api/streams/m1").status_code == 200
    do(elsewhere, "secretary", c.RemoveMember(user="d3"))
    with delegate.follow(0) as tablet, pytest.raises(ConnectionClosed) as closed:
        receive(tablet, "never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4403
    assert delegate.http.get("/api/streams/m1").status_code == 404


def test_rights_are_not_believed_for_ever_when_no_word_comes(server: Server, elsewhere: Database) -> None:
    delegate = server.tab("d3")
    assert delegate.http.get("/api/streams/m1").status_code == 200
    do(elsewhere, "secretary", c.RemoveMember(user="d3"))
    until = time.monotonic() + PATIENCE
    while delegate.http.get("/api/streams/m1").status_code == 200:
        assert time.monotonic() < until, "the right to read outlived the part in the meeting"
        time.sleep(0.2)


def test_who_is_taken_in_is_not_kept_out_by_an_earlier_no(server: Server, elsewhere: Database) -> None:
    outsider = server.tab("outsider")
    assert outsider.http.get("/api/streams/m1").status_code == 404
    do(elsewhere, "secretary", c.AddMember(user="outsider", role="guest"))
    assert outsider.http.get("/api/streams/m1").status_code == 200
