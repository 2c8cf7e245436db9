"""Keeps the assistant's index as the tables say: every readable paper in it, nothing else.

The index is derived and lives with the assistant; what it should hold is asked of the tables each time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from uuid import uuid4

import anyio
import msgspec
import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from .. import clock
from ..actions import perform
from ..assistant.client import Assistant, AssistantFailed, AssistantUnavailable
from ..documents.kinds import Kind
from ..documents.refusals import BadPaper
from ..domain.audience import SYSTEM
from ..domain.commands import FinishIndexing
from ..domain.wording import legal_date
from ..store.blobs import Blobs
from ..store.database import Database
from ..store.tables import Paper, Version
from .readings import load_reading, make_reading

_log = structlog.get_logger(part="index")
HANDED_IN = 32
"""Papers that the assistant holds at a time; the others wait here."""
PAUSE = 0.5
"""Seconds: what happens in a burst is looked at once."""
AGAIN = 2.0
"""Seconds until an assistant that is away is asked again."""


class Wanted(msgspec.Struct, frozen=True):
    """A paper that should be in the index, named by the hash of its PDF for reading."""

    key: str
    title: str
    date: str
    remarks: tuple[str, ...] = ()
    """They change with the text: when letters were recognised, the paper is indexed again."""


def wanted(session: Session) -> list[Wanted]:
    """Of papers with the same content always the same one gives the title, the last here; a secret one only alone.

    Or its title would guide the search of somebody who may not know it.
    """
    rows = session.execute(
        select(Paper, Version)
        .join(Version, Version.id == Paper.version_id)
        .where(Version.state == "ready", Paper.state != "recalled")
    )
    ordered = sorted(rows, key=lambda row: (not row[0].readers, row[1].id))
    return [Wanted(version.reading, paper.title, _date(paper), tuple(version.warnings)) for paper, version in ordered]


def unsaid(session: Session, key: str) -> list[Version]:
    """Versions with this PDF for reading of which nobody has been told yet that they are in the index."""
    return list(
        session.scalars(
            select(Version)
            .join(Paper, Paper.version_id == Version.id)
            .where(Version.reading == key, Version.state == "ready", ~Version.indexed)
        )
    )


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
    """Remembers what the assistant was told (it keeps its index over restarts), so that only differences are sent.

    Every paper is handed in at once: the assistant makes all of them findable by words before it begins with vectors.
    """

    def __init__(self, db: Database, blobs: Blobs, assistant: Assistant) -> None:
        self._db = db
        self._blobs = blobs
        self._assistant = assistant
        self._told: dict[str, Wanted] = {}
        self._taken: set[str] = set()
        """Keys of those that the assistant said it has."""
        self._lost: set[str] = set()
        """Of those, what it no longer has. They stay told: recalled before their turn, they are dropped too."""
        self._at_once = asyncio.Semaphore(HANDED_IN)
        self._first = asyncio.Lock()
        self._cleared = False

    async def reconcile(self) -> None:
        """Raises AssistantUnavailable when something could not be handed in; it is then still to be done."""
        await self._clear()
        should = {paper.key: paper for paper in await self._db.aread(wanted)}
        for key in self._told.keys() - should.keys():
            await self._drop(key)
        new = [paper for key, paper in should.items() if not self._knows(key, paper)]
        self._told |= {paper.key: paper for paper in new}
        for former in (self._taken, self._lost):
            former.difference_update(paper.key for paper in new)
        outcomes = await asyncio.gather(*(self._index(paper) for paper in new), return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome

    def forget(self, keys: Iterable[str]) -> None:
        """These the assistant no longer has, such as after damage on its disk: they are handed in again next time."""
        self._lost |= self._taken.intersection(keys)

    async def _clear(self) -> None:
        """Once, before anything is handed in: what was recalled before this server started is not in `_told`."""
        async with self._first:
            if self._cleared:
                return
            keys = [paper.key for paper in await self._db.aread(wanted)]
            try:
                await self._assistant.keep(keys)
            except AssistantFailed as problem:
                _log.error("papers not dropped", exc_info=problem)
            self._cleared = True

    async def _drop(self, key: str) -> None:
        """Taken out first, so that nobody who waits hands it in behind this."""
        told = self._told.pop(key, None)
        if told is None:
            return
        self._taken.discard(key)
        self._lost.discard(key)
        try:
            await self._assistant.drop(key)
        except (AssistantUnavailable, AssistantFailed):
            self._told.setdefault(key, told)
            raise

    def _knows(self, key: str, paper: Wanted) -> bool:
        told = self._told.get(key)
        return told is not None and key not in self._lost and (told.title, told.remarks) == (paper.title, paper.remarks)

    async def _index(self, paper: Wanted) -> None:
        """One that cannot be indexed is said in the log and not tried again, so that the others have their turn."""
        try:
            async with self._at_once:
                pages = await anyio.to_thread.run_sync(_texts, self._blobs, paper.key)
                if self._told.get(paper.key) is not paper:
                    return  # recalled or renamed while it waited
                await self._assistant.index(paper.key, paper.title, paper.date, pages)
            if self._told.get(paper.key) is paper:
                self._taken.add(paper.key)
            await self._say(paper.key)
        except AssistantUnavailable:
            if self._told.get(paper.key) is paper:
                del self._told[paper.key]
            raise
        except (AssistantFailed, BadPaper, OSError) as problem:
            _log.error("paper not indexed", key=paper.key, exc_info=problem)

    async def _say(self, key: str) -> None:
        for version in await self._db.aread(lambda s: unsaid(s, key)):
            command, cause = FinishIndexing(version=version.id), f"indexed-{version.id}-{uuid4().hex}"
            await self._db.awrite(lambda s, v=version, c=command, k=cause: perform(s, v.stream, SYSTEM, k, c))  # type: ignore[misc]

    async def run(self, news: asyncio.Event) -> None:
        """Works for ever; an assistant that is away is waited for. News is looked at while papers are being indexed."""
        async with anyio.create_task_group() as tasks:
            while True:
                news.clear()
                tasks.start_soon(self._try, news)
                await news.wait()
                await asyncio.sleep(PAUSE)

    async def _try(self, news: asyncio.Event) -> None:
        try:
            await self.reconcile()
        except (AssistantUnavailable, AssistantFailed) as problem:
            _log.warning("assistant away", problem=str(problem))
            await asyncio.sleep(AGAIN)
            news.set()
