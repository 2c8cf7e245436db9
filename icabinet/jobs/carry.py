"""Carries notes into the version of a paper that is in use: placed where it is certain, proposed where it is not.

The tables are the queue: notes on an earlier version that nobody has looked for in the present one. A note that an
offline tablet sends late is found in the same way.
"""

from __future__ import annotations

import asyncio
import itertools

import anyio
import msgspec
import structlog
from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from ..actions import perform
from ..documents import aside
from ..documents.anchors import LOST, Anchor
from ..documents.anchors import Placement as Placed
from ..documents.aside import Broken
from ..documents.reading import Box
from ..documents.refusals import BadPaper
from ..domain.audience import SYSTEM
from ..domain.commands import Carried, CarryNotes
from ..store.blobs import Blobs
from ..store.database import Database
from ..store.tables import Note, Paper, Placement, Version
from .carry_ink import carry_ink
from .pairs import Pair, in_parts, pair, readings

_log = structlog.get_logger(part="carry")
AT_ONCE = 100
"""Notes of one command."""
MOST_QUADS = 200


class Errand(msgspec.Struct, frozen=True):
    """Notes of one version to be found in another."""

    versions: Pair
    notes: tuple[tuple[str, Anchor], ...]


def pending(session: Session) -> list[Errand]:
    """Everything that waits, a hundred notes of a pair of versions at a time."""
    old, new = aliased(Version), aliased(Version)
    rows = session.execute(
        select(Note, old, new)
        .join(Paper, Paper.id == Note.paper_id)
        .join(old, old.id == Note.version_id)
        .join(new, new.id == Paper.version_id)
        .outerjoin(Placement, Placement.id == Note.id)
        .where(
            old.number < new.number,
            Note.recalled.is_(False),
            new.state == "ready",
            or_(Placement.id.is_(None), and_(Placement.state != "stays", Placement.version_id != new.id)),
        )
        .order_by(new.id, old.id, Note.id)
    )
    errands: list[Errand] = []
    for (a, b), group in itertools.groupby(rows, key=lambda row: (row[1], row[2])):
        notes = [(note.id, _anchor(note)) for note, _, _ in group]
        errands += [Errand(pair(a, b), part) for part in in_parts(notes, AT_ONCE)]
    return errands


def _anchor(note: Note) -> Anchor:
    quads: list[Box] = [(x0, y0, x1, y1) for x0, y0, x1, y1 in note.quads]
    return Anchor(note.page, quads, note.exact, note.prefix, note.suffix, note.start, note.end)


async def carry_pending(db: Database, blobs: Blobs) -> int:
    """Places every note that waits; returns how many there were."""
    errands = await db.aread(pending)
    for errand in errands:
        command = await _look(blobs, errand)
        stream, cause = errand.versions.stream, f"carry-{errand.versions.new}-{errand.notes[0][0]}"[:64]
        await db.awrite(lambda s, c=command, m=stream, k=cause: perform(s, m, SYSTEM, k, c))  # type: ignore[misc]
    return sum(len(errand.notes) for errand in errands)


async def _look(blobs: Blobs, errand: Errand) -> CarryNotes:
    """Whatever fails leaves the notes to their owners."""
    try:
        found = await anyio.to_thread.run_sync(_placed, blobs, errand)
    except (BadPaper, OSError, Broken) as problem:
        _log.error("notes not placed", version=errand.versions.new, exc_info=problem)
        found = [LOST] * len(errand.notes)
    notes = [_carried(note, errand.versions.old, one) for (note, _), one in zip(errand.notes, found, strict=True)]
    return CarryNotes(version=errand.versions.new, notes=notes)


def _placed(blobs: Blobs, errand: Errand) -> list[Placed]:
    old, new = readings(blobs, errand.versions)
    return aside.ask(aside.Errand(old, new, [anchor for _, anchor in errand.notes])).placements


def _carried(note: str, old: str, found: Placed) -> Carried:
    anchor = found.anchor
    if anchor is None:
        return Carried(note=note, from_version=old, state=found.state)
    return Carried(
        note=note,
        from_version=old,
        state=found.state,
        page=anchor.page,
        quads=list(anchor.quads[:MOST_QUADS]),
        exact=anchor.exact[:8000],
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        start=anchor.start,
        end=anchor.end,
    )


async def run(db: Database, blobs: Blobs, news: asyncio.Event) -> None:
    """Works for ever; `news` is set whenever a log has grown."""
    while True:
        news.clear()
        await carry_pending(db, blobs)
        await carry_ink(db, blobs)
        await news.wait()
