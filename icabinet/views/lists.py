"""Lists across streams: my meetings, the office's people, the papers a person may see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..documents.remarks import SCANNED, pages_of
from ..domain.audience import Viewer
from ..domain.papers import reads
from ..domain.people import Role
from ..store.letters import unseen
from ..store.tables import Item, Meeting, Member, Paper, PaperRequest, Reading, User, Version
from .records import sees


class AskedPaper(msgspec.Struct, frozen=True):
    """A paper that was asked for and is not approved yet; `mine`: of this person or the own unit."""

    title: str
    deadline: int
    state: str
    mine: bool


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
    requests: list[AskedPaper]
    ends_at: int | None
    called_off: str


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
    secret: bool


class NoticeLine(msgspec.Struct, frozen=True):
    """What waits on a person's own page; seen by a command to its stream."""

    id: str
    stream: str
    title: str
    text: str
    link: str
    at: int


def notices_of(session: Session, user: str, now: int) -> list[NoticeLine]:
    return [NoticeLine(n.id, n.stream, n.title, n.text, n.link, n.at) for n in unseen(session, user, now)]


def meetings_of(session: Session, user: str, now: int) -> list[MeetingLine]:
    """The meetings a person takes part in: running ones first, then those to come (nearest first), then past ones.

    Papers are counted as this person sees them: a secret one not even there for others.
    """
    rows = session.execute(
        select(*_MEETING, Item.title, Member.role, Member.unit)
        .join(Member, Member.stream == Meeting.id)
        .outerjoin(Item, Item.id == Meeting.item_id)
        .where(Member.user_id == user, ~Member.gone)
    ).all()
    parts = {id_: _Part(role, unit) for id_, *_, role, unit in rows}
    asked, read = _asked_in(session, user, parts), _read_by(session, user, parts)
    lines = [
        MeetingLine(
            id_, title, place, agency, starts_at, state, role, *read[id_], item, asked.get(id_, []), ends_at, called_off
        )
        for id_, title, place, agency, starts_at, state, ends_at, called_off, item, role, _ in rows
    ]  # fmt: skip
    return sorted(lines, key=lambda line: _nearness(line, now))


_MEETING = (
    Meeting.id, Meeting.title, Meeting.place, Meeting.agency, Meeting.starts_at, Meeting.state,
    Meeting.ends_at, Meeting.called_off,
)  # fmt: skip


class _Part(NamedTuple):
    """What decides what a person sees in a meeting."""

    role: Role
    unit: str


def _read_by(session: Session, user: str, parts: Mapping[str, _Part]) -> dict[str, tuple[int, int, int, int]]:
    """By meeting: papers, pages, pages seen and papers opened, of what is published to this person."""
    rows = session.execute(
        select(Paper.stream, Paper.readers, Version.pages, Reading.count)
        .join(Version, Version.id == Paper.version_id)
        .join(Member, Member.stream == Paper.stream)
        .outerjoin(Reading, (Reading.version_id == Version.id) & (Reading.user_id == user))
        .where(Member.user_id == user, ~Member.gone, Paper.state == "published")
    )
    found = dict.fromkeys(parts, (0, 0, 0, 0))
    for stream, readers, pages, seen in rows:
        if reads(readers, user, *parts[stream]):
            papers, all_pages, read, opened = found[stream]
            more = min(seen or 0, pages)
            found[stream] = (papers + 1, all_pages + pages, read + more, opened + (seen is not None))
    return found


def _asked_in(session: Session, user: str, parts: Mapping[str, _Part]) -> dict[str, list[AskedPaper]]:
    """By meeting, the nearest deadline first: what this person sees of the requests there."""
    rows = session.scalars(
        select(PaperRequest)
        .join(Member, Member.stream == PaperRequest.stream)
        .where(Member.user_id == user, ~Member.gone, PaperRequest.state != "approved")
        .order_by(PaperRequest.deadline, PaperRequest.id)
    )
    found: dict[str, list[AskedPaper]] = {}
    for row in rows:
        part = parts[row.stream]
        groups = Viewer(user, frozenset({part.role}), part.unit).groups()
        if sees(groups, row):
            told = AskedPaper(row.title, row.deadline, row.state, row.addressee in groups)
            found.setdefault(row.stream, []).append(told)
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
            bool(paper.readers),
        )
        for paper, version in rows
        if sees(groups, version)
    ]
