"""What the sender of a command can reach: the write gate asks the same audiences as the read gate."""

from __future__ import annotations

from ..domain.errors import Refused
from ..store.tables import Paper, Row, Version
from ..views import records
from .transaction import Tx


def sees(tx: Tx, row: Row) -> bool:
    return records.sees(tx.actor.groups(), row)


def readable_paper(tx: Tx, paper: str) -> Paper:
    """A paper that the sender sees; any other does not exist for him."""
    row = tx.get(Paper, paper)
    if not sees(tx, row):
        raise Refused("not-found")
    return row


def readable_version(tx: Tx, version: str) -> Version:
    row = tx.get(Version, version)
    if not sees(tx, row) or row.state != "ready":
        raise Refused("not-found")
    return row
