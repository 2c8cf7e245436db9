"""Tasks beyond those under way: one by its name, the register of closed ones, and what a form offers."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from ..store.tables import Task, User
from .records import Value, parties
from .records.tasks import value

MOST_FOUND = 100


class Search(msgspec.Struct, frozen=True):
    """Of closed tasks: words in the title or the unit, and the moments (ms) between which they were closed."""

    words: str = ""
    since: int = 0
    until: int = 0


def task_of(session: Session, task: str, groups: frozenset[str]) -> Value | None:
    """None when there is no such task for somebody of these groups."""
    row = session.get(Task, task)
    return value(row) if row is not None and parties(row) & groups else None


def closed_tasks(session: Session, groups: frozenset[str], search: Search) -> list[tuple[str, Value]]:
    """At most MOST_FOUND, those closed last first."""
    found: list[tuple[str, Value]] = []
    for row in session.scalars(select(Task).where(*_asked(search)).order_by(Task.closed_at.desc(), Task.id)):
        if parties(row) & groups:
            found.append((row.id, value(row)))
        if len(found) >= MOST_FOUND:
            break
    return found


def _asked(search: Search) -> Iterator[ColumnElement[bool]]:
    yield Task.closed_at.is_not(None)
    if search.since:
        yield Task.closed_at >= search.since
    if search.until:
        yield Task.closed_at <= search.until
    if words := search.words.strip().lower():
        yield func.lower(Task.title + " " + Task.unit).contains(words, autoescape=True)


def units(session: Session) -> list[str]:
    """Of everybody whose account is in use."""
    return list(session.scalars(select(User.unit).where(User.active, User.unit != "").distinct().order_by(User.unit)))
