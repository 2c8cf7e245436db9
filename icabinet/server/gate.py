"""A few at a time and so many a second; who comes when all places are taken waits, and is then sent away."""

from __future__ import annotations

import asyncio

TOGETHER = 4
"""Pieces being sent at once; a tablet asks for 1 MiB at a time."""
HOLD_SECONDS = 0.1
"""A place is taken for at least so long: 40 pieces a second fill a hall's Wi-Fi, and leave the processor to votes."""
WAIT_SECONDS = 15.0


class Gate:
    def __init__(self, together: int = TOGETHER, hold: float = HOLD_SECONDS, wait: float = WAIT_SECONDS) -> None:
        self._free = asyncio.Semaphore(together)
        self._hold = hold
        self._wait = wait

    async def enter(self) -> float | None:
        """The moment of entering, to be given back to `leave`; None when no place came free in time."""
        try:
            await asyncio.wait_for(self._free.acquire(), self._wait)
        except TimeoutError:
            return None
        return asyncio.get_running_loop().time()

    def leave(self, entered: float) -> None:
        asyncio.get_running_loop().call_at(entered + self._hold, self._free.release)
