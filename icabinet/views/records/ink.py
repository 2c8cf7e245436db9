"""Strokes: their owner's alone until he shares their page."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain import sharing
from ...domain.policy import audience
from ...store.tables import Stroke
from .record import Record, shows


@shows(Stroke)
def _stroke(s: Stroke) -> Iterator[Record]:
    state = sharing.state(s.recalled, s.shared, s.named, s.readers)
    value = {
        "version": s.version_id,
        "paper": s.paper_id,
        "page": s.page,
        "points": s.points,
        "colour": s.colour,
        "width": s.width,
        "author": s.author,
        "shared": state.startswith("shared"),
        "named": s.named if state == "shared with some" else [],
        "at": s.at,
    }
    yield Record("stroke", s.id, audience(f"stroke ({state})", s.author, s.named or s.readers), value)
