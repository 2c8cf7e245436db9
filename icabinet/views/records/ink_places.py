"""What became of strokes in a new version: their owner's matter alone."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import InkPlace
from .record import Record, shows


@shows(InkPlace)
def _ink_place(p: InkPlace) -> Iterator[Record]:
    value = {
        "paper": p.paper_id,
        "version": p.version_id,
        "from_version": p.from_version,
        "from_page": p.from_page,
        "state": p.state,
        "page": p.page,
        "at": p.at,
    }
    state = "ink_place (recalled)" if p.recalled else "ink_place"
    yield Record("ink_place", p.id, audience(state, p.owner), value)
