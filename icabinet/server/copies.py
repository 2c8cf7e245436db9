"""Secret papers are handed out as copies made for one reader: his name and the time lie across every page."""

from __future__ import annotations

import asyncio
import hashlib
import time
from pathlib import Path

import anyio
import structlog

from .. import clock
from ..actions import perform
from ..documents.refusals import BadPaper
from ..documents.sandbox import stamp_paper
from ..domain.audience import SYSTEM
from ..domain.commands import LogOpening
from ..store.blobs import Blobs
from ..store.database import Database
from ..store.tables import User, Version
from .problems import Problem

KEPT_SECONDS = 3600
"""How long one copy serves its reader: a tablet continues a broken download in the same bytes."""
_log = structlog.get_logger(part="copies")


class Copies:
    """The copies of this server's readers, in a folder of their own. Two are made at a time, the others wait."""

    def __init__(self, db: Database, blobs: Blobs) -> None:
        self._db = db
        self._blobs = blobs
        self._folder = blobs.root / "copies"
        self._making: dict[str, asyncio.Task[None]] = {}
        self._at_once = anyio.CapacityLimiter(2)

    async def for_reader(self, version: Version, user: str) -> tuple[Path, str]:
        """The reader's copy and its tag. That he opened the paper is in the log before he has a byte of it.

        Raises Problem("paper.no-copy") when none can be made: the paper itself is never handed out instead.
        """
        now = clock.now()
        await self.log_opening(version, user)
        name = await self._db.aread(lambda s: s.get_one(User, user).name)
        own = f"{version.reading} {user} {name} {now // (KEPT_SECONDS * 1000)}"
        tag = hashlib.sha256(own.encode()).hexdigest()
        place = self._folder / f"{tag}.pdf"
        if not place.exists():
            await self._make(tag, version.reading, f"MẬT · {name} · {clock.local(now):%H:%M ngày %d/%m/%Y}")
        return place, tag

    def sweep(self) -> None:
        """Removes the copies whose hour is over."""
        limit = time.time() - 2 * KEPT_SECONDS
        for copy in self._folder.glob("*.pdf"):
            if copy.stat().st_mtime < limit:
                copy.unlink(missing_ok=True)

    async def _make(self, tag: str, reading: str, words: str) -> None:
        """Whoever asks twice at once waits for the one copy that is being made."""
        if tag not in self._making:
            self._making[tag] = asyncio.create_task(self._stamp(tag, reading, words))
            self._making[tag].add_done_callback(lambda _: self._making.pop(tag, None))
        try:
            await asyncio.shield(self._making[tag])
        except BadPaper as problem:
            _log.error("no copy of a secret paper", reading=reading, code=problem.code)
            raise Problem("paper.no-copy") from problem

    async def _stamp(self, tag: str, reading: str, words: str) -> None:
        source, target = self._blobs.path(reading), self._folder / f"{tag}.pdf"
        await anyio.to_thread.run_sync(stamp_paper, source, words, target, limiter=self._at_once)

    async def log_opening(self, version: Version, user: str) -> None:
        """Once a minute for a reader and a version: a download that is continued is one opening."""
        cause = f"open-{version.id}-{user}-{clock.now() // 60_000}"
        command = LogOpening(opening=cause, version=version.id, user=user)
        await self._db.awrite(lambda s: perform(s, version.stream, SYSTEM, cause, command))
