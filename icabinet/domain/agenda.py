"""The order of the agenda and the time each item takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .errors import Refused

About = Literal["", "unfinished"]
"""What an item shows of its own: nothing, or the unfinished work of earlier meetings."""


def moved(order: Sequence[str], item: str, position: int) -> list[str]:
    """The order with `item` at `position` (counted without it, clipped to the end)."""
    rest = [other for other in order if other != item]
    rest.insert(min(position, len(rest)), item)
    return rest


def check_about(about: About, others: Sequence[About]) -> None:
    """Refused("item.twice") when the agenda shows the same already."""
    if about and about in others:
        raise Refused("item.twice")


def spent(before_ms: int, since: int | None, now: int) -> int:
    """Milliseconds that an item has taken: what it had, and what has passed while it was current and running."""
    return before_ms + (max(0, now - since) if since is not None else 0)
