"""The agenda: its items, their order, the pointer, and what was concluded."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain import agenda
from ..domain.commands import AddItem, AddItems, ConcludeItem, GoToItem, MoveItem, RemoveItem, UpdateItem
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended, need_running
from ..domain.plans import PlannedItem
from ..domain.unfinished import TITLE
from ..store.tables import Interest, Item, Meeting, Paper, PaperRequest, Position, Vote
from .bus import handles
from .meetings import enter
from .minutes import need_open
from .transaction import Tx


@handles(AddItem)
def add(tx: Tx, c: AddItem) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    append(tx, [c])


@handles(AddItems)
def add_several(tx: Tx, c: AddItems) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    append(tx, c.items)


@handles(UpdateItem)
def update(tx: Tx, c: UpdateItem) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    item = tx.get(Item, c.item)
    item.title, item.presenter, item.minutes = c.title, c.presenter, c.minutes


@handles(MoveItem)
def move(tx: Tx, c: MoveItem) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    item = tx.get(Item, c.item)
    _number(tx, agenda.moved(_order(tx), item.id, c.position))


@handles(RemoveItem)
def remove(tx: Tx, c: RemoveItem) -> None:
    """Only an item on which nothing hangs: no papers, no votes, and the meeting has not been there."""
    need_not_ended(tx.get(Meeting, tx.stream).state)
    item = tx.get(Item, c.item)
    has_papers = bool(tx.find(Paper, Paper.item_id == item.id))
    has_papers |= bool(tx.find(PaperRequest, PaperRequest.item_id == item.id))
    has_votes = any(item.id in vote.items for vote in tx.find(Vote))
    if has_papers or has_votes or item.state != "waiting":
        raise Refused("item.in-use")
    rest = [other for other in _order(tx) if other != item.id]
    for interest in tx.find(Interest, Interest.item_id == item.id):
        tx.remove(interest)
    for position in tx.find(Position, Position.item_id == item.id):
        tx.remove(position)
    tx.remove(item)
    _number(tx, rest)


@handles(GoToItem)
def go(tx: Tx, c: GoToItem) -> None:
    meeting = tx.get(Meeting, tx.stream)
    need_running(meeting.state)
    item = tx.get(Item, c.item)
    if any(item.id not in vote.items for vote in tx.find(Vote, Vote.state == "open")):
        raise Refused("agenda.vote-open")
    if meeting.item_id != item.id:
        enter(tx, meeting, item)


@handles(ConcludeItem)
def conclude(tx: Tx, c: ConcludeItem) -> None:
    """The chair's conclusion may still be written down after the end, while the minutes are drawn up."""
    if tx.get(Meeting, tx.stream).state == "prepared":
        raise Refused("meeting.not-running", state="prepared")
    need_open(tx)
    item = tx.get(Item, c.item)
    item.conclusion = c.text.strip()
    item.concluded_at = tx.now if item.conclusion else None


def append(tx: Tx, items: Iterable[AddItem | PlannedItem]) -> None:
    """Behind the last one. What shows something of its own bears the official title, whatever the sender reads."""
    known = [item.about for item in tx.find(Item)]
    for position, line in enumerate(items, len(known)):
        agenda.check_about(line.about, known)
        known.append(line.about)
        tx.add(
            Item(
                id=line.item,
                stream=tx.stream,
                position=position,
                title=TITLE if line.about == "unfinished" else line.title,
                presenter=line.presenter,
                minutes=line.minutes,
                about=line.about,
            )
        )


def _order(tx: Tx) -> list[str]:
    return [item.id for item in sorted(tx.find(Item), key=lambda item: item.position)]


def _number(tx: Tx, order: list[str]) -> None:
    for position, item in enumerate(order):
        tx.get(Item, item).position = position
