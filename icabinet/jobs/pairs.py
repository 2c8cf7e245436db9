"""Two versions of a paper: the one in use, and an earlier one whose marks are to follow into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from ..store.blobs import Blobs
from ..store.tables import Version
from .readings import present_reading

T = TypeVar("T")


class Pair(msgspec.Struct, frozen=True):
    """Versions by name and by the hash of their PDF for reading."""

    stream: str
    old: str
    old_reading: str
    new: str
    new_reading: str


def pair(old: Version, new: Version) -> Pair:
    return Pair(old.stream, old.id, old.reading, new.id, new.reading)


def readings(blobs: Blobs, versions: Pair) -> tuple[str, str]:
    """Where the texts of both lie. Blocks. Raises BadPaper."""
    return str(present_reading(blobs, versions.old_reading)), str(present_reading(blobs, versions.new_reading))


def in_parts(things: Sequence[T], most: int) -> Iterator[tuple[T, ...]]:
    """A few at a time, in their order."""
    for at in range(0, len(things), most):
        yield tuple(things[at : at + most])
