"""The office's rooms; the plan that a meeting took, and its seats."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row, Wire


class Hall(Row):
    """A room of the office. `rows` is its grid (domain.halls)."""

    __tablename__ = "hall"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    rows: Mapped[list[str]] = mapped_column(Wire(list[str]))


class SeatPlan(Row):
    """One a meeting, with the meeting's name: a copy, so that the room may be rebuilt without unseating anybody."""

    __tablename__ = "seat_plan"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    hall_id: Mapped[str]
    name: Mapped[str]
    rows: Mapped[list[str]] = mapped_column(Wire(list[str]))


class Seat(Row):
    """One person's seat. That no two sit on one is the rule's work: two who change places would break an index."""

    __tablename__ = "seat"
    stream: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    seat: Mapped[str]
