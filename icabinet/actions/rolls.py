"""Who may vote: the list of the vote or all voting members, frozen when it opens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import insert

from ..domain import votes
from ..domain.errors import Refused
from ..domain.votes import Sizes, VoterLine
from ..store.tables import Member, Vote, Voter
from .interests import recused
from .transaction import Tx


def seats_of(tx: Tx, voters: Sequence[VoterLine]) -> list[VoterLine]:
    """The list by seats; whoever stands in for somebody has that person's seat.

    Refused("vote.voters") unless each seat has a vote in the meeting, and stands there once.
    """
    if not voters:
        return []
    members = {member.user_id: member for member in tx.find(Member)}
    seats = [VoterLine(_seat(members, voter.user), voter.weight) for voter in voters]
    if len({seat.user for seat in seats}) < len(seats):
        raise Refused("vote.voters")
    for line in _held(members, seats):
        if line.user not in members or not members[line.user].votes:
            raise Refused("vote.voters")
    return seats


def holders(tx: Tx, seats: Sequence[VoterLine]) -> list[VoterLine]:
    """Who holds the vote of each seat now: a member, or the substitute who was sent with authority to vote."""
    return _held({member.user_id: member for member in tx.find(Member)}, seats) if seats else []


def follow_seats(tx: Tx) -> None:
    """Somebody's vote went to a substitute or came back: so do the lists of the votes that are still prepared."""
    for vote in tx.find(Vote, Vote.state == "prepared"):
        vote.voters = holders(tx, vote.seats)


def _seat(members: Mapping[str, Member], user: str) -> str:
    return members[user].stands_for or user if user in members else user


def _held(members: Mapping[str, Member], seats: Sequence[VoterLine]) -> list[VoterLine]:
    return [VoterLine(_holder(members, seat.user), seat.weight) for seat in seats]


def _holder(members: Mapping[str, Member], seat: str) -> str:
    member = members.get(seat)
    if member is None or member.votes or not member.substitute or not members[member.substitute].votes:
        return seat
    return member.substitute


def freeze(tx: Tx, vote: Vote) -> None:
    """Writes the roll and the sizes, or Refused("vote.no-quorum")."""
    members = _voting(tx)
    vote.voters = holders(tx, vote.seats)
    weights = {voter.user: voter.weight for voter in vote.voters} or {member.user_id: 1 for member in members}
    listed = [member for member in members if member.user_id in weights]
    off = recused(tx, vote.items)
    vote.recused = [member.user_id for member in listed if {member.user_id, member.stands_for} & off]
    entitled = [member for member in listed if member.user_id not in vote.recused]
    present = [member for member in entitled if member.attendance == "present"]
    vote.members, vote.members_present = len(members), sum(member.attendance == "present" for member in members)
    vote.entitled, vote.present = len(entitled), len(present)
    vote.entitled_weight = sum(weights[member.user_id] for member in entitled)
    vote.present_weight = sum(weights[member.user_id] for member in present)
    _need_quorum(vote)
    _write(tx, vote.id, [VoterLine(member.user_id, weights[member.user_id]) for member in present])
    if vote.rule.late == "admitted":
        vote.awaited = [
            VoterLine(member.user_id, weights[member.user_id]) for member in entitled if member.attendance != "present"
        ]


def admit(tx: Tx, user: str) -> None:
    """Somebody has just come in: the open vote takes him in when its rule admits those who come late."""
    for vote in tx.find(Vote, Vote.state == "open"):
        line = next((line for line in vote.awaited if line.user == user), None)
        if line is not None:
            vote.awaited = [other for other in vote.awaited if other.user != user]
            vote.present += 1
            vote.members_present += 1
            vote.present_weight += line.weight
            _write(tx, vote.id, [line])


def sizes(vote: Vote) -> Sizes:
    return Sizes(
        entitled=vote.entitled,
        present=vote.present,
        entitled_weight=vote.entitled_weight,
        present_weight=vote.present_weight,
        members=vote.members,
        members_present=vote.members_present,
    )


def _voting(tx: Tx) -> Sequence[Member]:
    return tx.find(Member, Member.votes.is_(True))


def _write(tx: Tx, vote: str, lines: Sequence[VoterLine]) -> None:
    """In one statement: the roll of a large meeting has a thousand lines."""
    rows = [{"vote_id": vote, "user_id": line.user, "stream": tx.stream, "weight": line.weight} for line in lines]
    tx.session.execute(insert(Voter), rows)
    for line in lines:
        tx.announce(None, Voter(vote_id=vote, user_id=line.user, stream=tx.stream, weight=line.weight))


def _need_quorum(vote: Vote) -> None:
    of_members = vote.rule.quorum_of == "members"
    size, there = (vote.members, vote.members_present) if of_members else (vote.entitled, vote.present)
    needed = votes.quorum_needed(vote.rule, size)
    if there < needed or vote.present == 0:
        raise Refused("vote.no-quorum", present=there, entitled=size, needed=needed)
