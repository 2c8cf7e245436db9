"""Following the presenter: the chair turns pages, and each tablet is told where to go."""

from __future__ import annotations

import asyncio
import time

import msgspec

from ..settings import Settings
from ..store.database import Database
from ..store.tables import Version
from .figures import Goal, Row, spread
from .fleet import Fleet, Gathering
from .packet import add_packet
from .process import Server, cabinet_server, plain_server
from .requests import Seat
from .seed import STREAM, position
from .tablet import Tablet
from .trial import Bench, Trial, in_loop

PAUSE = 0.26
"""Seconds between two pages: as often as a presenting tablet sends them."""
WARM = 2
WAIT = 20.0
VERSION = "packet0v"
"""The first paper of bench.packet."""
_MARK = b'"kind":"page"'
_NOBODY = Seat("", "", "")


class _Ears:
    """Counts the tablets that were told, one page after the other."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.gathering = Gathering(count)

    def next(self) -> Gathering:
        self.gathering = Gathering(self._count)
        return self.gathering

    def heard(self, payload: bytes) -> None:
        if _MARK in payload:
            self.gathering.arrived()

    def anything(self, payload: bytes) -> None:
        self.gathering.arrived()


def _publish(trial: Trial) -> None:
    """A small paper that the tablets could open; the first run leaves it to the others."""
    db = Database(Settings(data=trial.data).database_url)
    try:
        known = db.read(lambda s: s.get(Version, VERSION))
    finally:
        db.close()
    if known is None:
        add_packet(trial.data, 1)


def _turn(chair: Tablet, page: int) -> None:
    shown = {"version": VERSION, "page": page, "part": [0, 100, 1000, 600]}
    chair.send(msgspec.json.encode({"type": "signal", "stream": STREAM, "kind": "page", "value": shown}))


async def _present(server: Server, trial: Trial) -> list[float]:
    """Seconds from the moment at which the chair's tablet sends a page to its arrival at each tablet."""
    desk, tablets, ears = Fleet(server.address), Fleet(server.address), _Ears(trial.load.connections)
    at = await position(server.address, trial.room)
    await desk.connect([trial.room.chair], lambda seat: lambda payload: None)
    await tablets.connect(trial.room.tablets, lambda seat: ears.heard)
    desk.subscribe(STREAM, at)
    tablets.subscribe(STREAM, at)
    await asyncio.sleep(1.0)
    delays: list[float] = []
    for number in range(WARM + trial.load.bursts):
        await asyncio.sleep(PAUSE)
        gathering, start = ears.next(), time.perf_counter()
        _turn(desk.tablets[0], number % 300 + 1)
        await tablets.wait(gathering, "present", WAIT)
        delays += gathering.since(start) if number >= WARM else []
    desk.leave()
    tablets.leave()
    return delays


async def _plain(server: Server, trial: Trial) -> list[float]:
    """The same number of messages of about the same size, by send_text to one tablet after the other."""
    fleet, ears = Fleet(server.address, "/send_text"), _Ears(trial.load.connections)
    await fleet.connect([_NOBODY] * trial.load.connections, lambda seat: ears.anything)
    delays: list[float] = []
    for number in range(WARM + trial.load.bursts):
        await asyncio.sleep(PAUSE)
        gathering, start = ears.next(), time.perf_counter()
        fleet.tablets[0].send(b"1")
        await fleet.wait(gathering, "present", WAIT)
        delays += gathering.since(start) if number >= WARM else []
    fleet.leave()
    return delays


def run(trial: Trial) -> list[Row]:
    _publish(trial)
    with plain_server() as server:
        plain = in_loop(_plain(server, trial))
    with cabinet_server(trial.data) as server:
        delays = in_loop(_present(server, trial))
    return [
        spread("send_text", "send_text tới từng máy", plain),
        spread("follow", "chủ trì lật trang → mọi máy", delays, goal=Goal("p99", 300.0)),
    ]


BENCH = Bench("present", "Theo dõi trang trình chiếu", run)
