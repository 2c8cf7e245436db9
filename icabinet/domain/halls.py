"""Rooms of the office. The plan of a room is a grid of cells: seats, gaps and the stage.

Seats have names: rows that hold seats are lettered A, B, … Z, AA … from the first line of the grid, and the seats of a
row are numbered from the left: "C12". The tablet counts by the same rule (web/src/rules/seats.ts).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import msgspec
from msgspec import Meta

from .errors import Refused

SEAT, GAP, STAGE = "o", ".", "#"
MOST_LINES = 60
"""Lines of a grid, and cells of a line."""
MOST_HALLS = 100
Cells = Annotated[str, Meta(pattern=r"^[o.#]{1,60}\Z")]
Grid = Annotated[list[Cells], Meta(min_length=1, max_length=MOST_LINES)]
SeatName = Annotated[str, Meta(pattern=r"^[A-Z]{1,2}[1-9][0-9]?\Z")]


class SeatPlace(msgspec.Struct, frozen=True):
    """A seat and its cell in the grid, both counted from 0."""

    name: str
    line: int
    column: int


def check_grid(rows: Sequence[str]) -> None:
    """Refused("hall.uneven") unless all lines are equally long, Refused("hall.no-seat") without a single seat."""
    if len({len(row) for row in rows}) > 1:
        raise Refused("hall.uneven")
    if not any(SEAT in row for row in rows):
        raise Refused("hall.no-seat")


def check_room_for(count: int) -> None:
    """Refused("hall.too-many") when the office has as many rooms as it may."""
    if count >= MOST_HALLS:
        raise Refused("hall.too-many", most=MOST_HALLS)


def places(rows: Sequence[str]) -> list[SeatPlace]:
    """Every seat, from the first line on, each line from the left."""
    found: list[SeatPlace] = []
    lettered = 0
    for line, row in enumerate(rows):
        columns = [column for column, cell in enumerate(row) if cell == SEAT]
        if columns:
            letters = row_letters(lettered)
            lettered += 1
            found += [SeatPlace(f"{letters}{number}", line, column) for number, column in enumerate(columns, 1)]
    return found


def row_letters(number: int) -> str:
    """0 is A, 25 is Z, 26 is AA; there are at most 60."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    first, last = divmod(number, len(letters))
    return (letters[first - 1] if first else "") + letters[last]
