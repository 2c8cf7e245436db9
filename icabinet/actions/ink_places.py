"""Strokes follow their paper into a new version where the page is the same; elsewhere their owner decides."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.commands import CarryInk, KeepInk, PlaceInk
from ..domain.errors import Refused
from ..store.tables import InkPlace, Paper, Stroke, Version, ink_place_id
from .bus import handles
from .reach import readable_version
from .transaction import Tx


@handles(CarryInk)
def carry(tx: Tx, c: CarryInk) -> None:
    """What changed while versions were compared is left alone; the worker looks again."""
    version = tx.seek(Version, c.version)
    if version is None or tx.get(Paper, version.paper_id).version_id != version.id:
        return
    for carried in c.pages:
        strokes = _strokes(tx, carried.owner, carried.from_version, carried.from_page)
        if not strokes or strokes[0].paper_id != version.paper_id:
            continue
        place = tx.seek(InkPlace, ink_place_id(carried.from_version, carried.from_page, carried.owner))
        if place is not None and place.state == "stays":
            continue
        place = place or tx.add(_new(tx, strokes[0]))
        place.version_id, place.state, place.page, place.at = version.id, carried.state, carried.page, tx.now
        if carried.state == "kept":
            _move(strokes, version.id, carried.page)


@handles(PlaceInk)
def put(tx: Tx, c: PlaceInk) -> None:
    strokes = _own_strokes(tx, c.version, c.page)
    version = readable_version(tx, c.to_version)
    if version.paper_id != strokes[0].paper_id:
        raise Refused("not-found")
    if c.to_page > version.pages:
        raise Refused("ink.no-such-page", pages=version.pages)
    place = tx.seek(InkPlace, ink_place_id(c.version, c.page, tx.actor.user)) or tx.add(_new(tx, strokes[0]))
    place.version_id, place.state, place.page, place.at = version.id, "placed", c.to_page, tx.now
    _move(strokes, version.id, c.to_page)


@handles(KeepInk)
def keep(tx: Tx, c: KeepInk) -> None:
    _own_strokes(tx, c.version, c.page)
    place = tx.seek(InkPlace, ink_place_id(c.version, c.page, tx.actor.user))
    if place is None or place.state != "changed":
        raise Refused("note.no-proposal")
    place.state, place.at = "stays", tx.now


def _own_strokes(tx: Tx, version: str, page: int) -> Sequence[Stroke]:
    strokes = [stroke for stroke in _strokes(tx, tx.actor.user, version, page) if not stroke.recalled]
    if not strokes:
        raise Refused("not-found")
    return strokes


def _strokes(tx: Tx, owner: str, version: str, page: int) -> Sequence[Stroke]:
    return tx.find(Stroke, Stroke.version_id == version, Stroke.page == page, Stroke.author == owner)


def _move(strokes: Sequence[Stroke], version: str, page: int) -> None:
    for stroke in strokes:
        stroke.version_id, stroke.page = version, page


def _new(tx: Tx, stroke: Stroke) -> InkPlace:
    return InkPlace(
        id=ink_place_id(stroke.version_id, stroke.page, stroke.author),
        stream=tx.stream,
        owner=stroke.author,
        paper_id=stroke.paper_id,
        version_id=stroke.version_id,
        from_version=stroke.version_id,
        from_page=stroke.page,
        state="changed",
        page=0,
        at=tx.now,
        recalled=stroke.recalled,
    )
