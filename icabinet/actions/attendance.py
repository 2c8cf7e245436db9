"""Checking in, and the secretary's attendance desk."""

from __future__ import annotations

from ..domain.commands import CheckIn, MarkAttendance
from ..domain.meetings import need_not_ended
from ..store.tables import Meeting, Member
from . import rolls
from .bus import handles
from .floor import step_down
from .invitations import need_no_substitute
from .people import member_id
from .transaction import Tx


@handles(CheckIn)
def check_in(tx: Tx, c: CheckIn) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    member = tx.get(Member, member_id(tx.stream, tx.actor.user))
    need_no_substitute(member)
    if member.attendance != "present":
        member.attendance, member.attendance_at, member.reason = "present", tx.now, ""
        rolls.admit(tx, member.user_id)


@handles(MarkAttendance)
def mark(tx: Tx, c: MarkAttendance) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    member = tx.get(Member, member_id(tx.stream, c.user))
    if c.state in ("present", "left"):
        need_no_substitute(member)
    if member.attendance != c.state:
        member.attendance_at = None if c.state == "absent" else tx.now
    member.attendance, member.reason = c.state, c.reason
    if c.state == "present":
        rolls.admit(tx, member.user_id)
    else:
        step_down(tx, c.user)
