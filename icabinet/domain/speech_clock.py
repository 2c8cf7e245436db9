"""The clock of a speech, in milliseconds on the server. It runs towards a deadline, or stands with what is left."""

from __future__ import annotations

import msgspec


class Clock(msgspec.Struct, frozen=True):
    """Running: `since` and `deadline` are set. Standing: `left_ms` is set (below zero when the time is over).

    `spoken_ms` is the time spoken up to `since`, without the pauses.
    """

    spoken_ms: int = 0
    since: int | None = None
    deadline: int | None = None
    left_ms: int | None = None


def begun(seconds: int, now: int) -> Clock:
    return Clock(0, now, now + seconds * 1000)


def paused(clock: Clock, now: int) -> Clock:
    """Keeps the remaining time exactly."""
    if clock.since is None or clock.deadline is None:
        return clock
    return Clock(spoken(clock, now), left_ms=clock.deadline - now)


def resumed(clock: Clock, now: int) -> Clock:
    if clock.left_ms is None:
        return clock
    return Clock(clock.spoken_ms, now, now + clock.left_ms)


def extended(clock: Clock, seconds: int, now: int) -> Clock:
    """More time counts from what is left, or from nothing when the time is over."""
    if clock.deadline is None:
        return msgspec.structs.replace(clock, left_ms=max(clock.left_ms or 0, 0) + seconds * 1000)
    return msgspec.structs.replace(clock, deadline=max(clock.deadline, now) + seconds * 1000)


def ended(clock: Clock, now: int) -> Clock:
    """Only what was spoken stays, and the deadline that it had."""
    return Clock(spoken(clock, now), deadline=clock.deadline)


def spoken(clock: Clock, now: int) -> int:
    return clock.spoken_ms + (max(0, now - clock.since) if clock.since is not None else 0)
