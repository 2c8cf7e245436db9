"""Votes and ballots."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..votes import Choice, Rule
from .base import Command, Id, Line


class PrepareVote(Command, frozen=True, tag="vote.prepare"):
    vote: Id
    item: Id
    question: Line
    rule: Rule


class RemoveVote(Command, frozen=True, tag="vote.remove"):
    vote: Id


class OpenVote(Command, frozen=True, tag="vote.open"):
    vote: Id


class CastBallot(Command, frozen=True, tag="ballot.cast"):
    vote: Id
    choice: Choice
    opinion: Annotated[str, Meta(max_length=2000)] = ""


class CloseVote(Command, frozen=True, tag="vote.close"):
    vote: Id


class PublishVote(Command, frozen=True, tag="vote.publish"):
    vote: Id


Outside = PrepareVote | RemoveVote | OpenVote | CastBallot | CloseVote | PublishVote
