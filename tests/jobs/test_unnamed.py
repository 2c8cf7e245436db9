"""Files go when nothing names them any more, and no sooner."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from icabinet.actions import TASKS
from icabinet.domain import commands as c
from icabinet.domain.tasks import Plan
from icabinet.jobs.unnamed import delete_unnamed
from icabinet.store.blobs import Blobs
from icabinet.store.database import Database
from tests.rooms import MEETING, do, found_meeting

LONG_AGO = 1.0


def old(blobs: Blobs, content: bytes) -> str:
    sha256 = blobs.put(content).sha256
    derived = blobs.derived(sha256, "tool")
    derived.mkdir(parents=True)
    for place in (blobs.path(sha256), derived.parent):
        os.utime(place, (LONG_AGO, LONG_AGO))
    return sha256


def add(db: Database, name: str, sha256: str) -> None:
    command = c.AddDocument(document=name, folder="", title="Riêng", name="r.pdf", kind="pdf", sha256=sha256, size=5)
    do(db, "d1", command, "office")


def test_a_removed_document_leaves_no_bytes_and_another_with_the_same_ones_keeps_them(
    db: Database, tmp_path: Path
) -> None:
    found_meeting(db)
    blobs = Blobs(tmp_path)
    shared, own, fresh = old(blobs, b"shared"), old(blobs, b"own"), blobs.put(b"just received").sha256
    add(db, "e1", shared)
    add(db, "e2", shared)
    add(db, "e3", own)
    assert asyncio.run(delete_unnamed(db, blobs)) == 0
    for name in ("e1", "e3"):
        do(db, "d1", c.RemoveDocument(document=name), "office")
    assert asyncio.run(delete_unnamed(db, blobs)) == 1
    assert not blobs.path(own).exists()
    assert not blobs.derived(own, "tool").parent.exists()
    assert blobs.path(shared).exists()
    assert blobs.path(fresh).exists(), "its row may come in a moment"


def test_a_file_that_was_given_with_a_task_stays(db: Database, tmp_path: Path) -> None:
    found_meeting(db)
    blobs = Blobs(tmp_path)
    sha256 = old(blobs, b"report")
    plan = Plan(title="Trình đề án", owner="user:d1", deadline=4_102_444_800_000, result="Đề án")
    do(db, "secretary", c.CreateTask(task="j1", plan=plan, meeting=MEETING), TASKS)
    do(db, "d1", c.AcceptTask(task="j1"), TASKS)
    do(db, "d1", c.AttachFile(task="j1", file="f1", name="a.pdf", kind="pdf", sha256=sha256, size=6), TASKS)
    assert asyncio.run(delete_unnamed(db, blobs)) == 0
    assert blobs.path(sha256).read_bytes() == b"report"


def test_what_was_received_again_meanwhile_stays(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    sha256 = old(blobs, b"twice")
    assert sha256 in blobs.kept(60)
    blobs.put(b"twice")
    blobs.delete(sha256, 60)
    assert blobs.path(sha256).read_bytes() == b"twice"
    assert list(blobs.incoming.iterdir()) == []
