"""Work found in papers and conclusions that the desk decided not to give as a task."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row


class DismissedCandidate(Row):
    """`candidate` is made of the words themselves, so that it is remembered for the next version, too."""

    __tablename__ = "dismissed_candidate"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    candidate: Mapped[str]
    by: Mapped[str]
    at: Mapped[int]
