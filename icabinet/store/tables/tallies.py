"""Counts made by hand, each entered by one person and confirmed by another."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from ...domain.tallies import Sheet
from .row import Row, Wire


class TallyEntry(Row):
    __tablename__ = "tally_entry"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    vote_id: Mapped[str]
    sheet: Mapped[Sheet] = mapped_column(Wire(Sheet))
    entered_by: Mapped[str]
    entered_at: Mapped[int]
    confirmed_by: Mapped[str | None] = mapped_column(default=None)
    confirmed_at: Mapped[int | None] = mapped_column(default=None)
