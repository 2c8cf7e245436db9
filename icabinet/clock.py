"""The one clock of the server: milliseconds since 1970-01-01 UTC. Tablets show times by it, never by their own."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone

HANOI = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")  # Việt Nam has kept UTC+7 without summer time since 1975


def now() -> int:
    return time.time_ns() // 1_000_000


def steady() -> float:
    """Seconds that only ever grow, whatever is done to the clock; for measuring how long something lasts."""
    return time.monotonic()


def local(at: int) -> datetime:
    """The moment `at` (ms) on the wall clock of the meeting room."""
    return datetime.fromtimestamp(at / 1000, HANOI)


def utc() -> datetime:
    """Now, for certificates, which count in UTC."""
    return datetime.now(UTC)
