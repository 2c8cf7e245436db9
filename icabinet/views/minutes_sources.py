"""The rows that the minutes of a meeting are made from, kept in memory and brought up to date by the log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, cast

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from ..domain.policy import CHAIR, SECRETARY
from ..store import log
from ..store.tables import (
    Ballot,
    Comment,
    Interest,
    Invitation,
    Item,
    Meeting,
    Member,
    MinutesEdit,
    MinutesParagraph,
    Paper,
    Row,
    Speech,
    TallyEntry,
    Task,
    Vote,
)
from .minutes_draft import Trace
from .minutes_tasks import Given, given_tasks, left_over
from .minutes_trail import BATCH, Trail, changes_of, follow
from .records.letters import TASKS
from .unfinished import desk_groups

R = TypeVar("R", bound=Row)
TABLES: tuple[type[Row], ...] = (
    Meeting, Member, Item, Speech, Vote, TallyEntry, Interest, Paper, Comment, Invitation, MinutesEdit,
    MinutesParagraph,
)  # fmt: skip
SHOWN_BY: dict[str, tuple[type[Row], str]] = {
    "meeting": (Meeting, "id"),
    "member": (Member, "user_id"),
    "former_member": (Member, "user_id"),
    "attendance": (Member, "user_id"),
    "absence": (Member, "user_id"),
    "item": (Item, "id"),
    "conclusion": (Item, "id"),
    "speech": (Speech, "id"),
    "vote": (Vote, "id"),
    "vote_list": (Vote, "id"),
    "result": (Vote, "id"),
    "tally_entry": (TallyEntry, "id"),
    "interest": (Interest, "id"),
    "paper": (Paper, "id"),
    "paper_readers": (Paper, "id"),
    "recalled": (Paper, "id"),
    "comment": (Comment, "id"),
    "invitation": (Invitation, "user_id"),
}
"""The kinds of records that tell of a row, and the column that holds their id."""
WRITTEN: tuple[type[Row], ...] = (MinutesEdit, MinutesParagraph)
"""Read whole after each of the secretary's acts on the minutes: not all of these rows is shown in their records."""
MANY = 200
"""Rows beyond which the whole table is read anew."""


class Sources:
    """Rows of one meeting. Those that did not change stay the same objects, which tells what must be drawn anew.

    `kept` ones follow the log; of them only what the new events touched is read again.
    """

    def __init__(self, meeting: str) -> None:
        self.meeting_id = meeting
        self.seq = 0
        self.trail: Trail = {}
        self.opinions: Sequence[Ballot] = ()
        self.given: list[Given] = []
        self.left_over: tuple[str, tuple[Trace, ...]] = ("", ())
        self._tasks_from: tuple[object, ...] = ()
        self._rows: dict[type[Row], dict[str, Row]] = {}

    def read(self, session: Session, traced: bool = True) -> None:
        """Everything, at first; afterwards what has changed. Only for kept sessions that see what was committed."""
        touched = self._follow(session) if traced else {}
        if not self._rows:
            for table in TABLES:
                self._rows[table] = _by_key(session.scalars(select(table).where(_of(table, self.meeting_id))).all())
            self._read_opinions(session)
        else:
            for table, ids in touched.items():
                self._read_again(session, table, ids)
            if Vote in touched:
                self._read_opinions(session)
        self._read_tasks(session)

    def of(self, table: type[R]) -> list[R]:
        return list(cast(dict[str, R], self._rows[table]).values())

    def _follow(self, session: Session) -> dict[type[Row], set[str]]:
        """By table, the ids that the events after `seq` touched; no ids: all of it."""
        touched: dict[type[Row], set[str]] = {}
        while batch := log.since(session.connection(), self.meeting_id, self.seq, BATCH):
            for entry in batch:
                changes = changes_of(entry)
                for change in changes:
                    if place := SHOWN_BY.get(change.kind):
                        touched.setdefault(place[0], set()).add(change.id)
                if entry.kind.startswith("minutes."):
                    touched |= {table: set() for table in WRITTEN}
                follow(self.trail, entry, changes)
                self.seq = entry.seq
        return touched

    def _read_again(self, session: Session, table: type[Row], ids: set[str]) -> None:
        known = self._rows[table]
        if not ids or len(ids) > MANY:
            self._rows[table] = _by_key(session.scalars(select(table).where(_of(table, self.meeting_id))).all())
            return
        column = next(column for shown, column in SHOWN_BY.values() if shown is table)
        for key in [key for key, row in known.items() if getattr(row, column) in ids]:
            del known[key]
        named = table.__table__.c[column].in_(ids)
        known |= _by_key(session.scalars(select(table).where(_of(table, self.meeting_id), named)).all())

    def _read_tasks(self, session: Session) -> None:
        """Anew when the register of tasks has grown, or who sees what of it, or the item was called up."""
        calls = [item.visited_at for item in self.of(Item) if item.about == "unfinished" and item.visited_at]
        desk = sorted((one.user_id, one.role, one.gone) for one in self.of(Member) if one.role in (CHAIR, SECRETARY))
        secret = sorted(paper.id for paper in self.of(Paper) if paper.readers)
        position = log.position(session.connection(), TASKS)
        tasks_from = (position, calls, desk, secret, self.of(Meeting), self._seen_from(session) if calls else ())
        if tasks_from != self._tasks_from:
            self.given = given_tasks(session, self.meeting_id)
            self.left_over = left_over(session, self.meeting_id, calls[0]) if calls else ("", ())
            self._tasks_from = tasks_from

    def _seen_from(self, session: Session) -> tuple[object, ...]:
        """What lies outside this meeting's log and decides which tasks of earlier meetings its desk sees."""
        groups = sorted(sorted(one) for one in desk_groups(session, self.meeting_id))
        earlier = select(Meeting.id, Meeting.kind, Meeting.starts_at).join(Task, Task.meeting == Meeting.id).distinct()
        return groups, [tuple(one) for one in session.execute(earlier.order_by(Meeting.id))]

    def _read_opinions(self, session: Session) -> None:
        asked = select(Ballot).where(Ballot.stream == self.meeting_id, Ballot.opinion != "")
        self.opinions = tuple(session.scalars(asked))


def _of(table: type[Row], meeting: str) -> ColumnElement[bool]:
    return table.__table__.c.stream == meeting


def _by_key(rows: Sequence[Row]) -> dict[str, Row]:
    return {row.id: row for row in rows}  # type: ignore[attr-defined]
