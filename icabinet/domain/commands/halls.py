"""The office's rooms, and who sits where in a meeting."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..halls import Grid
from ..seating import SeatLine
from .base import Command, Id, Line


class SetHall(Command, frozen=True, tag="hall.set"):
    """Names a room of the office and draws its plan; one that the office does not have yet is added.

    `rows` from the front: "o" is a seat, "." a gap, "#" the stage (domain.halls).
    """

    hall: Id
    name: Line
    rows: Grid


class RemoveHall(Command, frozen=True, tag="hall.remove"):
    """Meetings that chose it keep the plan that they have."""

    hall: Id


class ChooseHall(Command, frozen=True, tag="seating.choose"):
    """The meeting takes the room's plan as it is today; None: it has none any more, and nobody has a seat."""

    hall: Id | None


class AssignSeats(Command, frozen=True, tag="seating.assign"):
    """All of it or nothing. For a substitute the seat of whom he stands for is meant."""

    seats: Annotated[list[SeatLine], Meta(min_length=1, max_length=3600)]


class ClearSeats(Command, frozen=True, tag="seating.clear"):
    """Nobody has a seat any more; the plan stays."""


Outside = SetHall | RemoveHall | ChooseHall | AssignSeats | ClearSeats
