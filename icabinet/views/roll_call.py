"""Who voted how in an open vote, as any roll call is published: ballots with their owners."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..domain.audience import Viewer
from ..domain.votes import Choice, Mark
from ..store.tables import Ballot, Vote, Voter
from .records import records


class BallotLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the roll; the names are those of the records `member` and `former_member`."""

    user: str
    cast: bool = False
    weight: int = 1
    choice: Choice | str = ""
    opinion: str = ""
    picks: list[str] = []
    marks: dict[str, Mark] = {}


class RollCall(msgspec.Struct, frozen=True):
    """`made` names the state it was read at: a published roll call never changes, a void vote has none."""

    vote: str
    made: int
    lines: list[BallotLine]


def roll_call(session: Session, stream: str, vote_id: str, viewer: Viewer) -> RollCall | None:
    """None where the viewer does not see the record that announces it: the same test as for everything else."""
    vote = session.get(Vote, vote_id)
    if vote is None or vote.stream != stream:
        return None
    announced = records(vote).get(("roll_call", vote_id))
    if announced is None or not announced.audience & viewer.groups():
        return None
    return RollCall(vote_id, vote.published_at or 0, _lines(session, vote))


def _lines(session: Session, vote: Vote) -> list[BallotLine]:
    own = (Ballot.vote_id == Voter.vote_id) & (Ballot.user_id == Voter.user_id)
    asked = select(Voter, Ballot).outerjoin(Ballot, own).where(Voter.vote_id == vote.id).order_by(Voter.user_id)
    return [_line(voter, ballot) for voter, ballot in session.execute(asked)]


def _line(voter: Voter, ballot: Ballot | None) -> BallotLine:
    if ballot is None:
        return BallotLine(voter.user_id, weight=voter.weight)
    return BallotLine(voter.user_id, True, voter.weight, ballot.choice, ballot.opinion, ballot.picks, ballot.marks)
