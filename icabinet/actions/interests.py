"""Declaring an interest, and who is therefore off the roll."""

from __future__ import annotations

from collections.abc import Collection

from ..domain.commands import DeclareInterest, WithdrawInterest
from ..domain.errors import Refused
from ..domain.interests import whose
from ..domain.meetings import need_not_ended
from ..domain.policy import at_desk
from ..store.tables import Interest, Item, Meeting, Member, Vote
from .bus import handles
from .people import member_id
from .transaction import Tx


@handles(DeclareInterest)
def declare(tx: Tx, c: DeclareInterest) -> None:
    """Refused("interest.no-vote") for whoever has no vote, and "interest.vote-open" once it would come too late."""
    user, item = _may_change(tx, c.item, c.user)
    if not tx.get(Member, member_id(tx.stream, user)).votes:
        raise Refused("interest.no-vote")
    reason = c.reason.strip()
    if not reason:
        raise Refused("interest.no-reason")
    known = tx.seek(Interest, _id(item, user))
    if known is None:
        tx.add(Interest(
            id=_id(item, user), stream=tx.stream, item_id=item, user_id=user, reason=reason, by=tx.actor.user, at=tx.now
        ))  # fmt: skip
    else:
        known.reason, known.by, known.at = reason, tx.actor.user, tx.now


@handles(WithdrawInterest)
def withdraw(tx: Tx, c: WithdrawInterest) -> None:
    user, item = _may_change(tx, c.item, c.user)
    tx.remove(tx.get(Interest, _id(item, user)))


def recused(tx: Tx, items: Collection[str]) -> frozenset[str]:
    """Those who take no part in a vote that decides any of these items."""
    return frozenset(interest.user_id for interest in tx.find(Interest, Interest.item_id.in_(items)))


def _may_change(tx: Tx, item: str, user: str) -> tuple[str, str]:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    found = tx.get(Item, item)
    if any(item in vote.items for vote in tx.find(Vote, Vote.state == "open")):
        raise Refused("interest.vote-open")
    return whose(tx.actor.user, at_desk(tx.actor.roles), user), found.id


def _id(item: str, user: str) -> str:
    return f"{item}.{user}"
