"""The workers behind a meeting: one paper that cannot be handled never holds up the others."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from icabinet.assistant.client import Assistant
from icabinet.domain import commands as c
from icabinet.jobs.extract import extract_pending
from icabinet.jobs.index import Indexer
from icabinet.store.blobs import Blobs
from icabinet.store.database import Database
from icabinet.store.tables import Version
from icabinet.views.snapshot import everything
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.patience import PATIENCE
from tests.rooms import MEETING, do, found_meeting
from tests.server.conftest import Server
from tests.server.test_ask import ask, wait_for_passages
from tests.server.test_files import SENTENCE, pdf_file, wait_until_read, word_file

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    make_ready(sqlite_url(tmp_path))
    database = Database(sqlite_url(tmp_path))
    found_meeting(database)
    yield database
    database.close()


def hand_in(db: Database, blobs: Blobs, paper: str, content: bytes, kind: str) -> str:
    blob = blobs.put(content)
    place = {"paper": paper, "version": f"{paper}v", "item": "i1", "title": paper, "name": paper, "kind": kind}
    do(db, "secretary", c.AddPaper(**place, sha256=blob.sha256, size=blob.size))  # type: ignore[arg-type]
    return blob.sha256


async def test_a_paper_that_breaks_the_worker_is_told_to_the_secretary_and_the_next_is_read(
    db: Database, tmp_path: Path
) -> None:
    blobs = Blobs(tmp_path / "files")
    stuck = blobs.derived(hand_in(db, blobs, "p1", pdf_file(1), "pdf"), "x").parent
    hand_in(db, blobs, "p2", pdf_file(2), "pdf")
    stuck.parent.mkdir(parents=True)
    stuck.write_bytes(b"a file where the worker needs a folder")
    await extract_pending(db, blobs)
    first, second = db.read(lambda s: (s.get_one(Version, "p1v"), s.get_one(Version, "p2v")))
    assert (first.state, first.reason) == ("failed", "paper.broken")
    assert first.message.startswith("Tệp bị hỏng")
    assert second.state == "ready"


async def test_the_index_follows_the_tables_whatever_is_lost(db: Database, tmp_path: Path) -> None:
    """What is derived may be thrown away; with it went every paper that stood behind it in the line.

    A paper recalled while no server ran leaves the disk, and one that was damaged there is handed in again.
    """
    blobs = Blobs(tmp_path / "files")
    hand_in(db, blobs, "p1", word_file(SENTENCE), "docx")
    hand_in(db, blobs, "p2", word_file("Các đơn vị báo cáo trước ngày 15 hằng tháng."), "docx")
    await extract_pending(db, blobs)
    keys = db.read(lambda s: [s.get_one(Version, f"p{number}v").reading for number in (1, 2)])
    shutil.rmtree(blobs.derived(keys[0], "x").parent)
    assistant = Assistant(tmp_path / "no-model", tmp_path / "assistant")
    await assistant.start()
    try:
        await Indexer(db, blobs, assistant).reconcile()
        found = await assistant.ask("tài khoản định danh điện tử đã kích hoạt", keys)
        assert found.passages[0].quote == SENTENCE
        assert db.read(lambda s: all(s.get_one(Version, f"p{number}v").indexed for number in (1, 2)))
        again = Indexer(db, blobs, assistant)
        before = db.read(lambda s: everything(s, MEETING))
        await again.reconcile()
        assert db.read(lambda s: everything(s, MEETING)) == before, "what is known is not said twice"
        do(db, "secretary", c.PublishPapers(papers=["p2"]))
        do(db, "secretary", c.RecallPaper(paper="p2", reason="Sai số liệu."))
        restarted = Indexer(db, blobs, assistant)
        await restarted.reconcile()
        (kept,) = (tmp_path / "assistant").glob("*.paper")
        kept.write_bytes(kept.read_bytes()[:-1])
        await assistant.stop()
        await assistant.start()
        lost = (await assistant.ask("tài khoản định danh điện tử đã kích hoạt", keys)).missing
        assert lost == sorted(keys)
        restarted.forget(lost)
        await restarted.reconcile()
        found = await assistant.ask("tài khoản định danh điện tử đã kích hoạt", keys)
        assert (found.passages[0].quote, found.missing) == (SENTENCE, keys[1:])
    finally:
        await assistant.stop()


async def test_a_long_paper_does_not_keep_the_next_from_being_found(
    db: Database, tmp_path: Path, model_folder: Path
) -> None:
    """Found by words while the model is still busy with the long one."""
    blobs = Blobs(tmp_path / "files")
    long = " ".join(f"Đơn vị số {number} báo cáo kết quả thực hiện nhiệm vụ được giao." for number in range(3000))
    hand_in(db, blobs, "p1", word_file(long), "docx")
    hand_in(db, blobs, "p2", word_file(SENTENCE), "docx")
    await extract_pending(db, blobs)
    keys = db.read(lambda s: [s.get_one(Version, f"p{number}v").reading for number in (1, 2)])
    assistant = Assistant(model_folder, tmp_path / "assistant")
    await assistant.start()
    indexing = asyncio.create_task(Indexer(db, blobs, assistant).reconcile())
    try:
        while not (await assistant.ask("tài khoản định danh điện tử đã kích hoạt", keys[1:])).passages:
            assert not indexing.done()
            await asyncio.sleep(0.1)
        assert (await assistant.status()).waiting == 2, "the long one was finished first"
    finally:
        indexing.cancel()
        await assistant.stop()


def test_a_new_title_is_searched_too(server: Server) -> None:
    secretary = server.tab("secretary")
    secretary.upload(word_file(SENTENCE), "báo cáo.docx")
    wait_until_read(secretary)
    question = "Theo Kế hoạch 257, bao nhiêu tài khoản định danh điện tử đã kích hoạt?"
    wait_for_passages(secretary, question)
    assert ask(secretary, question)["state"] == "refused"
    secretary.do("paper.retitle", paper="p1", title="Báo cáo thực hiện Kế hoạch 257")
    until = time.monotonic() + PATIENCE
    while ask(secretary, question)["state"] == "refused":
        assert time.monotonic() < until, "the assistant still knows the paper by its old title"
        time.sleep(0.2)
