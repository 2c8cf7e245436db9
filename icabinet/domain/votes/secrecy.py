"""Secret votes: how long an envelope is, how a box is made, and when secrecy is thin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta

from ..values import Id
from .ballots import Choice, Mark, Marks
from .rule import Option, Rule

THIN = 5
"""Below so many voters the result itself nearly tells who voted how."""
LONGEST_OPINION = 500
Receipt = Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{10,40}\\Z")]
_PLAIN = 256
_PER_OPTION = 64
_PER_LETTER = 4


class BoxBallot(msgspec.Struct, frozen=True, omit_defaults=True):
    """A ballot as it lies in the box: its receipt and what it says, nothing else."""

    receipt: str
    choice: Choice | str = ""
    opinion: str = ""
    picks: list[Id] = []
    marks: dict[Id, Mark] = {}

    def said(self) -> Marks:
        return msgspec.convert(
            {"choice": self.choice, "opinion": self.opinion, "picks": self.picks, "marks": self.marks}, Marks
        )


def envelope(rule: Rule, options: list[Option]) -> int:
    """Bytes that hold every ballot that this vote allows; the same for all of its voters.

    A standard ballot may carry an opinion (at most four bytes a letter in UTF-8); the others name each option once.
    """
    if rule.method == "standard":
        return _PLAIN + _PER_LETTER * LONGEST_OPINION
    return _PLAIN + _PER_OPTION * len(options)


def box(ballots: Iterable[BoxBallot]) -> list[BoxBallot]:
    """In the order of their receipts. Should two be the same, the second is told apart by a number at its end."""
    boxed: list[BoxBallot] = []
    seen: dict[str, int] = {}
    for ballot in sorted(ballots, key=lambda ballot: (ballot.receipt, msgspec.json.encode(ballot))):
        times = seen[ballot.receipt] = seen.get(ballot.receipt, 0) + 1
        receipt = ballot.receipt if times == 1 else f"{ballot.receipt}.{times}"
        boxed.append(msgspec.structs.replace(ballot, receipt=receipt))
    return boxed


def is_thin(rule: Rule, voters: int) -> bool:
    """Fewer than five voters in a secret vote; 0 voters: not known yet."""
    return rule.secrecy == "secret" and 0 < voters < THIN
