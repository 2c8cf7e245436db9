"""The big screens."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import Screen
from .record import Record, shows


@shows(Screen)
def _screen(s: Screen) -> Iterator[Record]:
    value = {
        "position": s.position,
        "name": s.name,
        "shows": s.shows,
        "text": s.text,
        "paper": s.paper_id,
        "page": s.page,
        "part": s.part,
    }
    yield Record("screen", s.screen_id, audience("screen"), value)
