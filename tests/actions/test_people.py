"""What the office says of a person reaches the meetings that are not over."""

from __future__ import annotations

import pytest

from icabinet.actions import OFFICE
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.errors import Refused
from icabinet.store import log
from icabinet.store.database import Database
from icabinet.store.tables import Member
from tests.rooms import MEETING, do, found_meeting


def renamed(name: str, title: str = "Giám đốc", unit: str = "Sở Y tế") -> c.UpdateUser:
    return c.UpdateUser(user="d1", name=name, title=title, unit=unit, role="member", active=True)


def member(db: Database, meeting: str = MEETING) -> tuple[str, str, str]:
    found = db.read(lambda s: s.get_one(Member, f"{meeting}.d1"))
    return found.name, found.title, found.unit


def test_a_new_name_reaches_meetings_that_have_not_ended(db: Database) -> None:
    found_meeting(db)
    founded = c.FoundMeeting(title="Khác", place="P", starts_at=1, agency="VP")
    do(db, "secretary", founded, "m2")
    do(db, "secretary", c.AddMember(user="d1", role="chair"), "m2")
    do(db, "administrator", renamed("Tên mới"), OFFICE)
    assert member(db) == member(db, "m2") == ("Tên mới", "Giám đốc", "Sở Y tế")
    do(db, "d1", c.StartMeeting(), "m2")
    do(db, "d1", c.EndMeeting(), "m2")
    do(db, "administrator", renamed("Tên sau"), OFFICE)
    assert (member(db)[0], member(db, "m2")[0]) == ("Tên sau", "Tên mới"), "an ended meeting keeps its names"


def test_a_change_that_no_meeting_shows_leaves_their_logs_alone(db: Database) -> None:
    found_meeting(db)
    do(db, "administrator", renamed("Tên mới"), OFFICE)
    before = db.read(lambda s: log.position(s.connection(), MEETING))
    do(db, "administrator", renamed("Tên mới"), OFFICE)
    assert db.read(lambda s: log.position(s.connection(), MEETING)) == before
    assert db.read(lambda s: log.first_broken(s.connection(), MEETING)) is None


def test_only_the_server_itself_passes_it_on(db: Database) -> None:
    found_meeting(db)
    with pytest.raises(Refused, match="not-allowed"):
        do(db, "secretary", c.FollowUser(user="d1"))
    with pytest.raises(Refused, match="not-found"):
        do(db, SYSTEM, c.FollowUser(user="outsider"))
