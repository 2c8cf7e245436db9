"""The meeting, who takes part in it, and who is there."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ..people import Role
from ..plans import Items, Members
from ..votes import MeetingKind
from .base import Command, Id, Line, Moment, Text


class FoundMeeting(Command, frozen=True, tag="meeting.found"):
    """Opens a new stream; the sender becomes its secretary. Of `members` those who left the office are passed over."""

    title: Line
    place: Line
    starts_at: Moment
    agency: Line
    parent_agency: Text = ""
    kind: MeetingKind = "conference"
    ends_at: Moment | None = None
    items: Items = msgspec.field(default_factory=list)
    members: Members = msgspec.field(default_factory=list)
    hall: Id | None = None


class UpdateMeeting(Command, frozen=True, tag="meeting.update"):
    """No `kind`: it stays as it is. Another kind brings its own quorum. No `ends_at`: as long as before."""

    title: Line
    place: Line
    starts_at: Moment
    kind: MeetingKind | None = None
    ends_at: Moment | None = None


class StartMeeting(Command, frozen=True, tag="meeting.start"):
    pass


class PauseMeeting(Command, frozen=True, tag="meeting.pause"):
    pass


class ResumeMeeting(Command, frozen=True, tag="meeting.resume"):
    pass


class CallOffMeeting(Command, frozen=True, tag="meeting.call-off"):
    """It will not take place; whoever was invited by letter is told so."""

    reason: Line


class EndMeeting(Command, frozen=True, tag="meeting.end"):
    pass


class AddMember(Command, frozen=True, tag="member.add"):
    user: Id
    role: Role
    votes: bool = False


class FollowUser(Command, frozen=True, tag="member.follow"):
    """The office changed this person's name, title or unit; sent by the server itself with that change."""

    user: Id


class RemoveMember(Command, frozen=True, tag="member.remove"):
    user: Id


class CheckIn(Command, frozen=True, tag="attendance.check-in"):
    """`code` is what the room shows (domain.check_in); without one where the meeting asks for none."""

    code: Annotated[str, Meta(max_length=20)] = ""


class MarkAttendance(Command, frozen=True, tag="attendance.mark"):
    user: Id
    state: Literal["absent", "present", "left", "excused"]
    reason: Text = ""


Outside = (
    FoundMeeting | UpdateMeeting | CallOffMeeting | StartMeeting | PauseMeeting | ResumeMeeting | EndMeeting
    | AddMember | RemoveMember | CheckIn | MarkAttendance
)  # fmt: skip
