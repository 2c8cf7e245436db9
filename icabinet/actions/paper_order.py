"""Where papers lie: by agenda item or in groups beside the agenda, in the order that the secretary gave them."""

from __future__ import annotations

from ..domain import papers
from ..domain.commands import AddPaperGroup, MovePaper, RemovePaperGroup, RenamePaperGroup, RequirePaper
from ..domain.errors import Refused
from ..store.tables import Item, Paper, PaperGroup, PaperRequest
from .bus import handles
from .standing import need_going_on
from .transaction import Tx


@handles(RequirePaper)
def require(tx: Tx, c: RequirePaper) -> None:
    need_going_on(tx)
    tx.get(Paper, c.paper).must_read = c.must_read


@handles(MovePaper)
def move(tx: Tx, c: MovePaper) -> None:
    need_going_on(tx)
    paper = tx.get(Paper, c.paper)
    need_place(tx, c.item)
    before = paper.item_id
    paper.item_id = c.item
    _number(papers.moved(in_place(tx, c.item), paper, c.position))
    if before != c.item:
        _number(in_place(tx, before))


@handles(AddPaperGroup)
def add_group(tx: Tx, c: AddPaperGroup) -> None:
    need_going_on(tx)
    if tx.seek(Item, c.group) is not None:
        raise Refused("exists")
    tx.add(PaperGroup(id=c.group, stream=tx.stream, title=c.title, position=len(tx.find(PaperGroup))))


@handles(RenamePaperGroup)
def rename_group(tx: Tx, c: RenamePaperGroup) -> None:
    need_going_on(tx)
    tx.get(PaperGroup, c.group).title = c.title


@handles(RemovePaperGroup)
def remove_group(tx: Tx, c: RemovePaperGroup) -> None:
    """Only an empty one: a paper never disappears with its group."""
    need_going_on(tx)
    group = tx.get(PaperGroup, c.group)
    asked = tx.find(PaperRequest, PaperRequest.item_id == group.id)
    held = tx.find(Paper, Paper.item_id == group.id)
    if asked or held:
        raise Refused("paper.group-in-use")
    tx.remove(group)


def need_place(tx: Tx, place: str) -> None:
    """Refused("not-found") unless there is such an agenda item or group."""
    if tx.seek(PaperGroup, place) is None:
        tx.get(Item, place)


def in_place(tx: Tx, place: str) -> list[Paper]:
    return sorted(tx.find(Paper, Paper.item_id == place), key=lambda paper: (paper.position, paper.id))


def _number(order: list[Paper]) -> None:
    for position, paper in enumerate(order):
        paper.position = position
