"""Tasks of earlier meetings of the same kind that are not finished."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ..domain.audience import Viewer
from ..domain.policy import CHAIR, SECRETARY
from ..store.tables import Meeting, Member, Task, User
from .records import Value, parties
from .records.tasks import value


def unfinished(session: Session, meeting: Meeting, at: int) -> Sequence[Task]:
    """Those given by then and not closed by then (ms), the nearest deadline first; nobody's rights are asked here."""
    earlier = (Meeting.kind == meeting.kind, Meeting.starts_at < meeting.starts_at, Meeting.id != meeting.id)
    asked = (
        select(Task)
        .join(Meeting, Meeting.id == Task.meeting)
        .where(*earlier, Task.given_at <= at, or_(Task.closed_at.is_(None), Task.closed_at > at))
        .order_by(Task.deadline, Task.id)
    )
    return session.scalars(asked).all()


def shown_to(session: Session, meeting_id: str, groups: frozenset[str], at: int) -> list[tuple[str, Value]]:
    """What somebody of these groups may see of them."""
    meeting = session.get_one(Meeting, meeting_id)
    return [(task.id, value(task)) for task in unfinished(session, meeting, at) if parties(task) & groups]


def desk_groups(session: Session, meeting_id: str) -> list[frozenset[str]]:
    """The groups of each chair and secretary of the meeting, as the register of tasks sees them."""
    asked = (
        select(User.id, User.role, User.unit)
        .join(Member, Member.user_id == User.id)
        .where(Member.stream == meeting_id, Member.role.in_((CHAIR, SECRETARY)), ~Member.gone)
    )
    return [Viewer(user, frozenset({f"office:{role}"}), unit).groups() for user, role, unit in session.execute(asked)]
