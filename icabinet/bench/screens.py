"""Big screens: the desk changes what ten of them show, and each follows, beside the tablets of the meeting."""

from __future__ import annotations

import asyncio
import time

from .figures import Goal, Row, spread
from .fleet import Fleet, Gathering
from .process import Server, cabinet_server
from .requests import Seat, command
from .seed import STREAM, position
from .tablet import Heard
from .trial import Bench, Trial, in_loop

SCREENS = 10
PAUSE = 0.15
"""Seconds between two changes, a little longer than the hub's pause between two frames."""
WAIT = 20.0
_MARK = b'["screen","main",'
_SCENES = ("clock", "agenda")


class _Ears:
    """What the screens wait for: the change that was made last."""

    def __init__(self) -> None:
        self.gathering = Gathering(SCREENS)

    def next(self) -> Gathering:
        self.gathering = Gathering(SCREENS)
        return self.gathering

    def of(self, seat: Seat) -> Heard:
        def heard(payload: bytes) -> None:
            if _MARK in payload:
                self.gathering.arrived()

        return heard


async def _follow(server: Server, trial: Trial) -> list[float]:
    """Seconds from the moment at which the desk sends a change to its arrival at each screen."""
    walls, tablets, ears = Fleet(server.address), Fleet(server.address), _Ears()
    at = await position(server.address, trial.room)
    await walls.connect([trial.room.screen] * SCREENS, ears.of)
    await tablets.connect(trial.room.tablets, lambda seat: lambda payload: None)
    walls.subscribe(STREAM, at)
    tablets.subscribe(STREAM, at)
    await asyncio.sleep(1.0)
    delays: list[float] = []
    for number in range(2 * trial.load.bursts):
        await asyncio.sleep(PAUSE)
        gathering, start = ears.next(), time.perf_counter()
        shown: dict[str, object] = {
            "type": "screen.set",
            "screen": "main",
            "name": "Chính",
            "shows": _SCENES[number % 2],
        }
        await command(server.address, STREAM, trial.room.chair, f"screen-{trial.number}-{number}", shown)
        await walls.wait(gathering, "screens", WAIT)
        delays += gathering.since(start)
    walls.leave()
    tablets.leave()
    return delays


def run(trial: Trial) -> list[Row]:
    with cabinet_server(trial.data) as server:
        delays = in_loop(_follow(server, trial))
    return [spread("follow", f"bàn điều hành đổi → {SCREENS} màn hình", delays, goal=Goal("p99", 300.0))]


BENCH = Bench("screens", "Màn hình lớn", run)
