"""Strokes of a pen on a page: how they are written, and how much of them is taken.

A stroke is a row of points: x and y in tenths of a PDF point from the top left of the displayed page, and the pressure
from 0 to 255. It is written as the differences between neighbouring points, each as a zigzag number in groups of five
bits, a letter of base64url for a group; the letter's sixth bit says that another group follows.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .errors import Refused
from .values import Id

InkColour = Literal["black", "blue", "red", "green"]
InkWidth = Annotated[int, Meta(ge=2, le=300)]
"""Tenths of a PDF point."""
Point = tuple[int, int, int]
"""x, y, pressure."""

MOST_BYTES = 32_768
"""Of one stroke as it is written."""
MOST_STROKES = 5_000
"""Of one person in one meeting."""
_FARTHEST = 200_000
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}


class StrokeLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One stroke, by the name that its sender chose; it never changes."""

    stroke: Id
    page: Annotated[int, Meta(ge=1, le=5000)]
    points: Annotated[str, Meta(min_length=1, max_length=400_000)]
    colour: InkColour = "black"
    width: InkWidth = 18


class Replacement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Strokes that go, and those that come instead of them and are shared as they were."""

    old: Annotated[list[Id], Meta(min_length=1, max_length=500)]
    new: Annotated[list[StrokeLine], Meta(min_length=1, max_length=500)]


def check(line: StrokeLine, pages: int) -> None:
    """Refused("ink.no-such-page"), ("ink.too-long") or ("ink.unreadable")."""
    if line.page > pages:
        raise Refused("ink.no-such-page", pages=pages)
    if len(line.points) > MOST_BYTES:
        raise Refused("ink.too-long", most=MOST_BYTES // 1024)
    unpack(line.points)


def check_count(have: int, more: int) -> None:
    """Refused("ink.too-many") when a person would have more strokes in a meeting than are kept."""
    if have + more > MOST_STROKES:
        raise Refused("ink.too-many", most=MOST_STROKES)


def pack(points: list[Point]) -> str:
    written: list[str] = []
    last: Point = (0, 0, 0)
    for point in points:
        for now, before in zip(point, last, strict=True):
            written.append(_number(now - before))
        last = point
    return "".join(written)


def _number(difference: int) -> str:
    zigzag = -2 * difference - 1 if difference < 0 else 2 * difference
    letters = ""
    while zigzag > 31:
        letters += _LETTERS[32 | (zigzag & 31)]
        zigzag >>= 5
    return letters + _LETTERS[zigzag]


def unpack(written: str) -> list[Point]:
    """Refused("ink.unreadable") for what `pack` cannot have written."""
    numbers = _numbers(written)
    if not numbers or len(numbers) % 3:
        raise Refused("ink.unreadable")
    points: list[Point] = []
    x = y = pressure = 0
    for at in range(0, len(numbers), 3):
        x, y, pressure = x + numbers[at], y + numbers[at + 1], pressure + numbers[at + 2]
        if not (abs(x) <= _FARTHEST and abs(y) <= _FARTHEST and 0 <= pressure <= 255):
            raise Refused("ink.unreadable")
        points.append((x, y, pressure))
    return points


def _numbers(written: str) -> list[int]:
    found: list[int] = []
    zigzag = shift = 0
    for letter in written:
        value = _VALUES.get(letter)
        if value is None or shift > 25:
            raise Refused("ink.unreadable")
        zigzag |= (value & 31) << shift
        if value & 32:
            shift += 5
        else:
            found.append(-((zigzag + 1) >> 1) if zigzag & 1 else zigzag >> 1)
            zigzag = shift = 0
    if shift:
        raise Refused("ink.unreadable")
    return found
