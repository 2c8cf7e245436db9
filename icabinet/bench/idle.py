"""What a connected tablet costs the server while nothing happens, and how long the server takes to start."""

from __future__ import annotations

import asyncio

from .figures import Goal, Row
from .fleet import Fleet
from .process import Server, cabinet_server
from .seed import STREAM, position
from .trial import Bench, Trial, in_loop

WARM = 5
SETTLE = 2.0


async def _memory(server: Server, trial: Trial) -> float:
    """KiB of memory per connection; a few connections come before, so that what loads only once is not counted."""
    seats = trial.room.tablets
    at = await position(server.address, trial.room)
    warm, fleet = Fleet(server.address), Fleet(server.address)
    await warm.connect(seats[:WARM], lambda seat: lambda payload: None)
    warm.subscribe(STREAM, at)
    await asyncio.sleep(SETTLE)
    before = server.memory()
    await fleet.connect(seats, lambda seat: lambda payload: None)
    fleet.subscribe(STREAM, at)
    await asyncio.sleep(SETTLE)
    after = server.memory()
    warm.leave()
    fleet.leave()
    return (after - before) / 1024 / len(seats)


def run(trial: Trial) -> list[Row]:
    with cabinet_server(trial.data) as server:
        each = in_loop(_memory(server, trial))
        whole = server.memory() / 1024 / 1024
        start = server.started_in * 1000
    return [
        Row("memory", "bộ nhớ mỗi máy đang nối", "KiB", each, goal=Goal("median", 40.0)),
        Row("server", "bộ nhớ của máy chủ", "MiB", whole),
        Row("start", "khởi động tới lần trả lời đầu", "ms", start, goal=Goal("median", 3000.0)),
    ]


BENCH = Bench("idle-memory", "Máy nối mà không làm gì", run)
