"""Counts made by hand."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...domain.policy import audience
from ...store.tables import TallyEntry
from .record import Record, shows


@shows(TallyEntry)
def _tally_entry(e: TallyEntry) -> Iterator[Record]:
    value = {
        "vote": e.vote_id,
        "entered_by": e.entered_by,
        "entered_at": e.entered_at,
        "confirmed_by": e.confirmed_by,
        "confirmed_at": e.confirmed_at,
    }
    yield Record("tally_entry", e.id, audience("tally_entry"), msgspec.to_builtins(e.sheet) | value)
