"""What tablets load when they open a meeting, kept while nothing happens there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from sqlalchemy.orm import Session

from ..store import log
from ..store.database import Database
from ..views.records import Record
from ..views.snapshot import everything
from .together import Together

Everything = tuple[int, list[Record]]
KEPT = 32
"""Meetings held in memory; the one that was asked for longest ago gives way."""


class Memory:
    """All records of a stream, loaded once per position however many tablets ask at the same time."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._held: OrderedDict[str, Everything] = OrderedDict()
        self._positions = Together(self._read_positions)
        self._loads = Together(self._load)

    async def everything(self, stream: str) -> Everything | None:
        """Asked of the log itself, not of the hub, which may lag behind a change that was acknowledged just now."""
        position = await self._positions.ask(stream)
        if position is None:
            return None
        held = self._held.get(stream)
        if held is None or held[0] < position:
            return await self._loads.ask(stream)
        self._held.move_to_end(stream)
        return held

    async def _read_positions(self, streams: Sequence[str]) -> dict[str, int]:
        return await self._db.aread(lambda s: log.positions(s.connection(), streams))

    async def _load(self, streams: Sequence[str]) -> dict[str, Everything]:
        found = await self._db.aread(lambda s: _everything_of(s, streams))
        self._held |= found
        for stream in found:
            self._held.move_to_end(stream)
        while len(self._held) > KEPT:
            self._held.popitem(last=False)
        return found


def _everything_of(session: Session, streams: Sequence[str]) -> dict[str, Everything]:
    read = {stream: everything(session, stream) for stream in streams}
    return {stream: found for stream, found in read.items() if found is not None}
