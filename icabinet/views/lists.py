"""Lists across streams: my meetings, the office's people, the papers a person may see."""

from __future__ import annotations

from collections import Counter

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..documents.remarks import SCANNED, pages_of
from ..domain.audience import Viewer
from ..domain.papers import reads
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
    unread: str
    """Scanned pages without text, such as "3-5,9"."""


def meetings_of(session: Session, user: str, now: int) -> list[MeetingLine]:
    """The meetings a person takes part in: running ones first, then those to come (nearest first), then past ones.

    Papers are counted as this person sees them: a secret one not even there for others.
    """
    nobody_named: list[str] = []
    published = select(func.count()).where(
        Paper.stream == Meeting.id, Paper.state == "published", Paper.readers == nobody_named
    )
    rows = session.execute(
        select(Meeting, Member, published.scalar_subquery(), Item.title)
        .join(Member, Member.stream == Meeting.id)
        .outerjoin(Item, Item.id == Meeting.item_id)
        .where(Member.user_id == user)
    ).all()
    secret = _secret_papers(session, {member.stream: member for _, member, _, _ in rows})
    lines = [
        MeetingLine(m.id, m.title, m.place, m.agency, m.starts_at, m.state, own.role, papers + secret[m.id], item)
        for m, own, papers, item in rows
    ]
    return sorted(lines, key=lambda line: _nearness(line, now))


def _secret_papers(session: Session, own: dict[str, Member]) -> Counter[str]:
    """How many secret papers this person reads in each of his meetings; `own` is his part in them."""
    nobody_named: list[str] = []
    found = session.scalars(
        select(Paper).where(Paper.stream.in_(own), Paper.state == "published", Paper.readers != nobody_named)
    )
    return Counter(
        paper.stream
        for paper in found
        if reads(paper.readers, own[paper.stream].user_id, own[paper.stream].role, own[paper.stream].unit)
    )


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
        Readable(
            version.id,
            paper.id,
            paper.title,
            version.reading,
            paper.published_at or 0,
            pages_of(SCANNED, version.warnings),
        )
        for paper, version in rows
        if any(record.audience & groups for record in records(version).values())
    ]
