"""Who sits where in a meeting: nobody on two seats, no two on one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec

from .errors import Refused
from .halls import SeatName
from .values import Id


class SeatLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody's new seat; None takes the old one away."""

    user: Id
    seat: SeatName | None = None


def assign(seats: Collection[str], now: Mapping[str, str], wanted: Sequence[SeatLine]) -> dict[str, str]:
    """User → seat after the change. What is not wanted otherwise stays; two people may change places.

    Refused("seat.twice") for a person listed twice, Refused("seat.unknown") for a seat that the plan lacks,
    Refused("seat.taken") when two people would sit on one: who sits there is moved away in the same list, or nothing
    is changed.
    """
    if len({line.user for line in wanted}) < len(wanted):
        raise Refused("seat.twice")
    after = dict(now)
    for line in wanted:
        after.pop(line.user, None)
    held = {seat: user for user, seat in after.items()}
    for line in wanted:
        if line.seat is None:
            continue
        if line.seat not in seats:
            raise Refused("seat.unknown", seat=line.seat)
        if line.seat in held:
            raise Refused("seat.taken", seat=line.seat)
        held[line.seat] = line.user
        after[line.user] = line.seat
    return after


def kept(seats: Collection[str], now: Mapping[str, str]) -> dict[str, str]:
    """Who keeps the seat when the meeting gets another plan: those whose seat has a namesake there."""
    return {user: seat for user, seat in now.items() if seat in seats}
