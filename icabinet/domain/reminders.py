"""Reminders by rule: how long before (or, negative, after) a moment, and whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .errors import Refused

MINUTE_MS = 60_000
Whom = Literal["everybody", "silent"]
"""Everybody whom it still concerns; or only those who have not answered."""
State = Literal["waiting", "sent", "missed"]
"""`missed`: its moment had passed when it was set, or while the server was away."""
Before = Annotated[int, Meta(ge=-60 * 24 * 60, le=60 * 24 * 60)]
MOST = 10
LATE_MS = 6 * 60 * MINUTE_MS
"""A reminder that the server could not send in time is still sent so long after its moment, as long as it helps."""


class ReminderRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`minutes` before the moment; below 0 after it."""

    minutes: Before
    whom: Whom


MEETING_RULES = (ReminderRule(3 * 24 * 60, "silent"), ReminderRule(24 * 60, "everybody"), ReminderRule(60, "everybody"))
"""What a new meeting begins with; its desk may change it."""


def due(moment: int, rule: ReminderRule) -> int:
    return moment - rule.minutes * MINUTE_MS


def check(rules: Sequence[ReminderRule]) -> None:
    """Refused("reminder.too-many"), Refused("reminder.twice")."""
    if len(rules) > MOST:
        raise Refused("reminder.too-many", most=MOST)
    if len(set(rules)) != len(rules):
        raise Refused("reminder.twice")


def first_state(due_at: int, now: int) -> State:
    return "waiting" if due_at > now else "missed"


def still_helps(due_at: int, moment: int, now: int) -> bool:
    """A reminder of something to come is pointless once that has begun; one that comes after it is not."""
    return now - due_at <= LATE_MS and (due_at >= moment or now < moment)
