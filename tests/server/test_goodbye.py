"""Connections end once, at once, and leave nothing behind."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from icabinet.server.hub import EMPTY_BEATS, Hub
from icabinet.store.database import Database
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import found_meeting
from tests.server.conftest import Server, receive


def test_a_message_of_bytes_is_not_understood(server: Server) -> None:
    with server.tab("d1").socket() as tablet:
        tablet.send(b"\x00\x01")
        with pytest.raises(ConnectionClosed) as closed:
            receive(tablet, "never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4400


def test_who_talks_on_after_signing_out_hears_one_goodbye(server: Server) -> None:
    delegate = server.tab("d1")
    with delegate.follow(delegate.at()) as tablet:
        answer = delegate.http.post("/api/sign-out")
        assert answer.status_code == 204
        with pytest.raises(ConnectionClosed) as closed:
            for _ in range(500):
                tablet.send(json.dumps({"type": "beat"}))
            receive(tablet, "never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401


def test_a_substitute_who_is_revoked_is_shown_out(server: Server) -> None:
    chair, secretary, substitute = server.tab("chair"), server.tab("secretary"), server.tab("outsider")
    chair.do("meeting.start")
    secretary.do("invitation.answer", answer="substitute", user="d1", substitute="outsider", reason="x")
    chair.do("substitute.decide", user="d1", accept=True)
    with substitute.follow(substitute.at()) as tablet:
        secretary.do("substitute.revoke", user="d1", reason="Đã đến")
        with pytest.raises(ConnectionClosed) as closed:
            receive(tablet, "never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4403
    assert substitute.http.get("/api/streams/m1").status_code == 404
    assert chair.http.get("/api/streams/m1").json()["records"]["former_member"].keys() == {"outsider"}


def test_a_room_that_nobody_follows_is_let_go(tmp_path: Path) -> None:
    """Its tail holds up to two thousand events; a year has many meetings."""
    url = sqlite_url(tmp_path)
    make_ready(url)
    db = Database(url)
    found_meeting(db)

    async def stand_empty() -> tuple[bool, bool, int]:
        hub = Hub(db)
        before = (await hub.room("m1")).seq
        hub.beat()
        soon = "m1" in hub.rooms
        for _ in range(EMPTY_BEATS):
            hub.beat()
        return soon, "m1" in hub.rooms, (await hub.room("m1")).seq - before

    assert asyncio.run(stand_empty()) == (True, False, 0)
    db.close()
