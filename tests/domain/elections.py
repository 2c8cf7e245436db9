"""Generated votes of every kind: a rule, its options, ballots with weights, and who else was there."""

from __future__ import annotations

from random import Random
from typing import Any

import msgspec

from icabinet.domain.votes import CHOICES, Count, Mark, Marks, Option, Outcome, Rule, Sizes, count, decide, plus
from icabinet.domain.votes.rule import Base, Method, Ties

NAMES = ("a", "b", "c", "d")
BASES: tuple[Base, ...] = ("present", "entitled", "cast", "valid")
TIES: tuple[Ties, ...] = ("fails", "chair", "repeat")
MARKS: tuple[Mark, ...] = ("for", "for", "against", "abstain")


class Held(msgspec.Struct, frozen=True):
    """`silent` were there and cast nothing, `absent` were entitled only; the first ballot may be the chair's."""

    rule: Rule
    options: list[Option]
    ballots: list[tuple[Marks, int]]
    by_hand: Count
    silent: int
    absent: int
    chaired: bool

    @property
    def sizes(self) -> Sizes:
        there = sum(weight for _, weight in self.ballots) + self.silent + self.by_hand.cast
        people = len(self.ballots) + self.silent + self.by_hand.cast
        return Sizes(people + self.absent, people, there + self.absent, there, people + self.absent, people)

    @property
    def chair(self) -> Marks | None:
        return self.ballots[0][0] if self.chaired and self.ballots else None

    @property
    def counted(self) -> Count:
        return plus(count(self.ballots), self.by_hand)

    def decide(self) -> Outcome:
        return decide(self.rule, self.counted, self.sizes, self.options, self.chair)


def held_vote(draw: Random, method: Method) -> Held:
    """Drawn from a seed that hypothesis chooses: its own drawing takes ten times as long."""
    weighted = draw.random() < 0.3
    ballots = [
        (_ballot(draw, method), draw.randint(1, 4) if weighted else 1) for _ in range(draw.choice((0, 1, 2, 4, 8, 14)))
    ]
    return Held(
        rule=_rule(draw, method),
        options=[] if method == "standard" else [Option(name, name.upper()) for name in NAMES],
        ballots=ballots,
        by_hand=_by_hand(draw, method),
        silent=draw.choice((0, 0, 1, 4)),
        absent=draw.choice((0, 0, 2, 5)),
        chaired=draw.random() < 0.7,
    )


def _rule(draw: Random, method: Method) -> Rule:
    """Thresholds that people use, so that ties and exact hits are frequent."""
    numerator, denominator = draw.choice(((1, 2), (1, 2), (2, 3), (3, 4), (1, 3), (1, 1), (3, 5), (7, 13)))
    if method == "list" and draw.random() < 0.4:
        numerator, denominator = 0, 1
    return Rule(
        method=method,
        base=draw.choice(BASES),
        numerator=numerator,
        denominator=denominator,
        more_than=numerator < denominator and (numerator == 0 or draw.random() < 0.7),
        other_counts=draw.random() < 0.5,
        abstain_counts=draw.random() < 0.5,
        ties=draw.choice(TIES),
        least=1,
        most=3,
        seats=draw.randint(1 if method == "list" else 0, 4),
    )


def _ballot(draw: Random, method: Method) -> Marks:
    if method == "standard":
        return Marks(draw.choice(("for", "for", *CHOICES)))
    if method == "list":
        return Marks(picks=draw.sample(NAMES, draw.randint(0, 3)))
    marks = {name: draw.choice(MARKS) for name in NAMES if draw.random() < 0.8}
    return Marks(marks=marks)


def _by_hand(draw: Random, method: Method) -> Count:
    """Ballots on paper, blank and invalid ones among them; mostly none."""
    if draw.random() < 0.7:
        return Count()
    paper = count((_ballot(draw, method), 1) for _ in range(draw.randint(0, 4)))
    blank, invalid = draw.randint(0, 2), draw.randint(0, 2)
    cast = paper.cast + blank + invalid
    return Count(paper.tally, paper.lines, cast, paper.blank + blank, invalid, cast)


def as_sheet(counted: Count) -> dict[str, Any]:
    """A count made by hand as the log tells it."""
    told: dict[str, Any] = msgspec.to_builtins(counted)
    return told | {"ballots": counted.cast, "lines": told["lines"] or {}}
