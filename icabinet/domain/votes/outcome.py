"""What a vote came to, as it is kept and shown."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..values import Id
from .ballots import Tally

Result = Literal["passed", "rejected", "tied", "elected"]


class Line(msgspec.Struct, frozen=True):
    """One option: its sums, what its share was taken of, whether it won, or stands equal with others."""

    option: Id
    for_: int = msgspec.field(name="for", default=0)
    against: int = 0
    abstain: int = 0
    base: int = 0
    elected: bool = False
    tied: bool = False


class Outcome(msgspec.Struct, frozen=True):
    """`result` follows from the counts under the rule; `sentence` says so to people.

    `in_favour` of `base` decides a standard vote; the lines decide the others, in the order of their options.
    `cast`, `blank` and `invalid` are in votes, `paper` is the number of ballots counted by hand.
    """

    tally: Tally
    in_favour: int
    base: int
    passed: bool
    result: Result
    sentence: str
    lines: list[Line] = []
    cast: int = 0
    blank: int = 0
    invalid: int = 0
    paper: int = 0
