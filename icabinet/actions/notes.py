"""Notes on passages of papers: private until shared."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain import sharing
from ..domain.commands import AddNote, EditNote, RemoveNote, ShareNote
from ..domain.errors import Refused
from ..store.tables import Member, Note, Placement, Version
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
    note = own_note(tx, c.note)
    if c.shared:
        check_sharing(tx, tx.get(Version, note.version_id), c.named)
    note.shared, note.named = c.shared, _sorted(c.named)


def check_sharing(tx: Tx, version: Version, named: Sequence[str]) -> None:
    """A mark quotes its paper, so it is shared only while the paper itself may be read: Refused("paper.not-published"),
    and what `sharing.check` refuses.
    """
    if version.paper_state != "published":
        raise Refused("paper.not-published")
    members = tx.find(Member)
    sharing.check(named, version.readers, (m.user_id for m in members), (m.unit for m in members))


def _sorted(named: Sequence[str]) -> list[str]:
    return sorted(set(named))


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
