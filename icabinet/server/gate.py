"""A few at a time; who comes when all places are taken waits a little, and is then sent away."""

from __future__ import annotations

import asyncio

TOGETHER = 8
"""Pieces being sent at once; a tablet asks for 1 MiB at a time."""
WAIT_SECONDS = 5.0


class Gate:
    def __init__(self, together: int = TOGETHER, wait: float = WAIT_SECONDS) -> None:
        self._free = asyncio.Semaphore(together)
        self._wait = wait

    async def enter(self) -> bool:
        """False when no place came free in time."""
        try:
            await asyncio.wait_for(self._free.acquire(), self._wait)
        except TimeoutError:
            return False
        return True

    def leave(self) -> None:
        self._free.release()
