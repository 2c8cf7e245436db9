"""Positions given before the meeting, and the one vote on everything that all agree on.

As in the e-Cabinet of Estonia: what nobody objects to is decided together; one word of one member takes an item out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .errors import Refused

Stance = Literal["agree", "remark", "speak"]


def check(stance: Stance, text: str, item_state: str) -> None:
    """Refused("position.item-begun") once the item was reached, Refused("position.no-text") for an empty remark."""
    if item_state != "waiting":
        raise Refused("position.item-begun")
    if stance == "remark" and not text.strip():
        raise Refused("position.no-text")


def without(items: Sequence[str], item: str) -> list[str]:
    """What a common vote still decides when one of its items is taken out; Refused("block.not-in-it")."""
    if len(items) < 2 or item not in items:
        raise Refused("block.not-in-it")
    return [other for other in items if other != item]


def need_none_pulled(items: Sequence[str], pulled: Sequence[str]) -> None:
    """Refused("block.pulled"): what somebody took out to be discussed by itself is not put back by editing the vote."""
    if set(items) & set(pulled):
        raise Refused("block.pulled")


COMMON = "Thông qua một lần nội dung "


def question(numbers: Sequence[int]) -> str:
    """The question of a common vote on the items of these numbers: "… 1, 3 và 4"; the web app asks it the same way."""
    *first, last = [str(number) for number in numbers]
    listed = f"{', '.join(first)} và {last}" if first else last
    return f"{COMMON}{listed} trong chương trình (không có ý kiến khác)"
