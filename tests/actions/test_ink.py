"""Strokes: whose they are, what may come twice, and what goes with their paper."""

from __future__ import annotations

from icabinet.domain import commands as c
from icabinet.domain.ink import Replacement, StrokeLine
from icabinet.store.database import Database
from tests.actions.test_reach import refusal, seen
from tests.rooms import add_paper, do, found_meeting


def draw(*names: str) -> c.DrawStrokes:
    return c.DrawStrokes(version="p1v", strokes=[StrokeLine(name, 1, "AAAKKA") for name in names])


def erase(*names: str) -> c.EraseStrokes:
    return c.EraseStrokes(paper="p1", strokes=list(names))


def strokes(db: Database, user: str) -> set[str]:
    return set(seen(db, user).get("stroke", {}))


def test_two_devices_of_one_person_draw_and_erase_the_same_and_agree(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    do(db, "d1", draw("k1", "k2"))
    do(db, "d1", draw("k2", "k3"))
    assert strokes(db, "d1") == {"k1", "k2", "k3"}
    do(db, "d1", erase("k1", "k2"))
    do(db, "d1", erase("k2", "k9"))
    assert strokes(db, "d1") == {"k3"}
    do(db, "d1", draw("k1"))
    assert strokes(db, "d1") == {"k1", "k3"}, "undoing an erasure draws the same stroke"


def test_strokes_are_nobody_elses(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    do(db, "d1", draw("k1"))
    for user in ("d2", "chair", "secretary"):
        assert not strokes(db, user)
        do(db, user, erase("k1"))
    assert strokes(db, "d1") == {"k1"}
    assert refusal(db, "d2", draw("k1")) == "exists"
    assert refusal(db, "d1", c.DrawStrokes(version="p1v", strokes=[StrokeLine("k2", 99, "AAA")])) == "ink.no-such-page"


def test_strokes_go_with_the_right_to_read_and_come_back_with_it(db: Database) -> None:
    found_meeting(db)
    add_paper(db)
    do(db, "d1", draw("k1"))
    do(db, "secretary", c.NameReaders(paper="p1", readers=["user:d2"]))
    assert not strokes(db, "d1")
    assert refusal(db, "d1", draw("k2")) == "not-found"
    do(db, "d1", erase("k1"))
    do(db, "secretary", c.NameReaders(paper="p1", readers=[]))
    assert strokes(db, "d1") == {"k1"}, "what is hidden is not erased unseen"
    do(db, "secretary", c.RecallPaper(paper="p1", reason="Có sai sót"))
    assert not strokes(db, "d1")


def test_what_an_eraser_leaves_of_a_stroke_is_shared_as_the_stroke_was(db: Database) -> None:
    def cut(old: list[str], *new: str) -> c.ReplaceStrokes:
        lines = [StrokeLine(name, 1, "AAAKKA") for name in new]
        return c.ReplaceStrokes(version="p1v", strokes=[Replacement(old, lines)])

    found_meeting(db)
    add_paper(db)
    do(db, "d1", draw("k1"))
    do(db, "d1", c.ShareInk(version="p1v", page=1, shared=True, named=["user:d2"]))
    for _ in range(2):  # a tablet may say it twice
        do(db, "d1", cut(["k1"], "k2", "k3"))
        assert strokes(db, "d1") == strokes(db, "d2") == {"k2", "k3"}
        assert not strokes(db, "d3")
    do(db, "d2", cut(["k2"], "k9"))
    assert strokes(db, "d1") == {"k2", "k3"}, "nobody cuts another's strokes"
    do(db, "d1", cut(["k2", "k3"], "k1"))
    assert strokes(db, "d1") == strokes(db, "d2") == {"k1"}, "undone"
    do(db, "d1", erase("k1"))
    do(db, "d1", cut(["k1"], "k4"))
    assert not strokes(db, "d1"), "another device has erased it meanwhile"
