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
from ..documents.kinds import Kind
from ..documents.refusals import BadPaper
from ..domain.wording import legal_date
from ..store.blobs import Blobs
from ..store.database import Database
from ..store.tables import Paper, Version
from .readings import load_reading, make_reading

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
        .order_by(Version.id)  # of two papers with the same content always the same one gives the title
    )
    return [Wanted(version.reading, paper.title, _date(paper)) for paper, version in rows]


def _date(paper: Paper) -> str:
    return legal_date(clock.local(paper.published_at)) if paper.published_at else ""


def _texts(blobs: Blobs, key: str) -> list[str]:
    """The pages' texts; what was derived from the PDF for reading and is gone is made again from it."""
    try:
        reading = load_reading(blobs, key)
    except FileNotFoundError:
        make_reading(blobs, key, Kind.PDF)
        reading = load_reading(blobs, key)
    return [page.text for page in reading.pages]


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
            if key not in self._told or self._told[key].title != paper.title:
                await self._index(paper)

    async def _index(self, paper: Wanted) -> None:
        """One that cannot be indexed is said in the log and not tried again, so that the others have their turn."""
        self._told[paper.key] = paper
        try:
            pages = await anyio.to_thread.run_sync(_texts, self._blobs, paper.key)
            await self._assistant.index(paper.key, paper.title, paper.date, pages)
        except AssistantUnavailable:
            del self._told[paper.key]
            raise
        except (AssistantFailed, BadPaper, OSError) as problem:
            _log.error("paper not indexed", key=paper.key, exc_info=problem)

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
