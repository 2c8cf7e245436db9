"""The room of the demonstration, and who sits where in it."""

from ..domain.commands import AssignSeats, SetHall
from ..domain.halls import places
from ..domain.seating import SeatLine

HALL = SetHall(
    hall="phong-2",
    name="Phòng họp số 2",
    rows=[
        "..#####..",
        "..ooooo..",
        ".........",
        "oooo.oooo",
        "oooo.oooo",
        "oooo.oooo",
    ],
)

PRESIDIUM = ("A3", "A2", "A4")


def seating(presidium: list[str], others: list[str]) -> AssignSeats:
    """Chair and secretary face the room, everybody else sits from the first row on in the order given."""
    behind = [place.name for place in places(HALL.rows) if not place.name.startswith("A")]
    pairs = [*zip(presidium, PRESIDIUM, strict=False), *zip(others, behind, strict=False)]
    return AssignSeats(seats=[SeatLine(user, seat) for user, seat in pairs])
