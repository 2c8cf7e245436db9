"""Makes uploaded papers readable: whatever stands as "processing" in the tables is read, one at a time. Beside it, one
at a time, the letters in scanned pages are recognised, so that a long scan keeps no other paper waiting.

The tables are the queue: a paper left over by a crash is simply found again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from uuid import uuid4

import anyio
import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..actions import perform
from ..documents.errand import Step
from ..documents.kinds import Kind
from ..documents.recognise import recogniser
from ..documents.refusals import BadPaper
from ..documents.remarks import INCOMPLETE, SCANNED, pages_of
from ..domain.audience import SYSTEM
from ..domain.commands import FinishPaper
from ..store.blobs import Blobs
from ..store.database import Database
from ..store.tables import Version
from .leaves import present_leaves
from .readings import make_reading

_log = structlog.get_logger(part="extract")

lane = asyncio.Lock()
"""Letters are recognised in one scan at a time, for that takes a processor: meetings' papers and people's own documents
take turns.
"""

Told = Callable[[str, str, Step | None], None]
"""Hears from any thread how far a version of a stream is; None when nothing more is being done on it."""


def untold(stream: str, version: str, step: Step | None) -> None:
    """Where nobody waits for news."""


Done = Callable[[str], object]
"""Hears the hash of every PDF for reading whose text is there now; "" for a paper that could not be read."""


def leave(reading: str) -> None:
    """Where nothing more is made of it."""


def pending(session: Session) -> list[Version]:
    return list(session.scalars(select(Version).where(Version.state == "processing")))


def scanned(session: Session) -> list[Version]:
    return list(session.scalars(select(Version).where(Version.state == "ready", Version.work == "recognise")))


async def extract_pending(db: Database, blobs: Blobs, told: Told = untold, done: Done = leave) -> int:
    """Reads everything that waits and reports each paper as it is done; returns how many there were."""
    return await _all(db, blobs, told, done, await db.aread(pending))


async def recognise_pending(db: Database, blobs: Blobs, told: Told = untold, done: Done = leave) -> int:
    """Recognises the letters of every scan that waits; returns how many papers there were."""
    return await _all(db, blobs, told, done, await db.aread(scanned))


async def _all(db: Database, blobs: Blobs, told: Told, done: Done, versions: Sequence[Version]) -> int:
    for version in versions:
        async with lane if version.state == "ready" else nullcontext():
            command = await anyio.to_thread.run_sync(_read, blobs, version, told)
        stream, cause = version.stream, f"extract-{version.id}-{uuid4().hex}"
        await db.awrite(lambda s, c=command, m=stream, k=cause: perform(s, m, SYSTEM, k, c))  # type: ignore[misc]
        told(stream, version.id, None)
        done(command.reading)
    return len(versions)


def _read(blobs: Blobs, version: Version, told: Told) -> FinishPaper:
    """From the PDF for reading where there is one already: what people have in hand does not change."""
    again = version.state == "ready"
    source, kind = (version.reading, Kind.PDF) if again else (version.sha256, Kind(version.kind))
    try:
        sha256, outcome = make_reading(
            blobs, source, kind, recognise=again, tell=lambda step: told(version.stream, version.id, step)
        )
    except BadPaper as problem:
        _log.info("paper refused", version=version.id, code=problem.code)
        return FinishPaper(version=version.id, reason=problem.code, message=problem.message())
    except Exception as problem:  # or it would be tried for ever, and nothing behind it read
        _log.error("paper could not be read", version=version.id, exc_info=problem)
        broken = BadPaper("paper.broken")
        return FinishPaper(version=version.id, reason=broken.code, message=broken.message())
    warnings = list(outcome.warnings)
    goes_on = not again and recognisable(warnings)
    return FinishPaper(
        version=version.id,
        reading=sha256,
        pages=outcome.pages,
        warnings=warnings + _kept(version) if again else warnings,
        work="recognise" if goes_on else "",
    )


def recognisable(warnings: Sequence[str]) -> bool:
    """True when there are scanned pages, and a tool that finds the letters in them."""
    return bool(pages_of(SCANNED, warnings)) and recogniser() is not None


def _kept(version: Version) -> list[str]:
    """What was remarked when the paper was turned into a PDF: reading that PDF again cannot tell it."""
    return [said for said in version.warnings if said == INCOMPLETE]


async def run(db: Database, blobs: Blobs, news: asyncio.Event, told: Told = untold) -> None:
    """Works for ever; `news` is set whenever a log has grown."""
    scans, read = asyncio.Event(), asyncio.Queue[str]()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_recognise_for_ever, db, blobs, scans, told, read.put_nowait)
        tasks.start_soon(_leaves_for_ever, blobs, read)
        while True:
            news.clear()
            await extract_pending(db, blobs, told, read.put_nowait)
            scans.set()
            await news.wait()


async def _recognise_for_ever(db: Database, blobs: Blobs, scans: asyncio.Event, told: Told, done: Done) -> None:
    while True:
        scans.clear()
        await recognise_pending(db, blobs, told, done)
        await scans.wait()


async def _leaves_for_ever(blobs: Blobs, read: asyncio.Queue[str]) -> None:
    """Before anybody asks for them; what is missed here is made when it is asked for."""
    while True:
        sha256 = await read.get()
        try:
            if sha256:
                await anyio.to_thread.run_sync(present_leaves, blobs, sha256)
        except Exception as problem:
            _log.error("no leaves", reading=sha256, exc_info=problem)
