"""Commands that share a commit: what breaks one of them, or the word about it, leaves the others alone."""

from __future__ import annotations

import threading
from concurrent.futures import Future

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from icabinet.actions import perform
from icabinet.domain import commands as c
from icabinet.store import log
from icabinet.store.database import Database
from icabinet.store.tables import Item, User
from tests.patience import PATIENCE
from tests.rooms import MEETING, do, found_meeting


def _breaks(session: Session) -> None:
    """Written by the session's own flush, which fails: a second person with a login that is taken."""
    taken = {"login": "d1", "name": "x", "title": "", "unit": "", "role": "member", "stream": "office"}
    session.add(User(id="u-double", **taken))  # type: ignore[arg-type]


def _add(db: Database, number: int) -> Future[int]:
    command = c.AddItem(item=f"g{number}", title="Nội dung")
    return db.submit(lambda s: perform(s, MEETING, "secretary", f"group-{number}", command))


def test_a_command_that_breaks_leaves_its_neighbours_in_the_same_commit_alone(db: Database) -> None:
    found_meeting(db)
    together = threading.Event()
    db.submit(lambda s: together.wait(PATIENCE))
    before = _add(db, 1)
    broken = db.submit(_breaks)
    after = _add(db, 2)
    together.set()
    assert broken.exception() is not None
    assert before.exception() is None
    assert after.exception() is None
    assert set(db.read(lambda s: list(s.scalars(select(Item.id).where(Item.id.like("g%")))))) == {"g1", "g2"}
    assert db.read(lambda s: log.first_broken(s.connection(), MEETING)) is None


def test_an_error_does_not_repeat_what_people_wrote(db: Database) -> None:
    """It goes to the server's log as it is."""
    wrong = text("SELECT nowhere FROM item WHERE title = :title")
    problem = db.submit(lambda s: s.execute(wrong, {"title": "Nội dung kín"})).exception()
    assert "nowhere" in str(problem)
    assert "kín" not in str(problem)


def test_an_acknowledgement_does_not_depend_on_passing_the_word_on(db: Database) -> None:
    found_meeting(db)

    def nobody_listens(streams: frozenset[str]) -> None:
        raise RuntimeError("the event loop is closed")

    db.on_commit = nobody_listens
    first = do(db, "secretary", c.AddItem(item="g1", title="Nội dung"))
    assert _add(db, 2).result(timeout=PATIENCE) == first + 1
