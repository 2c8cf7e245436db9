"""Votes and ballots."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from ..votes import LONGEST_OPINION, MOST_OPTIONS, Choice, MarksOfAll, Opinion, Option, Picks, Receipt, Rule, VoterLine
from .base import Command, Id, Line, Seconds

Deadline = Annotated[int, Meta(ge=0, le=7200)]
"""Seconds that the vote stays open by itself; 0: until the chair closes it."""


class _Plan(Command, frozen=True):
    """`item` is the one that the vote stands under; `items` are all that it decides. No `voters`: all members."""

    vote: Id
    item: Id
    question: Line
    rule: Rule
    options: Annotated[list[Option], Meta(max_length=MOST_OPTIONS)] = field(default_factory=list)
    items: Annotated[list[Id], Meta(max_length=100)] = field(default_factory=list)
    voters: Annotated[list[VoterLine], Meta(max_length=2000)] = field(default_factory=list)
    seconds: Deadline = 0


class PrepareVote(_Plan, frozen=True, tag="vote.prepare"):
    pass


class EditVote(_Plan, frozen=True, tag="vote.edit"):
    pass


class RemoveVote(Command, frozen=True, tag="vote.remove"):
    vote: Id


class AnnounceVote(Command, frozen=True, tag="vote.announce"):
    """Shows a prepared vote to everybody, with its rule and options, before it opens; or takes that back."""

    vote: Id
    announced: bool = True


class OpenVote(Command, frozen=True, tag="vote.open"):
    vote: Id


class ExtendVote(Command, frozen=True, tag="vote.extend"):
    """More time, counted from the deadline or, once that has passed, from now."""

    vote: Id
    seconds: Seconds


class CastBallot(Command, frozen=True, tag="ballot.cast"):
    vote: Id
    choice: Choice | Literal[""] = ""
    opinion: Opinion = ""
    picks: Picks = field(default_factory=list)
    marks: MarksOfAll = field(default_factory=dict)


class SealBallot(Command, frozen=True, tag="ballot.seal"):
    """`receipt` is drawn by the tablet at random and stands in no other request: not in this one's key either."""

    vote: Id
    receipt: Receipt
    choice: Choice | Literal[""] = ""
    opinion: Annotated[str, Meta(max_length=LONGEST_OPINION)] = ""
    picks: Picks = field(default_factory=list)
    marks: MarksOfAll = field(default_factory=dict)


class CloseVote(Command, frozen=True, tag="vote.close"):
    vote: Id


class PublishVote(Command, frozen=True, tag="vote.publish"):
    vote: Id


class VoidVote(Command, frozen=True, tag="vote.void"):
    """Stops an open vote, or sets aside a decided one. It stays on record with the reason."""

    vote: Id
    reason: Line


class RepeatVote(Command, frozen=True, tag="vote.repeat"):
    """The same vote anew, under the name `again`; the former one is void."""

    vote: Id
    again: Id
    reason: Line


Outside = (
    PrepareVote | EditVote | RemoveVote | AnnounceVote | OpenVote | ExtendVote | CastBallot | SealBallot
    | CloseVote | PublishVote | VoidVote | RepeatVote
)  # fmt: skip
