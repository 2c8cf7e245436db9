"""What became of a note in a new version: its owner's matter alone."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import Placement
from .record import Record, shows


@shows(Placement)
def _placement(p: Placement) -> Iterator[Record]:
    value = {
        "paper": p.paper_id,
        "version": p.version_id,
        "from_version": p.from_version,
        "from_page": p.from_page,
        "state": p.state,
        "page": p.page,
        "quads": p.quads,
        "exact": p.exact,
        "at": p.at,
    }
    state = "placement (recalled)" if p.recalled else "placement"
    yield Record("placement", p.id, audience(state, p.owner), value)
