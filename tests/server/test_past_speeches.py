"""A forecast before anybody has spoken goes by how long people spoke in earlier meetings."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from icabinet.domain import commands as c
from icabinet.store.database import Database
from icabinet.store.tables import Meeting, Speech
from icabinet.views.past_speeches import PastSpeeches, past_speeches
from tests.rooms import MEETING, do, found_meeting
from tests.server.conftest import Server


def spoke(session: Session, meeting: str, user: str, seconds: list[int], kind: str = "speech") -> None:
    line = {"stream": meeting, "queue": "speakers", "kind": kind, "item_id": None, "subject": "", "state": "done"}
    rows = [
        line
        | {"id": f"{meeting}-{user}-{kind}-{n}", "user_id": user, "requested_at": n, "hand": 0, "spoken_ms": s * 1000}
        for n, s in enumerate(seconds)
    ]
    session.execute(insert(Speech), rows)


@pytest.fixture
def earlier(db: Database) -> Database:
    """m2 has ended: d1 spoke in it, and somebody of another meeting; m1 has not begun."""
    found_meeting(db)
    do(db, "secretary", c.FoundMeeting(title="Trước", place="P", starts_at=1, agency="VP"), "m2")
    do(db, "secretary", c.AddMember(user="d1", role="delegate"), "m2")
    return db


def end(db: Database, meeting: str = "m2") -> None:
    db.write(lambda s: s.execute(update(Meeting).where(Meeting.id == meeting).values(state="ended")))


def test_the_people_of_this_meeting_are_asked_first(earlier: Database) -> None:
    earlier.write(lambda s: spoke(s, "m2", "d1", [100, 110, 120, 130, 141]))
    earlier.write(lambda s: spoke(s, "m2", "outsider", [900]))
    assert earlier.read(lambda s: past_speeches(s, MEETING)) == PastSpeeches(), "m2 goes on"
    end(earlier)
    assert earlier.read(lambda s: past_speeches(s, MEETING)) == PastSpeeches(120, 5)


def test_with_few_of_their_own_the_offices_mean_counts_without_points_of_order(earlier: Database) -> None:
    earlier.write(lambda s: spoke(s, "m2", "d1", [60]))
    earlier.write(lambda s: spoke(s, "m2", "outsider", [181]))
    earlier.write(lambda s: spoke(s, "m2", "d1", [5], "order"))
    end(earlier)
    assert earlier.read(lambda s: past_speeches(s, MEETING)) == PastSpeeches(120, 2)


def test_only_the_desk_asks(server: Server) -> None:
    path = "/api/streams/m1/past-speeches"
    assert server.tab("chair").http.get(path).json() == {"seconds": 0, "speeches": 0}
    assert server.tab("d1").http.get(path).status_code == 403
    assert server.tab("outsider").http.get(path).status_code == 404
