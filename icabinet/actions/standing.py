"""Whether what a stream is about still goes on: papers lie in meetings and in circulations alike."""

from __future__ import annotations

from ..domain import circulations
from ..domain.meetings import need_not_ended
from ..store.tables import Circulation, Meeting
from .transaction import Tx


def need_going_on(tx: Tx) -> None:
    """Refused for a meeting that has ended, and for a circulation that takes no answers any more."""
    circulation = tx.seek(Circulation, tx.stream)
    if circulation is not None:
        circulations.need(circulation.state, "draft", "open")
    else:
        need_not_ended(tx.get(Meeting, tx.stream).state)
