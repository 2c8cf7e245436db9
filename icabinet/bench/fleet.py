"""Many tablets at once, and waiting until something has reached all of them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TypeVar

from .requests import Address, Seat
from .tablet import Heard, Tablet

T = TypeVar("T")
AT_ONCE = 100
"""Handshakes under way together, unless all are to come in one storm."""


class Broken(Exception):
    """A tablet lost its connection, or something did not happen in time."""


class Gathering:
    """Waits until `count` things have happened, and remembers when each did (seconds of time.perf_counter)."""

    def __init__(self, count: int) -> None:
        self.times: list[float] = []
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._count = count

    def arrived(self, times: int = 1) -> None:
        now = time.perf_counter()
        self.times.extend([now] * times)
        if len(self.times) >= self._count and not self.done.done():
            self.done.set_result(None)

    def since(self, start: float) -> list[float]:
        """How long each took, in seconds."""
        return [moment - start for moment in self.times]


class Fleet:
    """The tablets of one run. Whatever is waited for ends with Broken as soon as one of them is dropped."""

    def __init__(self, address: Address, path: str = "/ws") -> None:
        self.address = address
        self.tablets: list[Tablet] = []
        self._path = path
        self._trouble: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def connect(
        self, seats: Iterable[Seat], hears: Callable[[Seat], Heard], at_once: int = AT_ONCE, greeting: bytes = b""
    ) -> None:
        """Opens a websocket a seat; `hears` makes the seat's listener, `greeting` is sent as soon as it is open."""
        gate = asyncio.Semaphore(at_once)
        tablets = [Tablet(seat, hears(seat), self._lost) for seat in seats]

        async def open_(tablet: Tablet) -> None:
            async with gate:
                await tablet.connect(self.address, self._path)
                if greeting:
                    tablet.send(greeting)

        await asyncio.gather(*(open_(tablet) for tablet in tablets))
        self.tablets += tablets

    def subscribe(self, stream: str, at: int) -> None:
        message = b'{"type":"subscribe","streams":{"%s":%d}}' % (stream.encode(), at)
        for tablet in self.tablets:
            tablet.send(message)

    async def wait(self, gathering: Gathering, what: str, seconds: float) -> None:
        """Raises Broken when not everything has happened within `seconds`."""
        waited: set[asyncio.Future[None] | asyncio.Future[str]] = {gathering.done, self._trouble}
        done, _ = await asyncio.wait(waited, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if self._trouble in done:
            raise Broken(self._trouble.result())
        if not done:
            raise Broken(f"{what}: only {len(gathering.times)} within {seconds:.0f} s")

    def leave(self) -> None:
        for tablet in self.tablets:
            tablet.leave()
        self.tablets.clear()

    def _lost(self, reason: str) -> None:
        if not self._trouble.done():
            self._trouble.set_result(reason)


async def timed(work: Awaitable[T]) -> tuple[float, T]:
    """How many seconds it took, and what came of it."""
    start = time.perf_counter()
    result = await work
    return time.perf_counter() - start, result


async def all_timed(works: Sequence[Awaitable[T]]) -> list[float]:
    """All at once: the seconds that each took, counted from the common start."""
    start = time.perf_counter()

    async def one(work: Awaitable[T]) -> float:
        await work
        return time.perf_counter() - start

    return list(await asyncio.gather(*(one(work) for work in works)))
