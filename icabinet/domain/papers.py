"""Papers: whom a secret one names, and their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from .errors import Refused
from .people import Role

T = TypeVar("T")


def reads(readers: Sequence[str], user: str, role: Role | None, unit: str) -> bool:
    """Whether a member is among the readers of a paper; no readers means everybody. Secretaries see every paper."""
    own = {f"user:{user}", f"role:{role}", f"unit:{unit}"}
    return not readers or role == "secretary" or bool(own & set(readers))


def check_readers(readers: Iterable[str], users: Iterable[str], units: Iterable[str]) -> None:
    """Refused("paper.reader-unknown") for a person or a unit that has no part in the meeting."""
    known = {f"user:{user}" for user in users} | {f"unit:{unit}" for unit in units if unit}
    if any(not reader.startswith("role:") and reader not in known for reader in readers):
        raise Refused("paper.reader-unknown")


def moved(order: Sequence[T], thing: T, position: int) -> list[T]:
    """The order with the thing at the position (from 0), at the end when that is too far."""
    rest = [other for other in order if other != thing]
    return [*rest[:position], thing, *rest[position:]]
