"""The meeting itself: founded, started, paused, resumed, ended."""

from __future__ import annotations

import secrets

from ..domain import agenda, meetings
from ..domain.audience import SYSTEM
from ..domain.commands import (
    CallOffMeeting,
    EndMeeting,
    FoundMeeting,
    PauseMeeting,
    ResumeMeeting,
    StartMeeting,
    UpdateMeeting,
)
from ..domain.errors import Refused
from ..domain.reminders import MEETING_RULES
from ..domain.votes import kind
from ..store.tables import Item, Meeting, Member, RoomRules, User, Vote
from . import inviting, letters, official, plans, queues, reminders
from .bus import handles
from .floor import clear_floor, pause_floor
from .people import member_id
from .transaction import Tx


@handles(FoundMeeting)
def found(tx: Tx, c: FoundMeeting) -> None:
    meeting = tx.add(
        Meeting(
            id=tx.stream,
            stream=tx.stream,
            title=c.title,
            place=c.place,
            agency=c.agency,
            parent_agency=c.parent_agency,
            starts_at=c.starts_at,
            kind=c.kind,
            ends_at=meetings.planned(c.starts_at, c.ends_at),
            quorum_numerator=kind(c.kind).quorum_numerator,
            quorum_denominator=kind(c.kind).quorum_denominator,
        )
    )
    official.take_over(tx, meeting)
    queues.found(tx)
    reminders.put(tx, "meeting", tx.stream, c.starts_at, MEETING_RULES)
    tx.add(RoomRules(id=tx.stream, stream=tx.stream, secret=secrets.token_bytes(32)))
    _join_founder(tx)
    plans.take_over(tx, c.items, c.members, c.hall)


def _join_founder(tx: Tx) -> None:
    user = tx.session.get(User, tx.actor.user)
    if user is None:
        if tx.actor.user != SYSTEM:
            raise Refused("user.not-found")
        return
    tx.add(
        Member(
            id=member_id(tx.stream, user.id),
            stream=tx.stream,
            user_id=user.id,
            name=user.name,
            title=user.title,
            unit=user.unit,
            role="secretary",
            votes=False,
            order=0,
        )
    )


@handles(UpdateMeeting)
def update(tx: Tx, c: UpdateMeeting) -> None:
    meeting = tx.get(Meeting, tx.stream)
    meetings.need_not_ended(meeting.state)
    if meeting.ends_at is not None and c.ends_at is None:
        meeting.ends_at += c.starts_at - meeting.starts_at
    else:
        meeting.ends_at = meetings.planned(c.starts_at, c.ends_at)
    meeting.title, meeting.place, meeting.starts_at = c.title, c.place, c.starts_at
    reminders.move(tx, "meeting", meeting.id, c.starts_at)
    if c.kind is not None and c.kind != meeting.kind:
        meeting.kind = c.kind
        meeting.quorum_numerator = kind(c.kind).quorum_numerator
        meeting.quorum_denominator = kind(c.kind).quorum_denominator


@handles(StartMeeting)
def start(tx: Tx, c: StartMeeting) -> None:
    meeting = tx.get(Meeting, tx.stream)
    meeting.state = meetings.step(meeting.state, "start")
    meeting.started_at = tx.now
    items = sorted(tx.find(Item), key=lambda item: item.position)
    if items:
        enter(tx, meeting, items[0])


@handles(CallOffMeeting)
def call_off(tx: Tx, c: CallOffMeeting) -> None:
    """It ends without having begun; reminders fall away, and calendars hear of it."""
    meeting = tx.get(Meeting, tx.stream)
    meeting.state = meetings.step(meeting.state, "call-off")
    meeting.called_off, meeting.ended_at = c.reason.strip() or c.reason, tx.now
    reminders.clear(tx, "meeting", meeting.id)
    expected = tx.find(Member, Member.role != "screen", ~Member.gone)
    inviting.call_off(tx, meeting, [member.user_id for member in expected])
    letters.take_back(tx, meeting.id)


@handles(PauseMeeting)
def pause(tx: Tx, c: PauseMeeting) -> None:
    meeting = tx.get(Meeting, tx.stream)
    meeting.state = meetings.step(meeting.state, "pause")
    stop_clock(tx, meeting)
    pause_floor(tx)


@handles(ResumeMeeting)
def resume(tx: Tx, c: ResumeMeeting) -> None:
    meeting = tx.get(Meeting, tx.stream)
    meeting.state = meetings.step(meeting.state, "resume")
    meeting.item_since = tx.now if meeting.item_id else None


@handles(EndMeeting)
def end(tx: Tx, c: EndMeeting) -> None:
    """An open vote must be closed first: ending would silently decide it."""
    meeting = tx.get(Meeting, tx.stream)
    state = meetings.step(meeting.state, "end")
    if tx.find(Vote, Vote.state == "open"):
        raise Refused("meeting.vote-open")
    leave(tx, meeting)
    meeting.state, meeting.ended_at = state, tx.now
    clear_floor(tx)


def enter(tx: Tx, meeting: Meeting, item: Item) -> None:
    """The agenda pointer moves to the item, and its clock runs."""
    leave(tx, meeting)
    item.state = "current"
    item.visited_at = item.visited_at or tx.now
    meeting.item_id = item.id
    meeting.item_since = tx.now if meeting.state == "running" else None


def leave(tx: Tx, meeting: Meeting) -> None:
    stop_clock(tx, meeting)
    if meeting.item_id:
        tx.get(Item, meeting.item_id).state = "done"
    meeting.item_id = None


def stop_clock(tx: Tx, meeting: Meeting) -> None:
    if meeting.item_id:
        item = tx.get(Item, meeting.item_id)
        item.spent_ms = agenda.spent(item.spent_ms, meeting.item_since, tx.now)
    meeting.item_since = None
