"""A few at a time and so many a second; who comes when all places are taken waits, and is then sent away. While people
vote, nobody enters."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator

TOGETHER = 4
"""Pieces being sent at once; a tablet asks for 1 MiB at a time."""
HOLD_SECONDS = 0.1
"""A place is taken for at least so long: 40 pieces a second fill a hall's Wi-Fi, and leave the processor to votes."""
WAIT_SECONDS = 15.0
STILL_SECONDS = 1.0
"""So long after the last ballot the next ones may still be on their way."""


class Gate:
    def __init__(
        self,
        together: int = TOGETHER,
        hold: float = HOLD_SECONDS,
        wait: float = WAIT_SECONDS,
        still: float = STILL_SECONDS,
    ) -> None:
        self._free = asyncio.Semaphore(together)
        self._hold = hold
        self._wait = wait
        self._still = still
        self._voting = 0
        self._calm = asyncio.Event()
        self._calm.set()
        self._reopening: asyncio.TimerHandle | None = None

    async def enter(self) -> float | None:
        """The moment of entering, to be given back to `leave`; None when no place came free in time."""
        try:
            await asyncio.wait_for(self._turn(), self._wait)
        except TimeoutError:
            return None
        return asyncio.get_running_loop().time()

    async def _turn(self) -> None:
        await self._free.acquire()
        try:
            await self._calm.wait()
        except BaseException:
            self._free.release()
            raise

    def leave(self, entered: float) -> None:
        asyncio.get_running_loop().call_at(entered + self._hold, self._free.release)

    def pass_on(self) -> None:
        """Who has entered has no use for the place any more."""
        self._free.release()

    @contextlib.contextmanager
    def closed(self) -> Iterator[None]:
        """While it lasts, and a moment longer, nobody enters; who is inside goes on."""
        self._voting += 1
        self._calm.clear()
        if self._reopening:
            self._reopening.cancel()
        try:
            yield
        finally:
            self._voting -= 1
            if self._voting == 0:
                self._reopening = asyncio.get_running_loop().call_later(self._still, self._calm.set)
