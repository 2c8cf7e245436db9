"""Checking in, and the secretary's attendance desk."""

from __future__ import annotations

from ..domain import check_in as check_in_code
from ..domain.attendance import State, comes_late, passed
from ..domain.commands import CheckIn, MarkAttendance
from ..domain.meetings import need_not_ended
from ..store.tables import Meeting, Member, RoomRules
from . import rolls
from .bus import handles
from .floor import step_down
from .invitations import need_own_place
from .people import member_id
from .transaction import Tx


@handles(CheckIn)
def check_in(tx: Tx, c: CheckIn) -> None:
    meeting = tx.get(Meeting, tx.stream)
    need_not_ended(meeting.state)
    rules = tx.get(RoomRules, tx.stream)
    needed = rules.code_needed and not tx.actor.roles & {"chair", "secretary"}
    check_in_code.check(rules.secret, tx.stream, c.code, tx.now, needed)
    member = tx.get(Member, member_id(tx.stream, tx.actor.user))
    need_own_place(member)
    if member.attendance != "present":
        _stand(tx, meeting, member, "present")
        member.reason = ""
        rolls.admit(tx, member.user_id)


@handles(MarkAttendance)
def mark(tx: Tx, c: MarkAttendance) -> None:
    meeting = tx.get(Meeting, tx.stream)
    need_not_ended(meeting.state)
    member = tx.get(Member, member_id(tx.stream, c.user))
    if c.state in ("present", "left"):
        need_own_place(member)
    if member.attendance != c.state:
        _stand(tx, meeting, member, c.state)
    member.reason = c.reason
    if c.state == "present":
        rolls.admit(tx, member.user_id)
    else:
        step_down(tx, c.user)


def _stand(tx: Tx, meeting: Meeting, member: Member, state: State) -> None:
    member.attendance = state
    member.attendance_at = None if state == "absent" else tx.now
    member.passages = passed(member.passages, state, tx.now)
    member.late = comes_late(member.passages, meeting.started_at)
