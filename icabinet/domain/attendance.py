"""Who is there, and whether there are enough of them."""

from __future__ import annotations

from typing import Literal

import msgspec

State = Literal["absent", "present", "left", "excused"]

WORDS: dict[State, str] = {
    "absent": "Vắng mặt",
    "present": "Có mặt",
    "left": "Đã rời phòng họp",
    "excused": "Vắng có lý do",
}


class Passage(msgspec.Struct, frozen=True):
    """Somebody came in (or came back) or left, at a moment (ms)."""

    state: Literal["present", "left"]
    at: int


def passed(passages: list[Passage], state: State, at: int) -> list[Passage]:
    """What is known of coming and going after a new mark; `absent` and `excused` take back that somebody came."""
    if state == "present" or (state == "left" and passages):
        return [*passages, Passage(state, at)]
    return passages if state == "left" else []


def comes_late(passages: list[Passage], began: int | None) -> bool:
    """Whoever first comes in after the meeting began is late; coming back is not."""
    return began is not None and bool(passages) and passages[0].at > began


def quorate(present: int, members: int, numerator: int, denominator: int) -> bool:
    """Whether present/members ≥ numerator/denominator, in whole numbers; nobody called means no quorum."""
    return members > 0 and present * denominator >= numerator * members


def needed(members: int, numerator: int, denominator: int) -> int:
    """The smallest number present that makes a quorum."""
    return -(-numerator * members // denominator)
