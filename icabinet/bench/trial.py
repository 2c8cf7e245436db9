"""One bench: what it is called, what it prepares, and how it is run several times."""

from __future__ import annotations

import asyncio
import resource
import sys
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from .figures import Report, Row, medians
from .seed import Room, furnish

T = TypeVar("T")
SECONDS = 60.0
"""The longest that one run may take."""


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """How much of everything."""

    connections: int = 200
    runs: int = 3
    events: int = 10
    bursts: int = 20
    missed: int = 200
    megabytes: int = 30
    pages: int = 100
    questions: int = 50
    passages: int = 5000
    meetings: int = 2500
    letters: int = 1000
    options: int = 0
    strokes: int = 12
    drawn: int = 0
    seed: int = 0
    model: Path = Path(".var/model")
    thrifty: bool = False
    indexing: bool = False


class Trial(msgspec.Struct, frozen=True):
    """One run: its number (from 1), the meeting and the folder of the server's data."""

    number: int
    load: Load
    room: Room
    data: Path


class Bench(msgspec.Struct, frozen=True):
    name: str
    title: str
    run: Callable[[Trial], list[Row]]


def report(bench: Bench, load: Load, folder: Path | None) -> Report:
    """Prepares one meeting, runs the bench `load.runs` times on it, and reports the medians.

    `folder` (None: the machine's folder for temporary files) should lie on the disk that will hold the data.
    """
    _allow_many_sockets(load.connections)
    with tempfile.TemporaryDirectory(prefix="icabinet-bench-", dir=folder) as name:
        data = Path(name)
        room = furnish(data, load.connections)
        runs = [bench.run(Trial(number, load, room, data)) for number in range(1, load.runs + 1)]
    return Report(bench.name, bench.title, load.connections, load.runs, medians(runs))


def in_loop(work: Coroutine[Any, Any, T], at_most: float = SECONDS) -> T:
    """Runs the load on a fast event loop, for at most so many seconds. Raises TimeoutError."""
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        return runner.run(asyncio.wait_for(work, at_most))


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop]:
    if sys.platform == "win32":
        return asyncio.new_event_loop
    import uvloop

    return uvloop.new_event_loop


def _allow_many_sockets(connections: int) -> None:
    """Two sockets a tablet here; in the server, which inherits the limit, an open file as well."""
    need = 4 * connections + 500
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < need:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(need, hard), hard))
