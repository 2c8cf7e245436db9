"""Secret ballots: sealed and tied to their voters while the vote is open, then a box that is tied to nobody."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from ...domain.votes import BoxBallot
from .row import Row, Wire


class SealedBallot(Row):
    """One voter's envelope (store.sealing): always of the same length within a vote. It is shown to nobody."""

    __tablename__ = "sealed_ballot"
    vote_id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    sealed: Mapped[bytes]


class BallotBox(Row):
    """All ballots of a closed vote as one value, in the order of their receipts.

    One row, so that there is no row number, page, time or size to tell one ballot's place from another's.
    """

    __tablename__ = "ballot_box"
    vote_id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    ballots: Mapped[list[BoxBallot]] = mapped_column(Wire(list[BoxBallot]))
    published: Mapped[bool] = mapped_column(default=False)
