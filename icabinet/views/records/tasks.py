"""Tasks under way: for whoever gave them, whose they are and who works on them with him.

A closed one is shown no more: it is in the register, which is searched, not followed.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...domain.audience import Audience
from ...domain.policy import audience
from ...store.tables import Task
from .record import Record, Value, shows


def parties(task: Task) -> Audience:
    """Who sees it, open or closed."""
    return audience("task", named=[task.owner, *task.collaborators, *task.desk])


def value(task: Task) -> Value:
    t = task
    return {
        "title": t.title,
        "owner": t.owner,
        "unit": t.unit,
        "answers": t.answers,
        "collaborators": t.collaborators,
        "desk": t.desk,
        "names": t.names,
        "deadline": t.deadline,
        "basis": t.basis,
        "result": t.result,
        "meeting": t.meeting,
        "meeting_title": t.meeting_title,
        "item": t.item_id,
        "item_title": t.item_title,
        "given_at": t.given_at,
        "quotation": msgspec.to_builtins(t.quotation),
        "quoted_title": t.quoted_title,
        "state": t.state,
        "percent": t.percent,
        "outcome": t.outcome,
        "asked_until": t.asked_until,
        "done_at": t.done_at,
        "closed_at": t.closed_at,
        "steps": msgspec.to_builtins(t.steps),
        "files": [{"id": file.id, "name": file.name, "size": file.size} for file in t.files],
    }


@shows(Task, where=Task.closed_at.is_(None))
def _task(task: Task) -> Iterator[Record]:
    if task.closed_at is None:
        yield Record("task", task.id, parties(task), value(task))
