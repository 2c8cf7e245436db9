"""What a calendar is told of a meeting (RFC 5546): asked for, changed, called off."""

from __future__ import annotations

from typing import Literal

import msgspec

HOUR_MS = 3_600_000
USUAL_MS = 2 * HOUR_MS
"""A meeting whose end nobody planned stands in calendars for so long."""
Method = Literal["REQUEST", "CANCEL"]


class Event(msgspec.Struct, frozen=True):
    """One meeting as one person's calendar was told; `sequence` grows with every telling (RFC 5545 §3.8.7.4)."""

    method: Method
    sequence: int
    title: str
    place: str
    starts_at: int
    ends_at: int


def planned_end(starts_at: int, ends_at: int | None) -> int:
    return ends_at if ends_at is not None and ends_at > starts_at else starts_at + USUAL_MS


def next_event(last: Event | None, now: Event) -> Event | None:
    """What to send to somebody who was told `last`; None when his calendar is right.

    Nobody is told of the end of something that he never heard of.
    """
    if last is None:
        return now if now.method == "REQUEST" else None
    told = msgspec.structs.replace(last, sequence=now.sequence)
    if told == now or (last.method == "CANCEL" and now.method == "CANCEL"):
        return None
    return msgspec.structs.replace(now, sequence=last.sequence + 1)
