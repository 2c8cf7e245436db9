"""Nothing reaches people through a side door: not a draft through what is written on it, not a right through a name."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from icabinet.actions import OFFICE, viewer
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.commands import Command
from icabinet.domain.errors import Refused
from icabinet.store.database import Database
from icabinet.views.snapshot import View, everything, seen_by
from tests.rooms import MEETING, add_paper, do, found_meeting


def seen(db: Database, user: str) -> View:
    def look(session: Session) -> View:
        found = everything(session, MEETING)
        assert found is not None
        return seen_by(viewer(session, user, MEETING), found[1])

    return db.read(look)


def note(name: str) -> c.AddNote:
    return c.AddNote(note=name, version="p1v", page=1, quads=[(0, 0, 10, 10)], exact="đoạn trích của dự thảo")


def refusal(db: Database, user: str, command: Command, stream: str = MEETING) -> str:
    with pytest.raises(Refused) as refused:
        do(db, user, command, stream)
    return refused.value.code


def test_a_comment_on_a_draft_shows_when_the_paper_does(db: Database) -> None:
    found_meeting(db)
    add_paper(db, publish=False)
    do(db, "secretary", c.AddComment(comment="c1", paper="p1", text="Số liệu mục 2 chưa khớp"))
    assert "comment" not in seen(db, "d1")
    assert "c1" in seen(db, "secretary")["comment"]
    do(db, "secretary", c.PublishPapers(papers=["p1"]))
    assert "c1" in seen(db, "d1")["comment"]


def test_a_comment_on_a_recalled_paper_stays_with_the_secretary(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    do(db, "secretary", c.RecallPaper(paper="p1", reason="Có sai sót"))
    do(db, "secretary", c.AddComment(comment="c1", paper="p1", text="Thu hồi vì nhầm bản"))
    assert "comment" not in seen(db, "d1")


def test_a_note_that_quotes_a_draft_is_not_shared(db: Database) -> None:
    found_meeting(db)
    add_paper(db, publish=False)
    do(db, "secretary", note("n1"))
    assert refusal(db, "secretary", c.ShareNote(note="n1", shared=True)) == "paper.not-published"
    assert "note" not in seen(db, "d1")
    do(db, "secretary", c.PublishPapers(papers=["p1"]))
    do(db, "secretary", c.ShareNote(note="n1", shared=True))
    assert "n1" in seen(db, "d1")["note"]


def test_a_recalled_paper_takes_no_notes(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    do(db, "secretary", c.RecallPaper(paper="p1", reason="Có sai sót"))
    assert refusal(db, "secretary", note("n1")) == "paper.not-published"


def test_nobody_is_given_the_name_of_the_system(db: Database) -> None:
    found_meeting(db)
    made = c.CreateUser(user=SYSTEM, login="nguoi-moi", name="Người mới")
    assert refusal(db, "administrator", made, OFFICE) == "exists"


def test_people_are_made_in_the_office_only(db: Database) -> None:
    """Somebody made in a meeting's log would be in no list of the office, and in the log of a meeting not his."""
    found_meeting(db)
    assert refusal(db, "administrator", c.CreateUser(user="u9", login="u9", name="Người mới")) == "not-found"
