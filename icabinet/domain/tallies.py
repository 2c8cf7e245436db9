"""Ballots on paper and shows of hands: counted by people, entered by one, confirmed by another, merged at the close."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .errors import Refused
from .votes import Count, Option, Rule, Sums, Tally, plus

Kind = Literal["paper", "hands"]
Amount = Annotated[int, Meta(ge=0, le=100_000)]


class HandTally(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What people counted in a standard vote."""

    for_: Amount = msgspec.field(name="for", default=0)
    against: Amount = 0
    other: Amount = 0
    abstain: Amount = 0


class HandSums(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What people counted for one option; a list knows only votes for."""

    for_: Amount = msgspec.field(name="for", default=0)
    against: Amount = 0
    abstain: Amount = 0


class Sheet(msgspec.Struct, frozen=True):
    """One count: so many ballots (or hands), of which some were blank and some invalid."""

    kind: Kind
    ballots: int
    tally: HandTally = HandTally()
    lines: Mapping[str, HandSums] = {}
    blank: int = 0
    invalid: int = 0

    @property
    def valid(self) -> int:
        """Ballots that say something."""
        return self.ballots - self.blank - self.invalid


def check_sheet(rule: Rule, options: Sequence[Option], sheet: Sheet) -> None:
    """Refused("tally.sum") when the numbers cannot be those of so many ballots, "tally.form" for another kind of vote.

    Hands are raised where everybody sees them: Refused("tally.hands-secret").
    """
    if rule.secrecy == "secret" and sheet.kind == "hands":
        raise Refused("tally.hands-secret")
    if sheet.valid < 0:
        raise Refused("tally.sum", ballots=sheet.ballots)
    fits = {"standard": _standard, "list": _list, "candidates": _candidates}[rule.method]
    if not fits(rule, sheet):
        raise Refused("tally.sum", ballots=sheet.ballots)
    known = {option.id for option in options}
    strange = _sum(sheet.tally) > 0 if rule.method != "standard" else bool(sheet.lines)
    if strange or not known.issuperset(sheet.lines):
        raise Refused("tally.form")


def _sum(tally: HandTally) -> int:
    return tally.for_ + tally.against + tally.other + tally.abstain


def _standard(rule: Rule, sheet: Sheet) -> bool:
    return _sum(sheet.tally) == sheet.valid


def _list(rule: Rule, sheet: Sheet) -> bool:
    """Nobody has more votes than there are ballots, and every ballot chose `least` to `most`."""
    votes = [line.for_ for line in sheet.lines.values()]
    plain = all(line.against == line.abstain == 0 for line in sheet.lines.values())
    chosen = sheet.valid * rule.least <= sum(votes) <= sheet.valid * rule.most
    return plain and chosen and all(number <= sheet.valid for number in votes)


def _candidates(rule: Rule, sheet: Sheet) -> bool:
    """A ballot that leaves a candidate out abstains on him, so that a line may hold less than all ballots."""
    return all(line.for_ + line.against + line.abstain <= sheet.valid for line in sheet.lines.values())


def check_room(sheets: Iterable[Sheet], cast: int, roll: int) -> None:
    """Refused("tally.too-many") when paper, hands and tablets together are more than those on the roll."""
    by_hand = sum(sheet.ballots for sheet in sheets)
    if by_hand + cast > roll:
        raise Refused("tally.too-many", by_hand=by_hand, cast=cast, roll=roll)


def counted(sheets: Iterable[Sheet]) -> Count:
    """All sheets as one count, marked as made by hand."""
    total = Count()
    for sheet in sheets:
        total = plus(total, _count(sheet))
    return total


def _count(sheet: Sheet) -> Count:
    tally = sheet.tally
    return Count(
        tally=Tally(for_=tally.for_, against=tally.against, other=tally.other, abstain=tally.abstain),
        lines={
            option: Sums(for_=line.for_, against=line.against, abstain=line.abstain)
            for option, line in sheet.lines.items()
        },
        cast=sheet.ballots,
        blank=sheet.blank,
        invalid=sheet.invalid,
        paper=sheet.ballots,
    )
