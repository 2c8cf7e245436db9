"""Checking in by the room's code, coming late, leaving and coming back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.documents.bundle.sheet import harmless
from icabinet.domain import check_in
from icabinet.domain import commands as c
from icabinet.domain.errors import Refused
from icabinet.store.database import Database
from icabinet.store.tables import Member, RoomRules
from icabinet.views.attendance_file import attendance_file
from icabinet.views.minutes import draft
from tests.rooms import MEETING, do, found_meeting, start

SECRET = b"s" * 32


@settings(derandomize=True)
@given(at=st.integers(0, 4_000_000_000_000), later=st.integers(0, 200_000))
def test_a_photo_of_the_code_is_worth_nothing_after_a_minute(at: int, later: int) -> None:
    shown = check_in.code(SECRET, "m1", at)
    if (at + later) // check_in.STEP - at // check_in.STEP < check_in.STEPS:
        check_in.check(SECRET, "m1", shown, at + later, needed=True)
        assert later < check_in.STEP * check_in.STEPS
    else:
        with pytest.raises(Refused):
            check_in.check(SECRET, "m1", shown, at + later, needed=False)


def test_codes_differ_by_meeting_and_secret() -> None:
    assert len({check_in.code(SECRET, "m1", 0), check_in.code(SECRET, "m2", 0), check_in.code(b"t" * 32, "m1", 0)}) == 3


def refusal(db: Database, user: str, command: c.Command) -> str:
    with pytest.raises(Refused) as refused:
        do(db, user, command)
    return refused.value.code


def test_the_code_is_needed_only_where_the_meeting_says_so(db: Database) -> None:
    found_meeting(db)
    do(db, "d1", c.CheckIn())
    assert refusal(db, "d2", c.CheckIn(code="AAAAAAAA")) == "check-in.code-old"
    do(db, "secretary", c.SetRoomRules(substitutes="accepted", code_needed=True))
    assert refusal(db, "d2", c.CheckIn()) == "check-in.code-needed"
    do(db, "chair", c.CheckIn())
    secret = db.read(lambda s: s.get_one(RoomRules, MEETING).secret)
    from icabinet import clock

    do(db, "d2", c.CheckIn(code=check_in.code(secret, MEETING, clock.now())))


def test_late_left_and_back_stand_with_their_times_in_minutes_and_file(db: Database) -> None:
    found_meeting(db)
    start(db, [])
    do(db, "d1", c.CheckIn())
    for state in ("left", "present"):
        do(db, "secretary", c.MarkAttendance(user="d1", state=state))
    member = db.read(lambda s: s.get_one(Member, f"{MEETING}.d1"))
    assert (member.late, [passage.state for passage in member.passages]) == (True, ["present", "left", "present"])
    told = {block.id: block.text for block in db.read(lambda s: draft(s, MEETING)).blocks}["attendance:room"]
    assert "đến muộn lúc" in told
    assert "rời họp lúc" in told
    assert "trở lại lúc" in told
    do(db, "secretary", c.MarkAttendance(user="d1", state="absent"))
    assert db.read(lambda s: s.get_one(Member, f"{MEETING}.d1")).passages == []


def test_no_cell_of_the_file_is_a_formula(db: Database) -> None:
    found_meeting(db)
    do(db, "secretary", c.MarkAttendance(user="d1", state="excused", reason='=HYPERLINK("x")'))
    _, content = db.read(lambda s: attendance_file(s, MEETING))
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert harmless("\t=1") == "'\t=1"
