"""Votes: prepared by the desk, opened, closed and published by the chair. Ballots are in ballots.py."""

from __future__ import annotations

from sqlalchemy import insert, select

from ..domain import votes
from ..domain.attendance import needed, quorate
from ..domain.commands import CloseVote, OpenVote, PrepareVote, PublishVote, RemoveVote
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended, need_running
from ..store.tables import Ballot, Item, Meeting, Member, Vote, Voter
from .bus import handles
from .transaction import Tx


@handles(PrepareVote)
def prepare(tx: Tx, c: PrepareVote) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    votes.check_rule(c.rule)
    item = tx.get(Item, c.item)
    tx.add(
        Vote(
            id=c.vote,
            stream=tx.stream,
            item_id=item.id,
            question=c.question,
            rule=c.rule,
            created_at=tx.now,
        )
    )


@handles(RemoveVote)
def remove(tx: Tx, c: RemoveVote) -> None:
    vote = tx.get(Vote, c.vote)
    if vote.state != "prepared":
        raise Refused("vote.not-prepared", state=vote.state)
    tx.remove(vote)


@handles(OpenVote)
def open_(tx: Tx, c: OpenVote) -> None:
    """Freezes who is entitled and who is present; from now on only those on the roll may vote."""
    need_running(tx.get(Meeting, tx.stream).state)
    vote = tx.get(Vote, c.vote)
    state = votes.advance(vote.state, "open")
    if tx.find(Vote, Vote.state == "open"):
        raise Refused("vote.another-open")
    entitled = tx.find(Member, Member.votes.is_(True))
    present = [member for member in entitled if member.attendance == "present"]
    _need_quorum(vote.rule, len(present), len(entitled))
    vote.state, vote.opened_at = state, tx.now
    vote.entitled, vote.present = len(entitled), len(present)
    _write_roll(tx, vote.id, [member.user_id for member in present])


@handles(CloseVote)
def close(tx: Tx, c: CloseVote) -> None:
    vote = tx.get(Vote, c.vote)
    vote.state = votes.advance(vote.state, "closed")
    vote.closed_at = tx.now
    tally = votes.count(tx.session.scalars(select(Ballot.choice).where(Ballot.vote_id == vote.id)))
    vote.outcome = votes.decide(vote.rule, tally, vote.present, vote.entitled)


@handles(PublishVote)
def publish(tx: Tx, c: PublishVote) -> None:
    vote = tx.get(Vote, c.vote)
    vote.state = votes.advance(vote.state, "published")
    vote.published_at = tx.now


def _write_roll(tx: Tx, vote: str, users: list[str]) -> None:
    """In one statement: the roll of a large meeting has a thousand lines."""
    lines = [Voter(vote_id=vote, user_id=user, stream=tx.stream) for user in users]
    tx.session.execute(insert(Voter), [{"vote_id": vote, "user_id": user, "stream": tx.stream} for user in users])
    for line in lines:
        tx.announce(None, line)


def _need_quorum(rule: votes.Rule, present: int, entitled: int) -> None:
    if present == 0 or not quorate(present, entitled, rule.quorum_numerator, rule.quorum_denominator):
        least = max(1, needed(entitled, rule.quorum_numerator, rule.quorum_denominator))
        raise Refused("vote.no-quorum", present=present, entitled=entitled, needed=least)
