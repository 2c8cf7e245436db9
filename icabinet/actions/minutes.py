"""The secretary's wording in the minutes: in place of generated paragraphs, and paragraphs of his own."""

from __future__ import annotations

from ..domain.commands import AddParagraph, EditMinutes, MoveParagraph, RemoveParagraph, RestoreMinutes
from ..domain.errors import Refused
from ..store.tables import Meeting, MinutesEdit, MinutesParagraph, MinutesSeal
from ..views.minutes import OWN, editable
from .bus import handles
from .transaction import Tx


@handles(EditMinutes)
def edit(tx: Tx, c: EditMinutes) -> None:
    """Refused("minutes.no-block") without such a paragraph now, "minutes.stale" when another wording stands there."""
    need_open(tx)
    tx.get(Meeting, tx.stream)
    if c.block.startswith(OWN):
        _reword(tx, c)
        return
    generated = editable(tx.session, tx.stream)
    if c.block not in generated:
        raise Refused("minutes.no-block")
    row = tx.seek(MinutesEdit, _id(tx, c.block))
    if (row.text if row else None) != c.base:
        raise Refused("minutes.stale")
    if row is None:
        row = MinutesEdit(
            id=_id(tx, c.block), stream=tx.stream, block=c.block, text="", author=tx.actor.user, at=tx.now
        )
        tx.add(row)
    row.text, row.author, row.at, row.over = c.text, tx.actor.user, tx.now, generated[c.block]


def _reword(tx: Tx, c: EditMinutes) -> None:
    row = tx.seek(MinutesParagraph, c.block.removeprefix(OWN))
    if row is None:
        raise Refused("minutes.no-block")
    if row.text != c.base:
        raise Refused("minutes.stale")
    row.text, row.author, row.at = c.text, tx.actor.user, tx.now


@handles(RestoreMinutes)
def restore(tx: Tx, c: RestoreMinutes) -> None:
    need_open(tx)
    row = tx.seek(MinutesEdit, _id(tx, c.block))
    if row is None:
        raise Refused("minutes.not-edited")
    tx.remove(row)


@handles(AddParagraph)
def add(tx: Tx, c: AddParagraph) -> None:
    need_open(tx)
    _need_place(tx, c.after)
    tx.add(
        MinutesParagraph(
            id=c.paragraph,
            stream=tx.stream,
            after=c.after,
            text=c.text,
            author=tx.actor.user,
            at=tx.now,
            placed_at=tx.now,
        )
    )


@handles(MoveParagraph)
def move(tx: Tx, c: MoveParagraph) -> None:
    need_open(tx)
    row = tx.get(MinutesParagraph, c.paragraph)
    _need_place(tx, c.after)
    row.after, row.placed_at = c.after, tx.now


@handles(RemoveParagraph)
def remove(tx: Tx, c: RemoveParagraph) -> None:
    need_open(tx)
    tx.remove(tx.get(MinutesParagraph, c.paragraph))


def need_open(tx: Tx) -> None:
    """Refused("minutes.locked") once chair and secretary have confirmed them."""
    seal = tx.session.get(MinutesSeal, tx.stream)
    if seal is not None and seal.locked_at is not None:
        raise Refused("minutes.locked")


def _need_place(tx: Tx, block: str) -> None:
    """Own paragraphs stand behind generated ones: no chain of them can form a ring."""
    if block not in editable(tx.session, tx.stream, tables=True):
        raise Refused("minutes.no-block")


def _id(tx: Tx, block: str) -> str:
    return f"{tx.stream}:{block}"
