"""Groups of people, kept by the office."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row, Wire


class PeopleGroup(Row):
    __tablename__ = "people_group"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    people: Mapped[list[str]] = mapped_column(Wire(list[str]))
