"""Strokes are drawn and erased; what is so already stays so, for two devices of one person may say the same."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select

from ..domain import ink
from ..domain.commands import DrawStrokes, EraseStrokes, ReplaceStrokes, ShareInk
from ..domain.errors import Refused
from ..store.tables import Stroke, Version
from .bus import handles
from .notes import check_sharing
from .reach import readable_version
from .transaction import Tx


@handles(DrawStrokes)
def draw(tx: Tx, c: DrawStrokes) -> None:
    version = _drawable(tx, c.version)
    sharing = _as_they_were(tx, version, c)
    fresh = {line.stroke: line for line in c.strokes if not _drawn(tx, line.stroke)}
    ink.check_count(_count(tx), len(fresh))
    for line in fresh.values():
        ink.check(line, version.pages)
        stroke = tx.add(_stroke(tx, version, line))
        if sharing is None:
            _as_its_page(tx, stroke)
        else:
            stroke.shared, stroke.named = sharing


def _drawable(tx: Tx, version: str) -> Version:
    row = readable_version(tx, version)
    if row.paper_state == "recalled":
        raise Refused("paper.not-published")
    return row


def _drawn(tx: Tx, stroke: str) -> bool:
    """Refused("exists") for the name of somebody else's stroke."""
    row = tx.session.get(Stroke, stroke)
    if row is not None and (row.author, row.stream) != (tx.actor.user, tx.stream):
        raise Refused("exists")
    return row is not None


def _count(tx: Tx) -> int:
    own = select(func.count()).where(Stroke.stream == tx.stream, Stroke.author == tx.actor.user)
    return tx.session.scalar(own) or 0


def _stroke(tx: Tx, version: Version, line: ink.StrokeLine) -> Stroke:
    return Stroke(
        id=line.stroke,
        stream=tx.stream,
        paper_id=version.paper_id,
        version_id=version.id,
        author=tx.actor.user,
        readers=version.readers,
        at=tx.now,
        page=line.page,
        colour=line.colour,
        width=line.width,
        points=line.points,
    )


def _as_they_were(tx: Tx, version: Version, c: DrawStrokes) -> tuple[bool, list[str]] | None:
    """None for new strokes. Those that come back are their owner's alone where they may be shared so no longer."""
    if c.shared is None:
        return None
    try:
        check_sharing(tx, version, c.named)
    except Refused:
        return False, []
    return c.shared, sorted(set(c.named)) if c.shared else []


def _as_its_page(tx: Tx, stroke: Stroke) -> None:
    """A page that is shared is shared with what is drawn on it later."""
    page = select(Stroke.named).where(*_own(tx, stroke.version_id, stroke.page), Stroke.shared)
    named = tx.session.scalar(page.limit(1))
    if named is not None:
        stroke.shared, stroke.named = True, named


def _own(tx: Tx, version: str, page: int) -> list[ColumnElement[bool]]:
    of_page = [Stroke.version_id == version, Stroke.page == page]
    return [Stroke.stream == tx.stream, Stroke.author == tx.actor.user, *of_page]


@handles(ShareInk)
def share(tx: Tx, c: ShareInk) -> None:
    version = readable_version(tx, c.version)
    if c.shared:
        check_sharing(tx, version, c.named)
    strokes = tx.find(Stroke, *_own(tx, c.version, c.page), ~Stroke.recalled)
    if not strokes:
        raise Refused("ink.nothing-there")
    for stroke in strokes:
        stroke.shared, stroke.named = c.shared, sorted(set(c.named))


@handles(EraseStrokes)
def erase(tx: Tx, c: EraseStrokes) -> None:
    """Other people's strokes are none of the sender's, so nothing is said of them either."""
    for stroke in dict.fromkeys(c.strokes):
        row = tx.seek(Stroke, stroke)
        if row is not None and row.author == tx.actor.user and row.paper_id == c.paper and not row.recalled:
            tx.remove(row)


@handles(ReplaceStrokes)
def replace(tx: Tx, c: ReplaceStrokes) -> None:
    version = _drawable(tx, c.version)
    for one in c.strokes:
        _replace(tx, version, one)


def _replace(tx: Tx, version: Version, c: ink.Replacement) -> None:
    """Where nothing of the old is left, this was done before, or another device has erased it."""
    gone = [row for name in dict.fromkeys(c.old) if (row := _own_stroke(tx, version, name))]
    if not gone:
        return
    fresh = {line.stroke: line for line in c.new if not _drawn(tx, line.stroke)}
    ink.check_count(_count(tx), len(fresh) - len(gone))
    shared, named = _common_sharing(gone)
    for line in fresh.values():
        ink.check(line, version.pages)
        stroke = tx.add(_stroke(tx, version, line))
        stroke.shared, stroke.named = shared, named
    for row in gone:
        tx.remove(row)


def _own_stroke(tx: Tx, version: Version, name: str) -> Stroke | None:
    row = tx.seek(Stroke, name)
    here = row is not None and (row.author, row.version_id, row.recalled) == (tx.actor.user, version.id, False)
    return row if here else None


def _common_sharing(strokes: list[Stroke]) -> tuple[bool, list[str]]:
    """Nobody sees more than before: strokes that were not shared alike are their owner's alone again."""
    first = strokes[0]
    alike = all((row.shared, row.named) == (first.shared, first.named) for row in strokes)
    return (first.shared, list(first.named)) if alike else (False, [])
