"""What a new meeting may be made from, and whom and what it would meet at its time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..domain.calendar import planned_end
from ..domain.plans import MeetingPlan, Place, PlannedItem, PlannedMember, same_place
from ..store.tables import Hall, Invitation, Item, Meeting, MeetingTemplate, Member, SeatPlan, User

DESK = ("chair", "secretary")
MOST_SHOWN = 60
DAY_MS = 24 * 3_600_000


class Source(msgspec.Struct, frozen=True):
    id: str
    name: str
    starts_at: int | None


class Clash(msgspec.Struct, frozen=True):
    """Another meeting at the same time. `title` is empty for whoever has no part in it; `people`: whom both want."""

    title: str
    starts_at: int
    ends_at: int
    place: bool
    people: list[str]


def sources(session: Session, user: str) -> tuple[list[Source], list[Source]]:
    """Templates of the office, and the meetings at whose desk this person sits, newest first."""
    templates = session.scalars(select(MeetingTemplate).order_by(MeetingTemplate.name, MeetingTemplate.id))
    meetings = session.scalars(
        select(Meeting)
        .join(Member, Member.stream == Meeting.id)
        .where(Member.user_id == user, ~Member.gone, Member.role.in_(DESK))
        .order_by(Meeting.starts_at.desc(), Meeting.id)
        .limit(MOST_SHOWN)
    )
    made = [Source(one.id, one.name, None) for one in templates]
    return made, [Source(one.id, one.title, one.starts_at) for one in meetings]


def template_plan(session: Session, template: str) -> MeetingPlan | None:
    row = session.get(MeetingTemplate, template)
    return None if row is None else row.plan


def meeting_plan(session: Session, stream: str) -> MeetingPlan:
    """As the meeting was planned: substitutes go, and who sent one has his vote again."""
    meeting = session.get_one(Meeting, stream)
    moved = {
        one.user_id for one in session.scalars(select(Invitation).where(Invitation.stream == stream)) if one.moved_vote
    }
    members = session.scalars(
        select(Member)
        .join(User, User.id == Member.user_id)
        .where(Member.stream == stream, ~Member.gone, Member.stands_for == "", User.active)
        .order_by(Member.order, Member.id)
    )
    items = session.scalars(select(Item).where(Item.stream == stream).order_by(Item.position))
    hall = session.scalar(select(SeatPlan.hall_id).where(SeatPlan.id == stream))
    return MeetingPlan(
        kind=meeting.kind,
        place=meeting.place,
        agency=meeting.agency,
        parent_agency=meeting.parent_agency,
        length=planned_end(meeting.starts_at, meeting.ends_at) - meeting.starts_at,
        items=[PlannedItem(one.id, one.title, one.presenter[:300], one.minutes, one.about) for one in items],
        members=[PlannedMember(one.user_id, one.role, one.votes or one.user_id in moved) for one in members],
        hall=hall,
    )


def names_of(session: Session, members: Iterable[PlannedMember]) -> dict[str, str]:
    """Names of those who still have an account in use."""
    rows = session.execute(select(User.id, User.name).where(User.id.in_([one.user for one in members]), User.active))
    return {id_: name for id_, name in rows}


def clashes(
    session: Session, asker: str, starts_at: int, ends_at: int, place: Place, users: Sequence[str], but: str
) -> list[Clash]:
    """Meetings at the same time that use the same room or want the same people; ends that touch do not clash."""
    wanted = frozenset(users)
    not_long_ago = Meeting.starts_at > starts_at - 7 * DAY_MS
    near = (
        select(Meeting, SeatPlan.hall_id, SeatPlan.name)
        .outerjoin(SeatPlan, SeatPlan.id == Meeting.id)
        .where(Meeting.id != but, Meeting.state != "ended", Meeting.starts_at < ends_at, not_long_ago)
    )
    found = []
    for meeting, hall, hall_name in session.execute(near.order_by(Meeting.starts_at, Meeting.id)):
        ends = planned_end(meeting.starts_at, meeting.ends_at)
        if ends <= starts_at:
            continue
        members = _members(session, meeting.id)
        same = same_place(place, Place(meeting.place, hall or "", hall_name or ""))
        both = [name for user, name in members if user in wanted]
        if same or both:
            known = any(user == asker for user, _ in members)
            found.append(Clash(meeting.title if known else "", meeting.starts_at, ends, same, both))
    return found


def place_of(session: Session, words: str, hall: str, meeting: str) -> Place:
    """Of a meeting in planning: the room named, or else the one that it has chosen already."""
    if hall:
        return Place(words, hall, session.scalar(select(Hall.name).where(Hall.id == hall)) or "")
    chosen = session.get(SeatPlan, meeting)
    return Place(words, chosen.hall_id, chosen.name) if chosen else Place(words)


def _members(session: Session, stream: str) -> list[tuple[str, str]]:
    """Who is expected; whoever declined or sends somebody else is free."""
    rows = session.execute(
        select(Member.user_id, Member.name)
        .outerjoin(Invitation, Invitation.id == Member.id)
        .where(Member.stream == stream, ~Member.gone, Member.role != "screen", Member.substitute == "")
        .where(func.coalesce(Invitation.answer, "") != "decline")
        .order_by(Member.order)
    )
    return [(user, name) for user, name in rows]
