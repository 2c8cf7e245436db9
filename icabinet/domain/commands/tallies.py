"""Counts made by hand."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, field

from ..tallies import Amount, HandSums, HandTally, Kind
from ..votes import MOST_OPTIONS
from .base import Command, Id


class EnterTally(Command, frozen=True, tag="tally.enter"):
    """`tally` in a standard vote, `lines` by option in the others; `ballots` is how many there were in all."""

    vote: Id
    entry: Id
    kind: Kind
    ballots: Annotated[int, Meta(ge=1, le=100_000)]
    tally: HandTally = HandTally()
    lines: Annotated[dict[Id, HandSums], Meta(max_length=MOST_OPTIONS)] = field(default_factory=dict)
    blank: Amount = 0
    invalid: Amount = 0


class ConfirmTally(Command, frozen=True, tag="tally.confirm"):
    """By somebody at the desk who did not enter it."""

    entry: Id


class RemoveTally(Command, frozen=True, tag="tally.remove"):
    entry: Id


Outside = EnterTally | ConfirmTally | RemoveTally
