"""The office's rooms, and the seats of a meeting: who may change them, what moves with whom."""

from __future__ import annotations

import pytest

from icabinet.actions import OFFICE
from icabinet.domain import commands as c
from icabinet.domain.halls import MOST_HALLS
from icabinet.domain.seating import SeatLine
from icabinet.store.database import Database
from icabinet.views.halls import halls, logins
from tests.actions.test_reach import refusal, seen
from tests.rooms import MEETING, do, found_meeting, start

ROWS = ["####", "....", "oo.o", "oo.o"]


def hall(name: str = "Hội trường", rows: list[str] | None = None, id_: str = "h1") -> c.SetHall:
    return c.SetHall(hall=id_, name=name, rows=rows or ROWS)


def seat(**wanted: str | None) -> c.AssignSeats:
    return c.AssignSeats(seats=[SeatLine(user, place) for user, place in wanted.items()])


def seated(db: Database, viewer: str = "d1") -> dict[str, str]:
    return {user: row["seat"] for user, row in seen(db, viewer).get("seat", {}).items()}


@pytest.fixture
def room(db: Database) -> Database:
    found_meeting(db)
    do(db, "administrator", hall(), OFFICE)
    do(db, "secretary", c.ChooseHall(hall="h1"))
    return db


def test_the_office_keeps_its_rooms(room: Database) -> None:
    do(room, "secretary", hall("Phòng 2", ["o"], "h2"), OFFICE)
    assert [line.name for line in room.read(halls)] == ["Hội trường", "Phòng 2"]
    assert refusal(room, "secretary", hall("Phòng 2", ["o"], "h3"), OFFICE) == "hall.name-taken"
    assert refusal(room, "secretary", hall("Phòng 3", ["oo", "o"], "h3"), OFFICE) == "hall.uneven"
    assert refusal(room, "secretary", hall("Phòng 3", [".."], "h3"), OFFICE) == "hall.no-seat"
    assert refusal(room, "d1", hall("Phòng 3", ["o"], "h3"), OFFICE) == "not-allowed"
    assert refusal(room, "secretary", hall("Phòng 3", ["o"], "h3")) == "not-found"
    do(room, "administrator", c.RemoveHall(hall="h2"), OFFICE)
    assert [line.name for line in room.read(halls)] == ["Hội trường"]
    assert refusal(room, "administrator", c.RemoveHall(hall="h2"), OFFICE) == "not-found"


def test_there_is_an_end_to_rooms(room: Database) -> None:
    for number in range(2, MOST_HALLS + 1):
        do(room, "administrator", hall(f"Phòng {number}", ["o"], f"h{number}"), OFFICE)
    assert refusal(room, "administrator", hall("Một phòng nữa", ["o"], "more"), OFFICE) == "hall.too-many"
    do(room, "administrator", hall("Vẫn sửa được", ["oo"], "h2"), OFFICE)


def test_everybody_in_the_meeting_sees_the_plan_and_the_seats(room: Database) -> None:
    do(room, "secretary", seat(d1="A1", guest="B3"))
    for user in ("chair", "secretary", "d1", "d2", "guest", "screen"):
        assert seen(room, user)["seat_plan"][MEETING] == {"hall": "h1", "name": "Hội trường", "rows": ROWS}
        assert seated(room, user) == {"d1": "A1", "guest": "B3"}
    assert refusal(room, "d1", seat(d1="A2")) == "not-allowed"
    assert refusal(room, "guest", c.ClearSeats()) == "not-allowed"


def test_people_are_moved_changed_and_taken_away(room: Database) -> None:
    do(room, "chair", seat(d1="A1", d2="A2"))
    assert refusal(room, "secretary", seat(d3="A1")) == "seat.taken"
    do(room, "secretary", seat(d1="A2", d2="A1"))
    assert seated(room) == {"d1": "A2", "d2": "A1"}
    do(room, "secretary", seat(d1=None, d3="A2"))
    assert seated(room) == {"d2": "A1", "d3": "A2"}
    assert refusal(room, "secretary", seat(d1="C1")) == "seat.unknown"
    assert refusal(room, "secretary", seat(outsider="B1")) == "seat.not-member"
    assert refusal(room, "secretary", seat(screen="B1")) == "seat.not-member"
    twice = c.AssignSeats(seats=[SeatLine("d1", "B1"), SeatLine("d1", "B2")])
    assert refusal(room, "secretary", twice) == "seat.twice"
    do(room, "secretary", c.ClearSeats())
    assert seated(room) == {}


def test_another_room_keeps_those_whose_seat_it_has(room: Database) -> None:
    do(room, "secretary", seat(d1="A1", d2="B3"))
    do(room, "administrator", hall(rows=["oo"]), OFFICE)
    assert seen(room, "d1")["seat_plan"][MEETING]["rows"] == ROWS, "rebuilding the room leaves the meeting alone"
    do(room, "secretary", c.ChooseHall(hall="h1"))
    assert seated(room) == {"d1": "A1"}
    do(room, "administrator", c.RemoveHall(hall="h1"), OFFICE)
    assert refusal(room, "secretary", c.ChooseHall(hall="h1")) == "hall.gone"
    assert seated(room) == {"d1": "A1"}
    do(room, "secretary", c.ChooseHall(hall=None))
    assert "seat_plan" not in seen(room, "d1") and seated(room) == {}
    assert refusal(room, "secretary", seat(d1="A1")) == "seat.no-plan"


def test_a_substitute_sits_on_the_seat_of_whom_he_stands_for(room: Database) -> None:
    do(room, "secretary", seat(d1="A1"))
    do(room, "secretary", c.SetRoomRules(substitutes="free"))
    do(room, "d1", c.AnswerInvitation(answer="substitute", substitute="outsider"))
    assert seated(room) == {"d1": "A1"}
    do(room, "secretary", seat(outsider="B1"))
    assert seated(room) == {"d1": "B1"}
    both = c.AssignSeats(seats=[SeatLine("d1", "A1"), SeatLine("outsider", "A2")])
    assert refusal(room, "secretary", both) == "seat.twice"


def test_who_leaves_the_list_leaves_the_seat(room: Database) -> None:
    do(room, "secretary", seat(d1="A1", d2="A2"))
    do(room, "secretary", c.RemoveMember(user="d1"))
    assert seated(room, "d2") == {"d2": "A2"}


def test_after_the_meeting_nobody_is_moved(room: Database) -> None:
    do(room, "secretary", seat(d1="A1"))
    start(room, ["d1"])
    do(room, "chair", c.EndMeeting())
    for command in (seat(d1="A2"), c.ClearSeats(), c.ChooseHall(hall=None)):
        assert refusal(room, "secretary", command) == "meeting.ended"


def test_the_seats_of_one_meeting_are_not_those_of_another(room: Database) -> None:
    do(room, "secretary", seat(d1="A1"))
    do(room, "secretary", c.FoundMeeting(title="Phiên khác", place="P", starts_at=1, agency="VP"), "m2")
    do(room, "secretary", c.AddMember(user="d1", role="delegate"), "m2")
    do(room, "secretary", c.ChooseHall(hall="h1"), "m2")
    do(room, "secretary", seat(secretary="A1", d1="A2"), "m2")
    assert seated(room) == {"d1": "A1"}
    assert room.read(lambda s: logins(s, "m2")) == {"secretary": "secretary", "d1": "d1"}
