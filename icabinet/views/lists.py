"""Lists across streams: my meetings, the office's people, the papers a person may see."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..documents.remarks import SCANNED, pages_of
from ..domain.audience import Viewer
from ..domain.papers import reads
from ..store.tables import Item, Meeting, Member, Paper, Reading, User, Version
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
    pages: int
    """Pages of the published papers that this person may read, …"""
    seen: int
    """… and how many of them he has seen, …"""
    opened: int
    """… and how many papers he has opened."""
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
    rows = session.execute(
        select(Meeting, Member, Item.title)
        .join(Member, Member.stream == Meeting.id)
        .outerjoin(Item, Item.id == Meeting.item_id)
        .where(Member.user_id == user, ~Member.gone)
    )
    meetings = rows.all()
    read = _read_by(session, {own.stream: own for _, own, _ in meetings})
    lines = [
        MeetingLine(m.id, m.title, m.place, m.agency, m.starts_at, m.state, own.role, *read[m.id], item)
        for m, own, item in meetings
    ]
    return sorted(lines, key=lambda line: _nearness(line, now))


def _read_by(session: Session, own: Mapping[str, Member]) -> dict[str, tuple[int, int, int, int]]:
    """By meeting: papers, pages, pages seen and papers opened, of what is published to this person.

    `own` is his part in each meeting.
    """
    user = next((member.user_id for member in own.values()), "")
    rows = session.execute(
        select(Paper, Version.pages, Reading.count)
        .join(Version, Version.id == Paper.version_id)
        .outerjoin(Reading, (Reading.version_id == Version.id) & (Reading.user_id == user))
        .where(Paper.stream.in_(own), Paper.state == "published")
    )
    found = dict.fromkeys(own, (0, 0, 0, 0))
    for paper, pages, seen in rows:
        member = own[paper.stream]
        if reads(paper.readers, user, member.role, member.unit):
            papers, all_pages, read, opened = found[paper.stream]
            more = min(seen or 0, pages)
            found[paper.stream] = (papers + 1, all_pages + pages, read + more, opened + (seen is not None))
    return found


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
