"""Makes uploaded papers readable: whatever stands as "processing" in the tables is read, one at a time.

The tables are the queue: a paper left over by a crash is simply found again.
"""

from __future__ import annotations

import asyncio

import anyio
import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..actions import perform
from ..documents.kinds import Kind
from ..documents.refusals import BadPaper
from ..domain.audience import SYSTEM
from ..domain.commands import FinishPaper
from ..store.blobs import Blobs
from ..store.database import Database
from ..store.tables import Version
from .readings import make_reading

_log = structlog.get_logger(part="extract")


def pending(session: Session) -> list[Version]:
    return list(session.scalars(select(Version).where(Version.state == "processing")))


async def extract_pending(db: Database, blobs: Blobs) -> int:
    """Reads everything that waits and reports each paper as it is done; returns how many there were."""
    versions = await db.aread(pending)
    for version in versions:
        command = await anyio.to_thread.run_sync(_read, blobs, version)
        stream, cause = version.stream, f"extract-{version.id}"
        await db.awrite(lambda s, c=command, m=stream, k=cause: perform(s, m, SYSTEM, k, c))  # type: ignore[misc]
    return len(versions)


def _read(blobs: Blobs, version: Version) -> FinishPaper:
    try:
        sha256, outcome = make_reading(blobs, version.sha256, Kind(version.kind))
    except BadPaper as problem:
        _log.info("paper refused", version=version.id, code=problem.code)
        return FinishPaper(version=version.id, reason=problem.code, message=problem.message())
    except Exception as problem:  # or it would be tried for ever, and nothing behind it read
        _log.error("paper could not be read", version=version.id, exc_info=problem)
        broken = BadPaper("paper.broken")
        return FinishPaper(version=version.id, reason=broken.code, message=broken.message())
    return FinishPaper(version=version.id, reading=sha256, pages=outcome.pages, warnings=list(outcome.warnings))


async def run(db: Database, blobs: Blobs, news: asyncio.Event) -> None:
    """Works for ever; `news` is set whenever a log has grown."""
    while True:
        news.clear()
        await extract_pending(db, blobs)
        await news.wait()
