"""What the search for candidates needs of a meeting: papers for everybody, conclusions, tasks given, known units."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..domain.audience import Viewer
from ..store.tables import Item, Task
from .lists import Readable, readable_versions
from .tasks import units

_ANYBODY = Viewer("", frozenset())


class Sources(msgspec.Struct, frozen=True):
    """`conclusions` are items with what was concluded; `given` the words that tasks quote, and the tasks."""

    papers: list[Readable]
    conclusions: list[tuple[str, str, str]]
    given: dict[str, str]
    units: list[str]


def sources(session: Session, stream: str) -> Sources:
    """Only papers that everybody in the meeting may read: what is quoted from them goes to a task's owner."""
    items = session.scalars(select(Item).where(Item.stream == stream).order_by(Item.position))
    tasks = session.scalars(select(Task).where(Task.meeting == stream))
    return Sources(
        papers=readable_versions(session, stream, _ANYBODY),
        conclusions=[(item.id, item.title, item.conclusion) for item in items if item.conclusion],
        given={task.quotation.text: task.id for task in tasks if task.quotation},
        units=units(session),
    )
