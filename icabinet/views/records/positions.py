"""Positions given before the meeting: their owner and the desk see them."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import Position
from .record import Record, shows


@shows(Position)
def _position(p: Position) -> Iterator[Record]:
    value = {"item": p.item_id, "user": p.user_id, "stance": p.stance, "text": p.text, "at": p.at}
    yield Record("position", f"{p.item_id}.{p.user_id}", audience("position", p.user_id), value)
