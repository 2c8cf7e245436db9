"""Calls for service."""

from __future__ import annotations

from .errors import Refused

MOST_OPEN = 3
"""Calls that one person may have open; more would only bury the others' calls."""


def check(kind: str, text: str, same_open: bool, open_calls: int) -> None:
    """Refused when the same thing was asked for already, too much is open, or "other" says nothing."""
    if kind == "other" and not text.strip():
        raise Refused("service.text")
    if same_open and kind != "other":
        raise Refused("service.asked")
    if open_calls >= MOST_OPEN:
        raise Refused("service.many", most=MOST_OPEN)
