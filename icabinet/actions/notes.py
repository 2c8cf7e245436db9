"""Notes on passages of papers: private until shared."""

from __future__ import annotations

from ..domain.commands import AddNote, EditNote, RemoveNote, ShareNote
from ..domain.errors import Refused
from ..store.tables import Note, Placement, Version
from .bus import handles
from .reach import readable_version
from .transaction import Tx


@handles(AddNote)
def add(tx: Tx, c: AddNote) -> None:
    version = readable_version(tx, c.version)
    if version.paper_state == "recalled":
        raise Refused("paper.not-published")
    if c.page > version.pages:
        raise Refused("note.no-such-page", pages=version.pages)
    tx.add(
        Note(
            id=c.note,
            stream=tx.stream,
            paper_id=version.paper_id,
            version_id=version.id,
            author=tx.actor.user,
            at=tx.now,
            page=c.page,
            quads=c.quads,
            exact=c.exact,
            prefix=c.prefix,
            suffix=c.suffix,
            start=c.start,
            end=c.end,
            text=c.text,
            colour=c.colour,
            readers=version.readers,
        )
    )


@handles(EditNote)
def edit(tx: Tx, c: EditNote) -> None:
    own_note(tx, c.note).text = c.text


@handles(ShareNote)
def share(tx: Tx, c: ShareNote) -> None:
    """A note quotes its paper, so it is shared only while everybody may read the paper itself."""
    note = own_note(tx, c.note)
    if c.shared and tx.get(Version, note.version_id).paper_state != "published":
        raise Refused("paper.not-published")
    note.shared = c.shared


@handles(RemoveNote)
def remove(tx: Tx, c: RemoveNote) -> None:
    note = own_note(tx, c.note)
    place = tx.seek(Placement, note.id)
    if place is not None:
        tx.remove(place)
    tx.remove(note)


def own_note(tx: Tx, note: str) -> Note:
    """Another person's note does not exist for the asker, shared or not."""
    row = tx.get(Note, note)
    if row.author != tx.actor.user or row.recalled:
        raise Refused("not-found")
    return row
