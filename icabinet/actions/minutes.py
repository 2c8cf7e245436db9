"""The secretary's wording in place of a generated paragraph of the minutes."""

from __future__ import annotations

from ..domain.commands import EditMinutes, RestoreMinutes
from ..domain.errors import Refused
from ..store.tables import Meeting, MinutesEdit
from ..views.minutes import editable
from .bus import handles
from .transaction import Tx


@handles(EditMinutes)
def edit(tx: Tx, c: EditMinutes) -> None:
    """Refused("minutes.no-block") when nothing of that name stands in the minutes now."""
    tx.get(Meeting, tx.stream)
    if c.block not in editable(tx.session, tx.stream):
        raise Refused("minutes.no-block")
    row = tx.seek(MinutesEdit, _id(tx, c.block))
    if row is None:
        row = MinutesEdit(
            id=_id(tx, c.block), stream=tx.stream, block=c.block, text="", author=tx.actor.user, at=tx.now
        )
        tx.add(row)
    row.text, row.author, row.at = c.text, tx.actor.user, tx.now


@handles(RestoreMinutes)
def restore(tx: Tx, c: RestoreMinutes) -> None:
    row = tx.seek(MinutesEdit, _id(tx, c.block))
    if row is None:
        raise Refused("minutes.not-edited")
    tx.remove(row)


def _id(tx: Tx, block: str) -> str:
    return f"{tx.stream}:{block}"
