"""Closes circulations at their deadline, by the server's clock. What a server that was off missed is closed at once."""

from __future__ import annotations

import asyncio

import structlog

from .. import clock
from ..actions import perform
from ..domain.audience import SYSTEM
from ..domain.commands import CloseCirculation
from ..domain.errors import Refused
from ..store.database import Database
from ..views.circulations import due, next_deadline

LONGEST_S = 60.0
"""A clock that was set, or another node's write that no word came of, is noticed after so many seconds."""
_log = structlog.get_logger(part="deadlines")


async def close_due(db: Database) -> int:
    """Closes all whose time is over; returns how many. Several nodes may do it at once: the second finds it done."""
    now = clock.now()
    waiting = await db.aread(lambda s: due(s, now))
    for stream, deadline in waiting:
        cause = f"deadline-{deadline}"
        try:
            await db.awrite(lambda s, m=stream, k=cause: perform(s, m, SYSTEM, k, CloseCirculation()))  # type: ignore[misc]
        except Refused as refused:  # extended, closed or withdrawn since it was read
            _log.info("not closed", stream=stream, code=refused.code)
    return len(waiting)


async def run(db: Database, news: asyncio.Event) -> None:
    """Works for ever; `news` is set whenever a log has grown."""
    while True:
        news.clear()
        await close_due(db)
        nearest = await db.aread(next_deadline)
        wait = LONGEST_S if nearest is None else min(LONGEST_S, max(0.01, (nearest - clock.now() + 1) / 1000))
        try:
            async with asyncio.timeout(wait):
                await news.wait()
        except TimeoutError:
            pass
