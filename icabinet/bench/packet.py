"""A packet of papers for the assistant: real Word files, read and published as in an office."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

import docx
import msgspec
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from ..assistant.client import Assistant
from ..documents.kinds import Kind
from ..domain.audience import SYSTEM
from ..domain.commands import AddPaper, FinishPaper, PublishPapers
from ..jobs.index import Indexer
from ..jobs.readings import make_reading
from ..settings import Settings
from ..store.blobs import Blobs
from ..store.database import Database
from .papers import prose
from .seed import ITEM, STREAM, Step, carry_out

PAGES_A_PAPER = 20
MODEL_SECONDS = 60.0
MANNER = {True: "", False: " (không có mô hình: chỉ theo từ)"}
"""What a row says about how it came about."""


class _Made(msgspec.Struct, frozen=True):
    sha256: str
    size: int
    reading: str
    pages: int


def add_packet(data: Path, pages: int) -> int:
    """Puts a published packet of about `pages` pages into the meeting; returns how many pages it has."""
    settings = Settings(data=data)
    db, blobs = Database(settings.database_url), Blobs(data / "files")
    try:
        papers = [_make(blobs, number, min(PAGES_A_PAPER, pages - at)) for number, at in _parts(pages)]
        carry_out(db, [step for number, paper in enumerate(papers) for step in _steps(number, paper)], "packet")
    finally:
        db.close()
    return sum(paper.pages for paper in papers)


def _parts(pages: int) -> list[tuple[int, int]]:
    return list(enumerate(range(0, pages, PAGES_A_PAPER)))


def _make(blobs: Blobs, number: int, pages: int) -> _Made:
    blob = blobs.put(word_file(prose(pages, seed=number)))
    reading, outcome = make_reading(blobs, blob.sha256, Kind.DOCX)
    return _Made(blob.sha256, blob.size, reading, outcome.pages)


def word_file(pages: list[str], points: int = 11) -> bytes:
    """A .docx in letters of so many points, with a page break after each page."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(points)
    for page in pages:
        for line in page.split("\n"):
            document.add_paragraph(line)
        document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _steps(number: int, made: _Made) -> list[Step]:
    paper, version = f"packet{number}", f"packet{number}v"
    add = AddPaper(
        paper=paper,
        item=ITEM,
        title=f"Báo cáo số {number + 1}",
        version=version,
        name=f"bao-cao-{number + 1}.docx",
        kind="docx",
        sha256=made.sha256,
        size=made.size,
    )
    finish = FinishPaper(version=version, reading=made.reading, pages=made.pages)
    return [(STREAM, SYSTEM, command) for command in (add, finish, PublishPapers(papers=[paper]))]


async def index_packet(data: Path, model: Path) -> bool:
    """Fills the server's index beforehand, so that questions do not wait for it; tells whether there is a model."""
    db, blobs = Database(Settings(data=data).database_url), Blobs(data / "files")
    assistant = Assistant(model, data / "assistant")
    await assistant.start()
    try:
        with_model = await model_loaded(assistant)
        await Indexer(db, blobs, assistant).reconcile()
    finally:
        await assistant.stop()
        db.close()
    return with_model


async def model_loaded(assistant: Assistant) -> bool:
    """Waits until the model is there, and returns False when there is none: then only words are searched."""
    async with asyncio.timeout(MODEL_SECONDS):
        while (state := (await assistant.status()).model) == "loading":
            await asyncio.sleep(0.1)
    return state == "ready"
