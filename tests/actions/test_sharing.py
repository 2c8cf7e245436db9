"""Marks are private until shared, and then seen by those named and by nobody else."""

from __future__ import annotations

from icabinet.actions import perform
from icabinet.domain import commands as c
from icabinet.domain.ink import StrokeLine
from icabinet.store.database import Database
from tests.actions.test_reach import note, refusal, seen
from tests.rooms import MEETING, add_paper, do, found_meeting

EVERYBODY = {"chair", "secretary", "d1", "d2", "d3", "guest", "screen"}


def who_sees(db: Database, kind: str) -> set[str]:
    return {user for user in EVERYBODY if seen(db, user).get(kind)}


def prepare(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    do(db, "d1", note("n1"))
    do(db, "d1", c.DrawStrokes(version="p1v", strokes=[StrokeLine("k1", 1, "AAA")]))


def test_a_note_is_seen_by_those_it_names_and_taken_back(db: Database) -> None:
    prepare(db)
    assert who_sees(db, "note") == {"d1"}
    do(db, "d1", c.ShareNote(note="n1", shared=True, named=["user:d2", "role:secretary"]))
    assert who_sees(db, "note") == {"d1", "d2", "secretary"}
    assert seen(db, "d2")["note"]["n1"]["named"] == ["role:secretary", "user:d2"], "who sees it is said on it"
    do(db, "d1", c.ShareNote(note="n1", shared=True))
    assert who_sees(db, "note") == EVERYBODY
    do(db, "d1", c.ShareNote(note="n1", shared=False))
    assert who_sees(db, "note") == {"d1"}
    assert refusal(db, "d1", c.ShareNote(note="n1", shared=True, named=["user:nobody"])) == "paper.reader-unknown"
    assert refusal(db, "d2", c.ShareNote(note="n1", shared=True)) == "not-found"


def test_a_shared_page_is_shared_with_what_is_drawn_on_it_later(db: Database) -> None:
    prepare(db)
    do(db, "d1", c.ShareInk(version="p1v", page=1, shared=True, named=["user:d2"]))
    do(db, "d1", c.DrawStrokes(version="p1v", strokes=[StrokeLine("k2", 1, "AAA"), StrokeLine("k3", 2, "AAA")]))
    assert set(seen(db, "d2")["stroke"]) == {"k1", "k2"}, "page 2 is not shared"
    assert who_sees(db, "stroke") == {"d1", "d2"}
    do(db, "d1", c.ShareInk(version="p1v", page=1, shared=False))
    assert who_sees(db, "stroke") == {"d1"}
    assert refusal(db, "d2", c.ShareInk(version="p1v", page=1, shared=True)) == "ink.nothing-there"


def test_strokes_that_come_back_are_shared_as_they_were_or_with_nobody(db: Database) -> None:
    prepare(db)

    def erased_and_back(*named: str) -> set[str]:
        do(db, "d1", c.EraseStrokes(paper="p1", strokes=["k1"]))
        back = c.DrawStrokes(version="p1v", strokes=[StrokeLine("k1", 1, "AAA")], shared=True, named=list(named))
        do(db, "d1", back)
        return who_sees(db, "stroke")

    assert erased_and_back("user:d2") == {"d1", "d2"}
    assert erased_and_back() == EVERYBODY
    assert erased_and_back("user:nobody") == {"d1"}
    do(db, "d1", c.ShareInk(version="p1v", page=1, shared=True))
    do(db, "d1", c.DrawStrokes(version="p1v", strokes=[StrokeLine("k2", 1, "AAA")], shared=False))
    assert set(seen(db, "d2")["stroke"]) == {"k1"}, "a private stroke does not become its page's"


def test_what_names_people_on_a_paper_that_becomes_secret_is_private_while_it_is(db: Database) -> None:
    prepare(db)
    do(db, "d1", c.ShareNote(note="n1", shared=True, named=["user:d2"]))
    do(db, "d1", c.ShareInk(version="p1v", page=1, shared=True))
    do(db, "secretary", c.NameReaders(paper="p1", readers=["user:d1", "user:d3"]))
    assert who_sees(db, "note") == {"d1"}
    assert not seen(db, "d1")["note"]["n1"]["shared"]
    assert who_sees(db, "stroke") == {"d1", "d3", "secretary"}
    assert refusal(db, "d1", c.ShareNote(note="n1", shared=True, named=["user:d3"])) == "mark.secret-paper"
    do(db, "secretary", c.NameReaders(paper="p1", readers=[]))
    assert who_sees(db, "note") == {"d1", "d2"}


def test_a_mark_on_a_draft_or_a_recalled_paper_is_not_shared(db: Database) -> None:
    found_meeting(db)
    add_paper(db, publish=False)
    do(db, "secretary", c.DrawStrokes(version="p1v", strokes=[StrokeLine("k1", 1, "AAA")]))
    share = c.ShareInk(version="p1v", page=1, shared=True, named=["user:d1"])
    assert refusal(db, "secretary", share) == "paper.not-published"
    do(db, "secretary", c.PublishPapers(papers=["p1"]))
    do(db, "secretary", share)
    assert who_sees(db, "stroke") == {"d1", "secretary"}
    do(db, "secretary", c.RecallPaper(paper="p1", reason="Có sai sót"))
    assert not who_sees(db, "stroke")
    db.write(lambda s: perform(s, MEETING, "secretary", "again", c.PublishPapers(papers=["p1"])))
    assert who_sees(db, "stroke") == {"d1", "secretary"}
