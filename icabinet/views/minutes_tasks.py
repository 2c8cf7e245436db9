"""What the minutes tell of tasks: those given in the meeting, and those of earlier meetings that are not finished."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..clock import local
from ..domain import unfinished as left
from ..domain.tasks import Step
from ..domain.unfinished import Stood
from ..domain.wording import legal_date
from ..store.tables import Meeting, Paper, Task
from .minutes_draft import Trace
from .records import parties
from .unfinished import desk_groups, unfinished

SHAPING = ("give", "edit")
"""Steps after which the meeting has asked for something else; more time is granted later, and is no part of that."""


class Given(msgspec.Struct, frozen=True):
    """A task given in the meeting: what it asks for in one line, and the events that made it so."""

    id: str
    item: str
    text: str
    events: tuple[Trace, ...]


def given_tasks(session: Session, meeting_id: str) -> list[Given]:
    """In the order in which they were given; cancelled ones were no work. A paper that is secret is not named."""
    asked = select(Task).where(Task.meeting == meeting_id, Task.state != "cancelled")
    tasks = session.scalars(asked.order_by(Task.given_at, Task.id))
    papers = session.scalars(select(Paper).where(Paper.stream == meeting_id))
    secret = {paper.id for paper in papers if paper.readers}
    return [Given(task.id, task.item_id, sentence(task, secret), _events(task.steps)) for task in tasks]


def sentence(task: Task, secret: Collection[str]) -> str:
    """Who, what, with whom, until when, with which result, and on what ground."""
    quoted = task.quotation if task.quotation and task.quotation.paper not in secret else None
    facts = [
        f"Giao {_party(task, task.owner)}{_answering(task)}: {_bare(task.title)}",
        f"Phối hợp: {'; '.join(_party(task, party) for party in task.collaborators)}" if task.collaborators else "",
        f"Thời hạn: {legal_date(local(_asked_until(task)))}",
        f"Kết quả: {_bare(task.result)}" if task.result else "",
        f"Căn cứ: {_bare(task.basis)}" if task.basis else "",
        f"Theo “{task.quoted_title}”, trang {quoted.page}" if quoted else "",
    ]
    return " ".join(f"{fact}." for fact in facts if fact)


def left_over(session: Session, meeting_id: str, at: int) -> tuple[str, tuple[Trace, ...]]:
    """How the work of earlier meetings stood when the item was called up, a line a task.

    The minutes go round in the meeting, so they name only what everybody at its desk sees in the register.
    """
    meeting, desk = session.get_one(Meeting, meeting_id), desk_groups(session, meeting_id)
    seen = [task for task in unfinished(session, meeting, at) if all(parties(task) & groups for groups in desk)]
    stood = [(task, one) for task in seen if (one := left.stood(task.steps, at)) is not None]
    lines = [f"{number}. {_line(task, one, at)}" for number, (task, one) in enumerate(stood, 1)]
    text = "\n".join([left.summary([one for _, one in stood], at), *lines])
    return text, tuple(Trace(seq, when, tasks=True) for _, one in stood for seq, when in one.events)


def _line(task: Task, one: Stood, at: int) -> str:
    late = ", quá hạn" if left.is_overdue(one, at) else ""
    how = "đã báo hoàn thành" if one.done else f"{one.percent} %"
    said = f"; báo cáo gần nhất {_day(one.reported_at)}: “{_bare(one.report)}”" if one.reported_at else ""
    return f"{_bare(task.title)} ({_party(task, task.owner)}); thời hạn {_day(one.deadline)}{late}; {how}{said}."


def _answering(task: Task) -> str:
    return f" ({task.answers} chịu trách nhiệm)" if task.answers and task.owner.startswith("unit:") else ""


def _party(task: Task, party: str) -> str:
    return task.names.get(party) or party.partition(":")[2]


def _events(steps: list[Step]) -> tuple[Trace, ...]:
    return tuple(Trace(step.seq, step.at, tasks=True) for step in steps if step.act in SHAPING and step.seq)


def _asked_until(task: Task) -> int:
    return next((step.until for step in reversed(task.steps) if step.act in SHAPING and step.until), task.deadline)


def _bare(text: str) -> str:
    return text.strip().rstrip(". ")


def _day(at: int) -> str:
    return local(at).strftime("%d/%m/%Y")
