"""Positions before the meeting, and taking an item out of the common vote."""

from __future__ import annotations

from ..domain import positions
from ..domain.commands import PullFromBlock, SetPosition, WithdrawPosition
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended
from ..domain.positions import Stance
from ..store.tables import Item, Meeting, Position, Vote
from .bus import handles
from .transaction import Tx


@handles(SetPosition)
def set_position(tx: Tx, c: SetPosition) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    positions.check(c.stance, c.text, tx.get(Item, c.item).state)
    _put(tx, c.item, c.stance, c.text.strip())


@handles(WithdrawPosition)
def withdraw(tx: Tx, c: WithdrawPosition) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    if tx.get(Item, c.item).state != "waiting":
        raise Refused("position.item-begun")
    tx.remove(tx.get(Position, (c.item, tx.actor.user)))


@handles(PullFromBlock)
def pull(tx: Tx, c: PullFromBlock) -> None:
    """Whoever takes an item out wishes to speak on it. A vote with one item left is an ordinary one."""
    vote = tx.get(Vote, c.vote)
    if vote.state != "prepared":
        raise Refused("block.opened")
    vote.items = positions.without(vote.items, c.item)
    vote.pulled = [*vote.pulled, c.item]
    vote.item_id = vote.items[0]
    if vote.question.startswith(positions.COMMON):
        vote.question = positions.question(sorted(tx.get(Item, item).position + 1 for item in vote.items))
    if tx.get(Item, c.item).state == "waiting":
        held = tx.seek(Position, (c.item, tx.actor.user))
        if held is None or held.stance == "agree":
            _put(tx, c.item, "speak", "")


def _put(tx: Tx, item: str, stance: Stance, text: str) -> None:
    held = tx.seek(Position, (item, tx.actor.user))
    if held is None:
        tx.add(Position(item_id=item, user_id=tx.actor.user, stream=tx.stream, stance=stance, text=text, at=tx.now))
    else:
        held.stance, held.text, held.at = stance, text, tx.now
