"""Makes people's own documents readable, after the meetings' papers: one at a time, found in the tables. Beside it the
letters in their scanned pages are recognised, in turn with those of the meetings' papers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import anyio
import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..actions import OFFICE, perform
from ..documents.kinds import Kind
from ..documents.refusals import BadPaper
from ..domain.audience import SYSTEM
from ..domain.commands import FinishDocument
from ..store.blobs import Blobs
from ..store.database import Database
from ..store.tables import Document
from .extract import lane, recognisable
from .readings import make_reading

_log = structlog.get_logger(part="documents")


def pending(session: Session) -> list[Document]:
    return list(session.scalars(select(Document).where(Document.state == "processing")))


def scanned(session: Session) -> list[Document]:
    return list(session.scalars(select(Document).where(Document.state == "ready", Document.work == "recognise")))


async def read_pending(db: Database, blobs: Blobs) -> int:
    """Reads everything that waits; returns how many documents there were."""
    waiting = await db.aread(pending)
    for document in waiting:
        await _finish(db, document, await anyio.to_thread.run_sync(_read, blobs, document))
    return len(waiting)


async def recognise_pending(db: Database, blobs: Blobs) -> int:
    """Recognises the letters of every scan that waits; returns how many documents there were."""
    waiting = await db.aread(scanned)
    for document in waiting:
        async with lane:
            command = await anyio.to_thread.run_sync(_read, blobs, document)
        await _finish(db, document, command)
    return len(waiting)


async def _finish(db: Database, document: Document, command: FinishDocument) -> None:
    cause = f"document-{document.id}{document.work and '-letters'}"
    await db.awrite(lambda s: perform(s, OFFICE, SYSTEM, cause, command))


def _read(blobs: Blobs, document: Document) -> FinishDocument:
    """From the PDF for reading where there is one already."""
    again = document.state == "ready"
    source, kind = (document.reading, Kind.PDF) if again else (document.sha256, Kind(document.kind))
    try:
        reading, outcome = make_reading(blobs, source, kind, recognise=again)
    except BadPaper as problem:
        return FinishDocument(document=document.id, message=problem.message())
    except Exception as problem:  # or it would be tried for ever, and nothing behind it read
        _log.error("document could not be read", document=document.id, exc_info=problem)
        return FinishDocument(document=document.id, message=BadPaper("paper.broken").message())
    warnings: Sequence[str] = outcome.warnings
    return FinishDocument(
        document=document.id,
        reading=reading,
        pages=outcome.pages,
        warnings=list(warnings),
        work="recognise" if not again and recognisable(warnings) else "",
    )


async def run(db: Database, blobs: Blobs, news: asyncio.Event) -> None:
    """Works for ever; `news` is set whenever a log has grown."""
    scans = asyncio.Event()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_recognise_for_ever, db, blobs, scans)
        while True:
            news.clear()
            await read_pending(db, blobs)
            scans.set()
            await news.wait()


async def _recognise_for_ever(db: Database, blobs: Blobs, scans: asyncio.Event) -> None:
    while True:
        scans.clear()
        await recognise_pending(db, blobs)
        await scans.wait()
