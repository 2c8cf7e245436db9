"""Candidates for tasks, dismissed and taken up again."""

from __future__ import annotations

from ..domain.commands import DismissCandidate, RestoreCandidate
from ..store.tables import DismissedCandidate
from .bus import handles
from .transaction import Tx


@handles(DismissCandidate)
def dismiss(tx: Tx, c: DismissCandidate) -> None:
    key = f"{tx.stream}.{c.candidate}"
    if tx.seek(DismissedCandidate, key) is None:
        tx.add(DismissedCandidate(id=key, stream=tx.stream, candidate=c.candidate, by=tx.actor.user, at=tx.now))


@handles(RestoreCandidate)
def restore(tx: Tx, c: RestoreCandidate) -> None:
    tx.remove(tx.get(DismissedCandidate, f"{tx.stream}.{c.candidate}"))
