"""Carries strokes into the version of a paper that is in use, as `carry` does with notes.

The tables are the queue: strokes on an earlier version that nobody has looked for in the present one.
"""

from __future__ import annotations

import itertools
import secrets

import anyio
import msgspec
import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from ..actions import perform
from ..documents import aside
from ..documents.aside import Broken
from ..documents.ink_pages import Sheet, SheetPlace
from ..documents.refusals import BadPaper
from ..domain import ink
from ..domain.audience import SYSTEM
from ..domain.commands import CarriedInk, CarryInk
from ..domain.errors import Refused
from ..store.blobs import Blobs
from ..store.database import Database
from ..store.tables import InkPlace, Paper, Stroke, Version, ink_place_id
from .pairs import Pair, in_parts, pair, readings

_log = structlog.get_logger(part="carry")
AT_ONCE = 100
"""Pages of one command."""


class Errand(msgspec.Struct, frozen=True):
    """Strokes of one version to be found in another: owner and what is around his strokes on a page."""

    versions: Pair
    sheets: tuple[tuple[str, Sheet], ...]


def pending(session: Session) -> list[Errand]:
    """Everything that waits, a hundred pages of a pair of versions at a time."""
    old, new = aliased(Version), aliased(Version)
    pairs = session.execute(
        select(old, new)
        .join(Paper, Paper.id == old.paper_id)
        .join(new, new.id == Paper.version_id)
        .where(old.number < new.number, new.state == "ready")
        .order_by(new.id, old.id)
    ).all()
    errands: list[Errand] = []
    for a, b in pairs:
        errands += [Errand(pair(a, b), part) for part in in_parts(_sheets(session, a, b), AT_ONCE)]
    return errands


def _sheets(session: Session, old: Version, new: Version) -> list[tuple[str, Sheet]]:
    """Pages with strokes that were not looked for yet; one that is decided, or looked for in vain, is not."""
    drawn = select(Stroke).where(Stroke.version_id == old.id, Stroke.recalled.is_(False))
    strokes = sorted(session.scalars(drawn), key=lambda stroke: (stroke.author, stroke.page))
    found: list[tuple[str, Sheet]] = []
    for (owner, page), group in itertools.groupby(strokes, key=lambda stroke: (stroke.author, stroke.page)):
        place = session.get(InkPlace, ink_place_id(old.id, page, owner))
        waits = place is None or (place.state == "changed" and place.version_id != new.id)
        if waits or (place is not None and place.state in ("kept", "placed")):  # drawn late, by an offline tablet
            found.append((owner, Sheet(page, _around(list(group)))))
    return found


def _around(strokes: list[Stroke]) -> tuple[int, int, int, int]:
    points = [point for stroke in strokes for point in _points(stroke)]
    xs, ys = [x for x, _, _ in points], [y for _, y, _ in points]
    return min(xs), min(ys), max(xs), max(ys)


def _points(stroke: Stroke) -> list[ink.Point]:
    try:
        return ink.unpack(stroke.points)
    except Refused:  # nothing of the kind is ever recorded
        return [(0, 0, 0)]


async def carry_ink(db: Database, blobs: Blobs) -> int:
    """Places every page of strokes that waits; returns how many there were."""
    errands = await db.aread(pending)
    for errand in errands:
        command = await _look(blobs, errand)
        stream, cause = (
            errand.versions.stream,
            f"ink-{secrets.token_hex(16)}",
        )  # late strokes of a page are looked for once more
        await db.awrite(lambda s, c=command, m=stream, k=cause: perform(s, m, SYSTEM, k, c))  # type: ignore[misc]
    return sum(len(errand.sheets) for errand in errands)


async def _look(blobs: Blobs, errand: Errand) -> CarryInk:
    """Whatever fails leaves the strokes to their owners."""
    try:
        found = await anyio.to_thread.run_sync(_placed, blobs, errand)
    except (BadPaper, OSError, Broken) as problem:
        _log.error("strokes not placed", version=errand.versions.new, exc_info=problem)
        found = [SheetPlace("changed", 0)] * len(errand.sheets)
    pages = [
        CarriedInk(
            owner=owner, from_version=errand.versions.old, from_page=sheet.page, state=place.state, page=place.page
        )
        for (owner, sheet), place in zip(errand.sheets, found, strict=True)
    ]
    return CarryInk(version=errand.versions.new, pages=pages)


def _placed(blobs: Blobs, errand: Errand) -> list[SheetPlace]:
    old, new = readings(blobs, errand.versions)
    return aside.ask(aside.Errand(old, new, sheets=[sheet for _, sheet in errand.sheets])).sheets
