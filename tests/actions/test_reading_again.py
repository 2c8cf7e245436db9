"""A paper is read again without taking from people's hands what they already read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.errors import Refused
from icabinet.store.database import Database
from icabinet.store.tables import Version
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import do, found_meeting

READ = c.FinishPaper(version="p1v", reading="ab" * 32, pages=3, warnings=["page-without-text:2"])
FAILED = c.FinishPaper(version="p1v", reason="paper.timeout", message="Đọc tệp quá lâu.")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    make_ready(sqlite_url(tmp_path))
    database = Database(sqlite_url(tmp_path))
    found_meeting(database)
    place = {"paper": "p1", "version": "p1v", "item": "i1", "title": "t", "name": "t.docx", "kind": "docx"}
    do(database, "secretary", c.AddPaper(**place, sha256="cd" * 32, size=3))  # type: ignore[arg-type]
    yield database
    database.close()


def version(db: Database) -> Version:
    return db.read(lambda s: s.get_one(Version, "p1v"))


def again(db: Database) -> None:
    do(db, "secretary", c.ReadPaperAgain(paper="p1"))


def test_a_failed_paper_is_read_again_from_the_start(db: Database) -> None:
    do(db, SYSTEM, FAILED)
    again(db)
    assert (version(db).state, version(db).reason, version(db).message) == ("processing", "", "")
    do(db, SYSTEM, READ)
    assert version(db).state == "ready"


def test_a_published_paper_keeps_its_pages_while_its_scans_are_looked_at(db: Database) -> None:
    do(db, SYSTEM, READ)
    do(db, "secretary", c.PublishPapers(papers=["p1"]))
    again(db)
    assert (version(db).state, version(db).work, version(db).reading) == ("ready", "recognise", "ab" * 32)
    do(db, SYSTEM, c.FinishPaper(version="p1v", reading="ab" * 32, pages=3, warnings=["page-recognised:2"]))
    assert (version(db).work, version(db).warnings) == ("", ["page-recognised:2"])


def test_what_could_be_read_before_stays_when_reading_again_fails(db: Database) -> None:
    do(db, SYSTEM, READ)
    do(db, "secretary", c.PublishPapers(papers=["p1"]))
    again(db)
    do(db, SYSTEM, FAILED)
    found = version(db)
    assert (found.state, found.work, found.reading, found.reason) == ("ready", "", "ab" * 32, "paper.timeout")


def test_a_draft_is_read_anew_with_the_tools_of_now(db: Database) -> None:
    do(db, SYSTEM, READ)
    again(db)
    assert version(db).state == "processing"
    do(db, SYSTEM, c.FinishPaper(version="p1v", reading="ef" * 32, pages=4))
    assert version(db).reading == "ef" * 32


def test_asking_twice_is_asking_once(db: Database) -> None:
    again(db)
    assert version(db).state == "processing"
    do(db, SYSTEM, READ)
    again(db)
    again(db)
    do(db, SYSTEM, READ)
    assert version(db).state == "ready"


def test_only_the_secretary_asks(db: Database) -> None:
    for user in ("chair", "d1"):
        with pytest.raises(Refused):
            do(db, user, c.ReadPaperAgain(paper="p1"))
