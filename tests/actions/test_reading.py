"""Reading progress: kept, merged between tablets, and seen by its reader and the desk only."""

from __future__ import annotations

import pytest

from icabinet.actions import viewer
from icabinet.domain import commands as c
from icabinet.domain.errors import Refused
from icabinet.store.database import Database
from icabinet.views.lists import meetings_of
from icabinet.views.snapshot import View, everything, seen_by
from tests.rooms import MEETING, add_paper, do, found_meeting


def view(db: Database, user: str) -> View:
    found = db.read(lambda s: everything(s, MEETING))
    assert found is not None
    return seen_by(db.read(lambda s: viewer(s, user, MEETING)), found[1])


@pytest.fixture
def room(db: Database) -> Database:
    found_meeting(db)
    return db


def test_pages_of_two_tablets_come_together_and_the_last_place_counts(room: Database) -> None:
    add_paper(room)
    do(room, "d1", c.ReportReading(version="p1v", page=2, seen="gA=="))
    do(room, "d1", c.ReportReading(version="p1v", page=9, seen="QA=="))
    own = view(room, "d1")
    assert own["reading"] == {"p1v.d1": {"version": "p1v", "user": "d1", "count": 2}}
    assert own["reading_place"] == {"p1v.d1": {"version": "p1v", "page": 3, "seen": "wA=="}}


def test_the_desk_sees_how_much_and_nobody_else_anything(room: Database) -> None:
    add_paper(room)
    do(room, "d1", c.ReportReading(version="p1v", page=2, seen="gA=="))
    for desk in ("chair", "secretary"):
        assert view(room, desk)["reading"]["p1v.d1"] == {"version": "p1v", "user": "d1", "count": 1}
        assert "reading_place" not in view(room, desk)
    for other in ("d2", "guest", "screen"):
        assert not {"reading", "reading_place"} & view(room, other).keys()


def test_a_paper_that_is_not_open_to_somebody_cannot_be_reported(room: Database) -> None:
    add_paper(room, publish=False)
    with pytest.raises(Refused) as refused:
        do(room, "d1", c.ReportReading(version="p1v", page=1))
    assert refused.value.code == "not-found"


def test_the_list_of_meetings_tells_how_far_one_has_read(room: Database) -> None:
    add_paper(room)
    add_paper(room, paper="p2", pages=5)
    add_paper(room, paper="p3", publish=False)
    do(room, "d1", c.ReportReading(version="p2v", page=1, seen="+A=="))
    (line,) = [line for line in room.read(lambda s: meetings_of(s, "d1", 0)) if line.id == MEETING]
    assert (line.papers, line.pages, line.seen, line.opened) == (2, 8, 5, 1)
    (other,) = [line for line in room.read(lambda s: meetings_of(s, "d2", 0)) if line.id == MEETING]
    assert (other.papers, other.pages, other.seen, other.opened) == (2, 8, 0, 0)


def test_of_a_secret_paper_the_chair_is_not_even_told_that_it_is_read(room: Database) -> None:
    add_paper(room)
    do(room, "d1", c.ReportReading(version="p1v", page=1))
    do(room, "secretary", c.NameReaders(paper="p1", readers=["user:d1"]))
    assert "reading" not in view(room, "chair")
    assert "p1v.d1" in view(room, "secretary")["reading"]
    assert view(room, "d1")["reading_place"]
    (line,) = [line for line in room.read(lambda s: meetings_of(s, "d2", 0)) if line.id == MEETING]
    assert (line.papers, line.pages) == (0, 0)


def test_what_was_read_of_a_draft_goes_with_it(room: Database) -> None:
    add_paper(room, publish=False)
    do(room, "secretary", c.ReportReading(version="p1v", page=1, seen="gA=="))
    do(room, "secretary", c.RemovePaper(paper="p1"))
    for desk in ("chair", "secretary"):
        assert not {"paper", "version", "reading", "reading_place"} & view(room, desk).keys()
