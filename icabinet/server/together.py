"""Questions to the database that come at the same moment are answered by one read.

When a thousand tablets come back at once, a read for each of them would keep them waiting for one another.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")
Read = Callable[[Sequence[K]], Awaitable[Mapping[K, V]]]
MOST = 500
"""Questions in one read."""


class Together(Generic[K, V]):
    """While one read is under way, what else is asked waits for the next: no answer is older than its question."""

    def __init__(self, read: Read[K, V]) -> None:
        self._read = read
        self._asked: dict[K, asyncio.Future[V | None]] = {}
        self._reading: asyncio.Task[None] | None = None

    async def ask(self, key: K) -> V | None:
        """What the read finds under the key; None when it finds nothing. Raises what the read raises."""
        if key not in self._asked:
            self._asked[key] = asyncio.get_running_loop().create_future()
        answer = self._asked[key]
        if self._reading is None:
            self._reading = asyncio.create_task(self._answer_all())
        return await asyncio.shield(answer)

    async def _answer_all(self) -> None:
        while self._asked:
            keys = list(self._asked)[:MOST]
            await self._answer({key: self._asked.pop(key) for key in keys})
        self._reading = None

    async def _answer(self, asked: dict[K, asyncio.Future[V | None]]) -> None:
        try:
            found = await self._read(list(asked))
        except Exception as problem:
            for answer in asked.values():
                answer.set_exception(problem)
            return
        for key, answer in asked.items():
            answer.set_result(found.get(key))
