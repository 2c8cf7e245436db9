"""Votes, their rolls and their ballots."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain import votes
from .row import Row, Wire


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
