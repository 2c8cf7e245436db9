"""A meeting made like another one, and what it meets at its time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from icabinet.actions import OFFICE
from icabinet.domain import commands as c
from icabinet.domain.errors import Refused
from icabinet.domain.plans import Place, PlannedItem, PlannedMember, same_place
from icabinet.store.database import Database
from icabinet.store.tables import Item, Meeting, Member, SeatPlan
from icabinet.views import plans
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import MEETING, do, found_meeting

STARTS = 4_102_444_800_000  # in the year 2100: a test must not end with a date
HOUR = 3_600_000
ROOM = Place("Phòng 1")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Database]:
    make_ready(sqlite_url(tmp_path))
    db = Database(sqlite_url(tmp_path))
    found_meeting(db)
    yield db
    db.close()


def found_like(db: Database, stream: str, starts_at: int, place: str = "Phòng 1") -> None:
    plan = db.read(lambda s: plans.meeting_plan(s, MEETING))
    items = [PlannedItem(f"{stream}-{line.item}", line.title, line.presenter, line.minutes) for line in plan.items]
    founded = c.FoundMeeting(
        title="Phiên sau", place=place, starts_at=starts_at, ends_at=starts_at + plan.length, agency=plan.agency,
        kind=plan.kind, items=items, members=plan.members, hall=plan.hall,
    )  # fmt: skip
    do(db, "secretary", founded, stream)


def test_a_meeting_is_founded_like_another_one(room: Database) -> None:
    do(room, "administrator", c.SetHall(hall="h1", name="Hội trường", rows=["###", "ooo"]), OFFICE)
    do(room, "secretary", c.ChooseHall(hall="h1"))
    do(room, "d3", c.AnswerInvitation(answer="substitute", substitute="outsider", authority=True))
    do(room, "chair", c.DecideSubstitute(user="d3", accept=True))
    do(
        room,
        "administrator",
        c.UpdateUser(user="d2", name="x", title="", unit="", role="member", active=False),
        OFFICE,
    )
    found_like(room, "m2", STARTS + 7 * 24 * HOUR)
    members = {
        one.user_id: (one.role, one.votes) for one in room.read(lambda s: s.query(Member).filter_by(stream="m2").all())
    }
    assert members["d3"] == ("delegate", True), "who had sent a substitute has his vote again"
    assert "outsider" not in members and "d2" not in members
    assert members["chair"][0] == "chair" and members["secretary"][0] == "secretary"
    items = room.read(lambda s: s.query(Item).filter_by(stream="m2").order_by(Item.position).all())
    assert [(one.title, one.minutes, one.state) for one in items] == [
        ("Khai mạc", 5, "waiting"),
        ("Thông qua kế hoạch", 20, "waiting"),
    ]
    assert room.read(lambda s: s.get_one(SeatPlan, "m2")).hall_id == "h1"
    assert room.read(lambda s: s.get_one(Meeting, "m2")).ends_at == STARTS + 7 * 24 * HOUR + 2 * HOUR


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Place("Phòng họp số 1"), Place("phong hop so1."), True),
        (Place("Phòng họp số 1"), Place("Phòng họp số 11"), False),
        (Place("Trụ sở", "h1", "Phòng A"), Place("Trụ sở", "h2", "Phòng B"), False),
        (Place("Tầng 2", "h1", "Phòng A"), Place("Lầu 2", "h1", "Phòng A"), True),
        (Place("Trụ sở", "h1", "Phòng A"), Place("phòng a"), True),
        (Place(""), Place(" "), False),
    ],
)
def test_places_are_told_by_their_rooms_or_by_their_bare_words(one: Place, other: Place, same: bool) -> None:
    assert same_place(one, other) == same_place(other, one) == same


def test_clashes_name_the_room_and_the_people(room: Database) -> None:
    found_like(room, "m2", STARTS + HOUR, "  phòng 1 ")
    do(room, "d1", c.AnswerInvitation(answer="decline", reason="Đi công tác"), "m2")
    users = ["d1", "d2", "outsider"]
    (found,) = room.read(lambda s: plans.clashes(s, "secretary", STARTS, STARTS + 2 * HOUR, ROOM, users, MEETING))
    assert (found.title, found.place, found.people) == ("Phiên sau", True, ["Người d2"])
    (unknown,) = room.read(
        lambda s: plans.clashes(s, "outsider", STARTS, STARTS + 2 * HOUR, Place(""), ["d2"], MEETING)
    )
    assert (unknown.title, unknown.place) == ("", False)
    assert not room.read(lambda s: plans.clashes(s, "secretary", STARTS, STARTS + HOUR, ROOM, users, MEETING))
    do(room, "chair", c.CallOffMeeting(reason="Bão"), "m2")
    assert not room.read(lambda s: plans.clashes(s, "secretary", STARTS, STARTS + 2 * HOUR, ROOM, users, MEETING))


def test_several_at_once_and_a_second_time(room: Database) -> None:
    do(room, "secretary", c.AddItems(items=[PlannedItem("i8", "Một", "Sở", 5), PlannedItem("i9", "Hai")]))
    order = room.read(lambda s: s.query(Item).filter_by(stream=MEETING).order_by(Item.position).all())
    assert [one.id for one in order] == ["i1", "i2", "i8", "i9"]
    both = c.AddMembers(members=[PlannedMember("outsider", "guest"), PlannedMember("d1", "guest")])
    do(room, "secretary", both)
    do(room, "secretary", both)
    roles = {one.user_id: one.role for one in room.read(lambda s: s.query(Member).filter_by(stream=MEETING).all())}
    assert (roles["outsider"], roles["d1"]) == ("guest", "delegate")
    with pytest.raises(Refused, match=r"member\.chair-taken"):
        do(room, "secretary", c.AddMembers(members=[PlannedMember("administrator", "chair")]))


def test_a_template_is_kept_by_the_office(room: Database) -> None:
    plan = room.read(lambda s: plans.meeting_plan(s, MEETING))
    do(room, "secretary", c.SaveMeetingTemplate(template="t1", name="Giao ban", plan=plan), OFFICE)
    do(room, "secretary", c.SaveMeetingTemplate(template="t1", name="Giao ban tuần", plan=plan), OFFICE)
    templates, meetings = room.read(lambda s: plans.sources(s, "secretary"))
    assert ([one.name for one in templates], [one.id for one in meetings]) == (["Giao ban tuần"], [MEETING])
    assert room.read(lambda s: plans.template_plan(s, "t1")) == plan
    do(room, "administrator", c.RemoveMeetingTemplate(template="t1"), OFFICE)
    assert not room.read(lambda s: plans.sources(s, "d1"))[0]
