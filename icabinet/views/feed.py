"""A person's meetings as a calendar to subscribe to: those he takes part in, and nothing of what is in them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from ..documents.calendar_file import Entry
from ..domain.calendar import Event, planned_end
from ..domain.letters import DAY_MS
from ..store.tables import Event as Logged
from ..store.tables import Invitation, Letter, Meeting, Member

PAST_MS = 90 * DAY_MS
"""How far back the calendar goes."""


def entries_of(session: Session, user: str, address: str, now: int) -> list[Entry]:
    """Whoever declined does not find the meeting there. The founding of a meeting is its stamp: equal meetings give
    equal bytes."""
    founded, answer = aliased(Logged), aliased(Invitation)
    rows = session.execute(
        select(Meeting, founded.at, answer.answer)
        .join(Member, Member.stream == Meeting.id)
        .join(founded, (founded.stream == Meeting.id) & (founded.seq == 1))
        .outerjoin(answer, answer.id == Member.id)
        .where(Member.user_id == user, ~Member.gone, Member.role != "screen", Meeting.starts_at > now - PAST_MS)
        .order_by(Meeting.starts_at, Meeting.id)
    )
    told = _told(session, user)
    return [
        Entry(meeting.id, _event(meeting, told.get(meeting.id, 0)), at, link=f"{address}/#/meeting/{meeting.id}")
        for meeting, at, said in rows
        if said != "decline"
    ]


def _told(session: Session, user: str) -> dict[str, int]:
    """By meeting, the number of the newest letter: a calendar that has both must not take the feed for older."""
    found: dict[str, int] = {}
    rows = select(Letter.stream, Letter.calendar).where(Letter.user_id == user, Letter.calendar.is_not(None))
    for stream, event in session.execute(rows):
        if event is not None:
            found[stream] = max(found.get(stream, 0), event.sequence)
    return found


def _event(meeting: Meeting, sequence: int) -> Event:
    ends = planned_end(meeting.starts_at, meeting.ends_at)
    method = "CANCEL" if meeting.called_off else "REQUEST"
    return Event(method, sequence, meeting.title, meeting.place, meeting.starts_at, ends)  # type: ignore[arg-type]
