"""Every table, typed, without logic. Times are milliseconds UTC; `stream` is the log a row belongs to."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import (
    BigInteger,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from ..domain import votes
from ..domain.attendance import State as AttendanceState
from ..domain.meetings import State as MeetingState
from ..domain.people import OfficeRole, Role
from ..domain.speakers import State as SpeechState

PaperState = str
"""draft, published or recalled"""
VersionState = str
"""processing, ready or failed"""


class Wire(TypeDecorator[Any]):
    """A value kept as the JSON it has on the wire, read back as the type it came from."""

    impl = Text
    cache_ok = True

    def __init__(self, type_: Any) -> None:
        super().__init__()
        self.type_ = type_

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else msgspec.json.decode(value, type=self.type_)


class Row(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False):
    type_annotation_map = {int: BigInteger, bytes: LargeBinary, str: Text}  # noqa: RUF012 (SQLAlchemy reads it so)


# --- logs and readers ---------------------------------------------------------------------------------------


class Stream(Row):
    """One log: a meeting's, or the office's. Its row lock orders the commits."""

    __tablename__ = "stream"
    id: Mapped[str] = mapped_column(primary_key=True)
    last_seq: Mapped[int] = mapped_column(default=0)
    head: Mapped[bytes] = mapped_column(default=b"")


class Event(Row):
    """One command that was carried out. `changes` holds what it changed, and for whom (see views.records)."""

    __tablename__ = "event"
    stream: Mapped[str] = mapped_column(ForeignKey("stream.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[int]
    actor: Mapped[str]
    cause: Mapped[str]
    kind: Mapped[str]
    changes: Mapped[bytes]
    hash: Mapped[bytes]
    __table_args__ = (UniqueConstraint("stream", "actor", "cause", name="event_once"),)


# --- people -------------------------------------------------------------------------------------------------


class User(Row):
    __tablename__ = "person"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str]
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    title: Mapped[str]
    unit: Mapped[str]
    role: Mapped[OfficeRole] = mapped_column(Text)
    active: Mapped[bool] = mapped_column(default=True)
    password: Mapped[str] = mapped_column(default="")


class SignIn(Row):
    """A signed-in browser. Only the hash of its cookie is kept."""

    __tablename__ = "sign_in"
    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(index=True)
    csrf: Mapped[str]
    created_at: Mapped[int]
    expires_at: Mapped[int]
    ended_at: Mapped[int | None] = mapped_column(default=None)


# --- meetings -----------------------------------------------------------------------------------------------


class Meeting(Row):
    __tablename__ = "meeting"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str]
    title: Mapped[str]
    place: Mapped[str]
    agency: Mapped[str]
    parent_agency: Mapped[str]
    starts_at: Mapped[int]
    state: Mapped[MeetingState] = mapped_column(Text, default="prepared")
    item_id: Mapped[str | None] = mapped_column(default=None)
    item_since: Mapped[int | None] = mapped_column(default=None)
    started_at: Mapped[int | None] = mapped_column(default=None)
    ended_at: Mapped[int | None] = mapped_column(default=None)
    quorum_numerator: Mapped[int] = mapped_column(default=2)
    quorum_denominator: Mapped[int] = mapped_column(default=3)
    queue_open: Mapped[bool] = mapped_column(default=True)


class Member(Row):
    """A person in a meeting, with his attendance."""

    __tablename__ = "member"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    user_id: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    title: Mapped[str]
    unit: Mapped[str]
    role: Mapped[Role] = mapped_column(Text)
    votes: Mapped[bool]
    order: Mapped[int]
    attendance: Mapped[AttendanceState] = mapped_column(Text, default="absent")
    attendance_at: Mapped[int | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")


class Item(Row):
    __tablename__ = "item"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    position: Mapped[int]
    title: Mapped[str]
    presenter: Mapped[str]
    minutes: Mapped[int]
    spent_ms: Mapped[int] = mapped_column(default=0)
    visited_at: Mapped[int | None] = mapped_column(default=None)
    state: Mapped[str] = mapped_column(default="waiting")
    conclusion: Mapped[str] = mapped_column(default="")
    concluded_at: Mapped[int | None] = mapped_column(default=None)


# --- papers -------------------------------------------------------------------------------------------------


class Paper(Row):
    __tablename__ = "paper"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    item_id: Mapped[str]
    title: Mapped[str]
    position: Mapped[int]
    version_id: Mapped[str]
    state: Mapped[PaperState] = mapped_column(default="draft")
    published_at: Mapped[int | None] = mapped_column(default=None)


class Version(Row):
    """One file of a paper. `paper_state` repeats the paper's state, so that the row alone tells who may see it."""

    __tablename__ = "version"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    paper_id: Mapped[str] = mapped_column(index=True)
    number: Mapped[int]
    name: Mapped[str]
    kind: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    paper_state: Mapped[PaperState] = mapped_column(default="draft")
    state: Mapped[VersionState] = mapped_column(default="processing")
    reading: Mapped[str] = mapped_column(default="")
    pages: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(default="")
    message: Mapped[str] = mapped_column(default="")
    warnings: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)


class Note(Row):
    __tablename__ = "note"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    paper_id: Mapped[str]
    version_id: Mapped[str]
    author: Mapped[str]
    at: Mapped[int]
    page: Mapped[int]
    quads: Mapped[list[tuple[int, int, int, int]]] = mapped_column(Wire(list[tuple[int, int, int, int]]))
    exact: Mapped[str]
    prefix: Mapped[str]
    suffix: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    colour: Mapped[str]
    shared: Mapped[bool] = mapped_column(default=False)
    recalled: Mapped[bool] = mapped_column(default=False)


class Comment(Row):
    __tablename__ = "comment"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    paper_id: Mapped[str]
    author: Mapped[str]
    text: Mapped[str]
    at: Mapped[int]
    recalled: Mapped[bool] = mapped_column(default=False)


# --- voices and decisions -----------------------------------------------------------------------------------


class Speech(Row):
    __tablename__ = "speech"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    user_id: Mapped[str]
    item_id: Mapped[str | None]
    subject: Mapped[str]
    requested_at: Mapped[int]
    state: Mapped[SpeechState] = mapped_column(Text, default="waiting")
    called_at: Mapped[int | None] = mapped_column(default=None)
    deadline: Mapped[int | None] = mapped_column(default=None)
    ended_at: Mapped[int | None] = mapped_column(default=None)


class Vote(Row):
    """`present` and `entitled` are the sizes of the lists frozen at the opening; `cast` counts ballots."""

    __tablename__ = "vote"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    item_id: Mapped[str]
    question: Mapped[str]
    rule: Mapped[votes.Rule] = mapped_column(Wire(votes.Rule))
    created_at: Mapped[int]
    state: Mapped[votes.State] = mapped_column(Text, default="prepared")
    opened_at: Mapped[int | None] = mapped_column(default=None)
    closed_at: Mapped[int | None] = mapped_column(default=None)
    published_at: Mapped[int | None] = mapped_column(default=None)
    present: Mapped[int] = mapped_column(default=0)
    entitled: Mapped[int] = mapped_column(default=0)
    cast: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[votes.Outcome | None] = mapped_column(Wire(votes.Outcome), default=None)


class Voter(Row):
    """One line of the roll frozen when a vote opens."""

    __tablename__ = "voter"
    vote_id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)


class Ballot(Row):
    """The ballot of an open (not secret) vote; casting again replaces it while the vote is open."""

    __tablename__ = "ballot"
    vote_id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    choice: Mapped[votes.Choice] = mapped_column(Text)
    opinion: Mapped[str]
    first_at: Mapped[int]
    at: Mapped[int]


# --- minutes ------------------------------------------------------------------------------------------------


class MinutesEdit(Row):
    """The secretary's wording of one generated paragraph."""

    __tablename__ = "minutes_edit"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    block: Mapped[str]
    text: Mapped[str]
    author: Mapped[str]
    at: Mapped[int]


Index("event_kind", Event.stream, Event.kind)
