"""Keeps the assistant's index as the tables say: every readable paper in it, nothing else.

The index is derived and lives with the assistant; what it should hold is asked of the tables each time.
"""

from __future__ import annotations

import asyncio

import anyio
import msgspec
import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from .. import clock
from ..assistant.client import Assistant, AssistantFailed, AssistantUnavailable
from ..domain.wording import legal_date
from ..store.blobs import Blobs
from ..store.database import Database
from ..store.tables import Paper, Version
from .readings import load_reading

_log = structlog.get_logger(part="index")


class Wanted(msgspec.Struct, frozen=True):
    """A paper that should be in the index, named by the hash of its PDF for reading."""

    key: str
    title: str
    date: str


def wanted(session: Session) -> list[Wanted]:
    rows = session.execute(
        select(Paper, Version)
        .join(Version, Version.id == Paper.version_id)
        .where(Version.state == "ready", Paper.state != "recalled")
    )
    return [Wanted(version.reading, paper.title, _date(paper)) for paper, version in rows]


def _date(paper: Paper) -> str:
    return legal_date(clock.local(paper.published_at)) if paper.published_at else ""


class Indexer:
    """Remembers what the assistant was told (it keeps its index over restarts), so that only differences are sent."""

    def __init__(self, db: Database, blobs: Blobs, assistant: Assistant) -> None:
        self._db = db
        self._blobs = blobs
        self._assistant = assistant
        self._told: dict[str, Wanted] = {}

    async def reconcile(self) -> None:
        should = {paper.key: paper for paper in await self._db.aread(wanted)}
        for key in self._told.keys() - should.keys():
            await self._assistant.drop(key)
            del self._told[key]
        for key, paper in should.items():
            if key not in self._told:
                await self._index(paper)

    async def _index(self, paper: Wanted) -> None:
        reading = await anyio.to_thread.run_sync(load_reading, self._blobs, paper.key)
        await self._assistant.index(paper.key, paper.title, paper.date, [page.text for page in reading.pages])
        self._told[paper.key] = paper

    async def run(self, news: asyncio.Event) -> None:
        """Works for ever; an assistant that is away is waited for."""
        while True:
            news.clear()
            try:
                await self.reconcile()
                await news.wait()
            except (AssistantUnavailable, AssistantFailed) as problem:
                _log.warning("assistant away", problem=str(problem))
                await asyncio.sleep(2.0)
