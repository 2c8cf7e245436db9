"""Which events of a meeting's log changed which record."""

from __future__ import annotations

import msgspec

from ..store import log
from .minutes_draft import Trace
from .records import Change

Trail = dict[tuple[str, str], list[Trace]]
"""(kind, id) of a record → the events that changed it."""
TRACED = frozenset(
    {"item", "speech", "vote", "result", "conclusion", "invitation", "interest", "tally_entry", "comment"}
)
BATCH = 1000
"""Events read at once."""
_changes = msgspec.json.Decoder(list[Change]).decode


def changes_of(entry: log.Entry) -> list[Change]:
    return _changes(entry.changes)


def follow(trail: Trail, entry: log.Entry, changes: list[Change]) -> None:
    """Adds one event."""
    for change in changes:
        if change.kind in TRACED:
            trail.setdefault((change.kind, change.id), []).append(Trace(entry.seq, entry.at))
