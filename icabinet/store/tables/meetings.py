"""A meeting, its members and its agenda."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.agenda import About
from ...domain.attendance import Passage
from ...domain.attendance import State as AttendanceState
from ...domain.meetings import State as MeetingState
from ...domain.people import Role
from ...domain.votes import MeetingKind
from .folded import keeps_folded, words_without_marks
from .row import Row, Wire


class Meeting(Row):
    """`ends_at` is the planned end. What was `called_off` (the reason) has ended without having begun."""

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
    kind: Mapped[MeetingKind] = mapped_column(Text, default="conference")
    ends_at: Mapped[int | None] = mapped_column(default=None)
    called_off: Mapped[str] = mapped_column(default="")


class Member(Row):
    """A person in a meeting, with his attendance.

    `stands_for` names whom a substitute stands in for; `substitute` is the other end of the same substitution. Who is
    `gone` was a substitute until that was revoked: he has no part any more, and is kept for what he said and voted.
    """

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
    late: Mapped[bool] = mapped_column(default=False)
    passages: Mapped[list[Passage]] = mapped_column(Wire(list[Passage]), default_factory=list)
    stands_for: Mapped[str] = mapped_column(default="")
    substitute: Mapped[str] = mapped_column(default="")
    gone: Mapped[bool] = mapped_column(default=False)


@keeps_folded("folded", "title", "presenter")
@keeps_folded("folded_conclusion", "conclusion")
class Item(Row):
    """`about` names what an item shows of its own: the unfinished work of earlier meetings, or nothing."""

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
    about: Mapped[About] = mapped_column(Text, default="")
    folded: Mapped[str] = words_without_marks()
    folded_conclusion: Mapped[str] = words_without_marks()
