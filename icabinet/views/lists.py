"""Lists across streams: my meetings, the office's people, the papers a person may see."""

from __future__ import annotations

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..domain.audience import Viewer
from ..store.tables import Item, Meeting, Member, Paper, User, Version
from .records import records


class MeetingLine(msgspec.Struct, frozen=True):
    id: str
    title: str
    place: str
    agency: str
    starts_at: int
    state: str
    role: str
    papers: int
    item_title: str | None


class Person(msgspec.Struct, frozen=True):
    id: str
    login: str
    name: str
    title: str
    unit: str
    role: str
    active: bool


class Readable(msgspec.Struct, frozen=True):
    """A version that can be read, with what is needed to quote it."""

    version: str
    paper: str
    title: str
    reading: str
    published_at: int


def meetings_of(session: Session, user: str, now: int) -> list[MeetingLine]:
    """The meetings a person takes part in: running ones first, then those to come (nearest first), then past ones."""
    published = select(func.count()).where(Paper.stream == Meeting.id, Paper.state == "published").scalar_subquery()
    rows = session.execute(
        select(Meeting, Member.role, published, Item.title)
        .join(Member, Member.stream == Meeting.id)
        .outerjoin(Item, Item.id == Meeting.item_id)
        .where(Member.user_id == user, ~Member.gone)
    )
    lines = [
        MeetingLine(m.id, m.title, m.place, m.agency, m.starts_at, m.state, role, papers, item)
        for m, role, papers, item in rows
    ]
    return sorted(lines, key=lambda line: _nearness(line, now))


def _nearness(line: MeetingLine, now: int) -> tuple[int, int]:
    if line.state in ("running", "paused"):
        return 0, line.starts_at
    if line.state == "prepared":
        return 1, abs(line.starts_at - now)
    return 2, -line.starts_at


def people(session: Session) -> list[Person]:
    users = session.scalars(select(User).order_by(User.name))
    return [Person(u.id, u.login, u.name, u.title, u.unit, u.role, u.active) for u in users]


def readable_versions(session: Session, stream: str, viewer: Viewer) -> list[Readable]:
    """What the assistant may search for this person: asked of the same audiences as everything else."""
    groups = viewer.groups()
    rows = session.execute(
        select(Paper, Version)
        .join(Version, Version.id == Paper.version_id)
        .where(Paper.stream == stream, Version.state == "ready")
    )
    return [
        Readable(version.id, paper.id, paper.title, version.reading, paper.published_at or 0)
        for paper, version in rows
        if any(record.audience & groups for record in records(version).values())
    ]
