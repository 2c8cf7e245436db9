"""Letters by e-mail: which states they pass, and when a failed one is tried again."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["invitation", "changed", "called-off", "reminder", "circulation", "task"]
State = Literal["waiting", "sent", "refused", "expired", "no-address", "taken-back"]
"""`refused`: for good; `expired`: it could not leave in time; `no-address`: nobody knows where to send it;
`taken-back`: what it was about is off or done. Should it have been under way just then, it may have arrived."""
Fault = Literal["", "address", "content", "sign-in", "unreachable", "busy"]

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
PAUSES_MS = (MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS)
"""After the first, second … try; the last one holds for all further tries (RFC 5321 §4.5.4.1 asks for longer ones at
the end)."""


class Outcome(msgspec.Struct, frozen=True):
    """What became of one letter; `reply` is what the mail server said, in its own words."""

    letter: str
    state: State
    fault: Fault = ""
    reply: str = ""


def next_try(now: int, tries: int) -> int:
    """When a letter that was tried so often (1 or more) is tried again."""
    return now + PAUSES_MS[min(tries, len(PAUSES_MS)) - 1]
