"""Who is there, and whether there are enough of them."""

from __future__ import annotations

from typing import Literal

State = Literal["absent", "present", "left", "excused"]

WORDS: dict[State, str] = {
    "absent": "Vắng mặt",
    "present": "Có mặt",
    "left": "Đã rời phòng họp",
    "excused": "Vắng có lý do",
}


def quorate(present: int, members: int, numerator: int, denominator: int) -> bool:
    """Whether present/members ≥ numerator/denominator, in whole numbers; nobody called means no quorum."""
    return members > 0 and present * denominator >= numerator * members


def needed(members: int, numerator: int, denominator: int) -> int:
    """The smallest number present that makes a quorum."""
    return -(-numerator * members // denominator)
