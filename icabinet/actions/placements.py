"""Notes follow their paper into a new version; what is not certain is the owner's to decide."""

from __future__ import annotations

from ..domain.commands import Carried, CarryNotes, KeepNote, PlaceNote, TakePlace
from ..domain.errors import Refused
from ..store.tables import Note, Paper, Placement, Version
from .bus import handles
from .notes import own_note
from .reach import readable_version
from .transaction import Tx


@handles(CarryNotes)
def carry(tx: Tx, c: CarryNotes) -> None:
    """What changed while versions were compared is left alone; the worker looks again."""
    version = tx.seek(Version, c.version)
    if version is None or tx.get(Paper, version.paper_id).version_id != version.id:
        return
    for carried in c.notes:
        note = tx.seek(Note, carried.note)
        if note is None or note.version_id != carried.from_version or note.paper_id != version.paper_id:
            continue
        place = tx.seek(Placement, note.id)
        if place is None or (place.state != "stays" and place.version_id != version.id):
            _carry(tx, note, version, carried, place)


def _carry(tx: Tx, note: Note, version: Version, carried: Carried, place: Placement | None) -> None:
    place = place or tx.add(_new(tx, note))
    place.version_id, place.state, place.at = version.id, carried.state, tx.now
    place.from_version, place.from_page, place.recalled = note.version_id, note.page, note.recalled
    place.page, place.quads, place.exact = carried.page, list(carried.quads), carried.exact
    place.prefix, place.suffix, place.start, place.end = carried.prefix, carried.suffix, carried.start, carried.end
    if carried.state in ("kept", "moved"):
        _settle(note, place)


def _new(tx: Tx, note: Note) -> Placement:
    return Placement(
        id=note.id,
        stream=tx.stream,
        owner=note.author,
        paper_id=note.paper_id,
        version_id=note.version_id,
        from_version=note.version_id,
        from_page=note.page,
        state="lost",
        at=tx.now,
    )


def _settle(note: Note, place: Placement | PlaceNote) -> None:
    """The note stands in the new version from now on."""
    note.version_id = place.version if isinstance(place, PlaceNote) else place.version_id
    note.page, note.quads, note.exact = place.page, list(place.quads), place.exact
    note.prefix, note.suffix, note.start, note.end = place.prefix, place.suffix, place.start, place.end


@handles(TakePlace)
def take(tx: Tx, c: TakePlace) -> None:
    """Refused("note.no-proposal") when the proposal is gone, or is for a still newer version."""
    note = own_note(tx, c.note)
    place = tx.seek(Placement, note.id)
    if place is None or place.state != "changed" or place.version_id != c.version:
        raise Refused("note.no-proposal")
    place.from_version, place.from_page = note.version_id, note.page
    place.state, place.at = "placed", tx.now
    _settle(note, place)


@handles(PlaceNote)
def put(tx: Tx, c: PlaceNote) -> None:
    note = own_note(tx, c.note)
    version = readable_version(tx, c.version)
    if version.paper_id != note.paper_id:
        raise Refused("not-found")
    if c.page > version.pages:
        raise Refused("note.no-such-page", pages=version.pages)
    place = tx.seek(Placement, note.id) or tx.add(_new(tx, note))
    place.from_version, place.from_page = note.version_id, note.page
    place.version_id, place.state, place.at = version.id, "placed", tx.now
    place.page, place.quads, place.exact = c.page, list(c.quads), c.exact
    _settle(note, c)


@handles(KeepNote)
def keep(tx: Tx, c: KeepNote) -> None:
    note = own_note(tx, c.note)
    place = tx.seek(Placement, note.id)
    if place is None or place.state not in ("changed", "lost"):
        raise Refused("note.no-proposal")
    place.state, place.at = "stays", tx.now
