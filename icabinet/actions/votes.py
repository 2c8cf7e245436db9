"""Votes: prepared by the desk, opened, extended, closed, published, set aside and repeated by the chair.

Ballots are in ballots.py, who may vote in rolls.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from ..domain import positions, votes
from ..domain.commands import (
    AnnounceVote,
    CloseVote,
    EditVote,
    ExtendVote,
    OpenVote,
    PrepareVote,
    PublishVote,
    RemoveVote,
    RepeatVote,
    VoidVote,
)
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended, need_running
from ..store.tables import Ballot, Item, Meeting, Member, Vote, Voter
from . import rolls, secret_ballots, tallies
from .bus import handles
from .transaction import Tx


@handles(PrepareVote)
def prepare(tx: Tx, c: PrepareVote) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    items, seats = _check(tx, c)
    tx.add(
        Vote(
            id=c.vote,
            stream=tx.stream,
            item_id=c.item,
            question=c.question,
            rule=c.rule,
            created_at=tx.now,
            options=c.options,
            items=items,
            voters=rolls.holders(tx, seats),
            seats=seats,
            seconds=c.seconds,
        )
    )


@handles(EditVote)
def edit(tx: Tx, c: EditVote) -> None:
    vote = _prepared(tx, c.vote)
    items, vote.seats = _check(tx, c)
    positions.need_none_pulled(items, vote.pulled)
    vote.items = items
    vote.item_id, vote.question, vote.rule = c.item, c.question, c.rule
    vote.options, vote.voters, vote.seconds = c.options, rolls.holders(tx, vote.seats), c.seconds


@handles(RemoveVote)
def remove(tx: Tx, c: RemoveVote) -> None:
    tx.remove(_prepared(tx, c.vote))


@handles(AnnounceVote)
def announce(tx: Tx, c: AnnounceVote) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    _prepared(tx, c.vote).announced = c.announced


@handles(OpenVote)
def open_(tx: Tx, c: OpenVote) -> None:
    """Freezes who is entitled and who is present; from now on only those on the roll may vote."""
    need_running(tx.get(Meeting, tx.stream).state)
    vote = tx.get(Vote, c.vote)
    state = votes.advance(vote.state, "open")
    if tx.find(Vote, Vote.state == "open"):
        raise Refused("vote.another-open")
    rolls.freeze(tx, vote)
    if vote.rule.secrecy == "secret":
        secret_ballots.begin(tx, vote)
    vote.state, vote.opened_at = state, tx.now
    vote.deadline = tx.now + vote.seconds * 1000 if vote.seconds else None
    vote.live = votes.Count() if vote.rule.shows == "live" else None


@handles(ExtendVote)
def extend(tx: Tx, c: ExtendVote) -> None:
    vote = tx.get(Vote, c.vote)
    if vote.state != "open":
        raise Refused("vote.not-running", state=vote.state)
    if vote.deadline is None:
        raise Refused("vote.no-deadline")
    vote.deadline = max(vote.deadline, tx.now) + c.seconds * 1000


@handles(CloseVote)
def close(tx: Tx, c: CloseVote) -> None:
    vote = tx.get(Vote, c.vote)
    vote.state = votes.advance(vote.state, "closed")
    vote.closed_at = tx.now
    by_hand = tallies.by_hand(tx, vote)
    ballots = _ballots(tx, vote)
    counted = votes.plus(votes.count((marks, weight) for marks, weight, _ in ballots), by_hand)
    chair = _of_chair(tx, ballots) if vote.rule.ties == "chair" else None
    vote.outcome = votes.decide(vote.rule, counted, rolls.sizes(vote), vote.options, chair)


@handles(PublishVote)
def publish(tx: Tx, c: PublishVote) -> None:
    vote = tx.get(Vote, c.vote)
    vote.state = votes.advance(vote.state, "published")
    vote.published_at = tx.now
    if vote.rule.secrecy == "secret":
        secret_ballots.publish_box(tx, vote)


@handles(VoidVote)
def void(tx: Tx, c: VoidVote) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    vote = tx.get(Vote, c.vote)
    votes.need_opened(vote.state)
    _set_aside(tx, vote, c.reason)


@handles(RepeatVote)
def repeat(tx: Tx, c: RepeatVote) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    former = tx.get(Vote, c.vote)
    if former.state != "void":
        votes.need_opened(former.state)
        _set_aside(tx, former, c.reason)
    tx.add(
        Vote(
            id=c.again,
            stream=tx.stream,
            item_id=former.item_id,
            question=former.question,
            rule=former.rule,
            created_at=tx.now,
            options=former.options,
            items=former.items,
            voters=rolls.holders(tx, former.seats),
            seats=former.seats,
            seconds=former.seconds,
            repeats=former.id,
        )
    )


def _set_aside(tx: Tx, vote: Vote, reason: str) -> None:
    if vote.state == "open" and vote.rule.secrecy == "secret":
        secret_ballots.destroy(tx, vote)
    vote.state, vote.voided_at, vote.reason = "void", tx.now, reason


def _prepared(tx: Tx, id_: str) -> Vote:
    vote = tx.get(Vote, id_)
    if vote.state != "prepared":
        raise Refused("vote.not-prepared", state=vote.state)
    return vote


def _check(tx: Tx, c: PrepareVote | EditVote) -> tuple[list[str], list[votes.VoterLine]]:
    """Whether it could ever be carried out; returns its items, its own first, and the seats that vote."""
    votes.check_rule(c.rule, c.options, c.voters)
    seats = rolls.seats_of(tx, c.voters)
    items = list(dict.fromkeys([c.item, *c.items]))
    for item in items:
        tx.get(Item, item)
    return items, seats


def _ballots(tx: Tx, vote: Vote) -> list[tuple[votes.Marks, int, str]]:
    """What was said, its weight, and whose it is: nobody's in a secret vote."""
    if vote.rule.secrecy == "secret":
        return [(said, 1, "") for said in secret_ballots.open_box(tx, vote)]
    on_roll = (Voter.vote_id == Ballot.vote_id) & (Voter.user_id == Ballot.user_id)
    said = (Ballot.choice, Ballot.opinion, Ballot.picks, Ballot.marks)
    asked = select(*said, Voter.weight, Ballot.user_id).join(Voter, on_roll).where(Ballot.vote_id == vote.id)
    rows = tx.session.execute(asked)
    return [
        (votes.Marks(choice, opinion, picks, marks), weight, user)
        for choice, opinion, picks, marks, weight, user in rows
    ]


def _of_chair(tx: Tx, ballots: Sequence[tuple[votes.Marks, int, str]]) -> votes.Marks | None:
    """The chair's own ballot, for a tie that it decides."""
    chair = {member.user_id for member in tx.find(Member, Member.role == "chair")}
    return next((marks for marks, _, user in ballots if user in chair), None)
