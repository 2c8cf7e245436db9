"""Secret papers, recalls with a reason, groups, and the order by hand."""

from __future__ import annotations

import pytest

from icabinet.actions import viewer
from icabinet.clock import now
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.errors import Refused
from icabinet.store.database import Database
from icabinet.views.lists import meetings_of, readable_versions
from icabinet.views.minutes import draft
from icabinet.views.snapshot import View, everything, seen_by
from tests.rooms import MEETING, add_paper, do, found_meeting

QUAD = [(1, 2, 3, 4)]


def view(db: Database, user: str) -> View:
    found = db.read(lambda s: everything(s, MEETING))
    assert found is not None
    return seen_by(db.read(lambda s: viewer(s, user, MEETING)), found[1])


def seen(db: Database, user: str, kind: str = "paper") -> set[str]:
    return set(view(db, user).get(kind, {}))


def refusal(db: Database, user: str, command: c.Command) -> str:
    with pytest.raises(Refused) as refused:
        do(db, user, command)
    return refused.value.code


def papers_counted(db: Database, user: str) -> int:
    return db.read(lambda s: meetings_of(s, user, now()))[0].papers


def searchable(db: Database, user: str) -> set[str]:
    who = db.read(lambda s: viewer(s, user, MEETING))
    return {paper.paper for paper in db.read(lambda s: readable_versions(s, MEETING, who))}


def test_a_secret_paper_is_there_only_for_those_it_names(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    do(db, "secretary", c.NameReaders(paper="p1", readers=["user:d1", "role:guest"]))
    for user in ("d1", "guest", "secretary"):
        assert (seen(db, user), seen(db, user, "version")) == ({"p1"}, {"p1v"})
        assert (papers_counted(db, user), searchable(db, user)) == (1, {"p1"})
    for user in ("d2", "chair", "screen"):
        assert (seen(db, user), seen(db, user, "version")) == (set(), set())
        assert (papers_counted(db, user), searchable(db, user)) == (0, set())
    assert refusal(db, "d2", c.AddComment(comment="c1", paper="p1", text="x")) == "not-found"
    assert refusal(db, "d2", c.AddNote(note="n1", version="p1v", page=1, quads=QUAD, exact="x")) == "not-found"


def test_a_unit_can_be_named(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    do(db, "secretary", c.NameReaders(paper="p1", readers=["unit:Sở Tư pháp"]))
    assert seen(db, "d3") == {"p1"}
    assert refusal(db, "secretary", c.NameReaders(paper="p1", readers=["unit:Sở Y tế"])) == "paper.reader-unknown"
    assert refusal(db, "secretary", c.NameReaders(paper="p1", readers=["user:outsider"])) == "paper.reader-unknown"


def test_what_quotes_a_paper_becomes_secret_with_it(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    for user in ("d1", "d2"):
        do(db, user, c.AddNote(note=f"n-{user}", version="p1v", page=1, quads=QUAD, exact="đoạn mật"))
        do(db, user, c.ShareNote(note=f"n-{user}", shared=True))
        do(db, user, c.AddComment(comment=f"c-{user}", paper="p1", text="Về đoạn mật"))
    do(db, "secretary", c.NameReaders(paper="p1", readers=["user:d1"]))
    assert (seen(db, "d1", "note"), seen(db, "d1", "comment")) == ({"n-d1"}, {"c-d1", "c-d2"})
    assert (seen(db, "d2", "note"), seen(db, "d2", "comment")) == (set(), set())
    do(db, "secretary", c.NameReaders(paper="p1", readers=[]))
    assert seen(db, "d2", "note") == {"n-d1", "n-d2"}


def test_openings_are_the_secretarys_to_see(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    do(db, SYSTEM, c.LogOpening(opening="o1", version="p1v", user="d1"))
    assert [seen(db, user, "opening") for user in ("secretary", "chair", "d1")] == [{"o1"}, set(), set()]


def test_a_secret_paper_is_on_no_wall_and_in_no_minutes(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    do(db, "chair", c.SetScreen(screen="main", name="x", shows="paper", paper="p1"))
    assert refusal(db, "secretary", c.NameReaders(paper="p1", readers=["user:d1"])) == "paper.on-screen"
    do(db, "chair", c.SetScreen(screen="main", name="x", shows="clock"))
    do(db, "secretary", c.NameReaders(paper="p1", readers=["user:d1"]))
    wall = c.SetScreen(screen="main", name="x", shows="paper", paper="p1")
    assert refusal(db, "chair", wall) == "screen.paper-secret"
    do(db, "chair", c.StartMeeting())
    do(db, "chair", c.GoToItem(item="i2"))
    assert "Báo cáo p1" not in str(db.read(lambda s: draft(s, MEETING)).blocks)


def test_a_recall_says_why_and_may_be_taken_back(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    assert refusal(db, "secretary", c.RecallPaper(paper="p1", reason="  ")) == "paper.recall-reason"
    do(db, "secretary", c.RecallPaper(paper="p1", reason="Sai số liệu."))
    assert seen(db, "d1") == set()
    assert view(db, "d1")["recalled"]["p1"]["reason"] == "Sai số liệu."
    do(db, "chair", c.StartMeeting())
    do(db, "chair", c.GoToItem(item="i2"))
    assert "Tài liệu đã thu hồi: Báo cáo p1 (lúc " in str(db.read(lambda s: draft(s, MEETING)).blocks)
    assert "lý do: Sai số liệu)." in str(db.read(lambda s: draft(s, MEETING)).blocks)
    do(db, "secretary", c.PublishPapers(papers=["p1"]))
    assert (seen(db, "d1"), seen(db, "d1", "recalled")) == ({"p1"}, set())


def test_the_recall_of_a_secret_paper_is_told_to_its_readers_alone(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    do(db, "secretary", c.NameReaders(paper="p1", readers=["user:d1"]))
    do(db, "secretary", c.RecallPaper(paper="p1", reason="Sai"))
    assert [seen(db, user, "recalled") for user in ("d1", "d2", "secretary")] == [{"p1"}, set(), {"p1"}]


def test_papers_are_ordered_by_hand_and_lie_in_groups(db: Database) -> None:
    found_meeting(db)
    for paper in ("p1", "p2", "p3"):
        add_paper(db, paper)
    do(db, "secretary", c.AddPaperGroup(group="g1", title="Văn bản pháp luật"))
    do(db, "secretary", c.MovePaper(paper="p3", item="i2", position=0))
    assert order(db, "i2") == ["p3", "p1", "p2"]
    do(db, "secretary", c.MovePaper(paper="p1", item="g1", position=9))
    assert (order(db, "i2"), order(db, "g1")) == (["p3", "p2"], ["p1"])
    assert refusal(db, "secretary", c.RemovePaperGroup(group="g1")) == "paper.group-in-use"
    assert refusal(db, "secretary", c.MovePaper(paper="p1", item="nowhere", position=0)) == "not-found"
    do(db, "secretary", c.MovePaper(paper="p1", item="i1", position=0))
    do(db, "secretary", c.RemovePaperGroup(group="g1"))
    do(db, "secretary", c.RequirePaper(paper="p1", must_read=True))
    assert view(db, "d1")["paper"]["p1"]["must_read"] is True


def order(db: Database, place: str) -> list[str]:
    papers = {id_: paper for id_, paper in view(db, "d1")["paper"].items() if paper["item"] == place}
    assert sorted(paper["position"] for paper in papers.values()) == list(range(len(papers)))
    return sorted(papers, key=lambda id_: papers[id_]["position"])
