"""The order of the agenda and the time each item takes."""

from __future__ import annotations

from collections.abc import Sequence


def moved(order: Sequence[str], item: str, position: int) -> list[str]:
    """The order with `item` at `position` (counted without it, clipped to the end)."""
    rest = [other for other in order if other != item]
    rest.insert(min(position, len(rest)), item)
    return rest


def spent(before_ms: int, since: int | None, now: int) -> int:
    """Milliseconds that an item has taken: what it had, and what has passed while it was current and running."""
    return before_ms + (max(0, now - since) if since is not None else 0)
