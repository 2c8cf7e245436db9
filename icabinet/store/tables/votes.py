"""Votes, their rolls and their ballots."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain import votes
from .folded import keeps_folded, words_without_marks
from .row import Row, Wire


@keeps_folded("folded", "question")
class Vote(Row):
    """`cast` counts ballots. From `entitled` to `members_present`: the sizes frozen at the opening (votes.Sizes).

    `awaited` are those entitled who were not there at the opening and are admitted when they come in; `live` is what
    is counted so far, kept only while everybody may watch it. `recused` are members left off the roll and out of its
    sizes for an interest that they declared. `pulled` are items that a member took out of it before it opened.
    `seats` is the vote's own list as it was meant: a substitute has the seat of whom he stands for. `voters` are those
    who hold these seats' votes now or, once it is open, held them then. Both are empty when all members vote.
    `announced`: everybody may read the question and its rule while it is only prepared.
    """

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
    options: Mapped[list[votes.Option]] = mapped_column(Wire(list[votes.Option]), default_factory=list)
    items: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
    voters: Mapped[list[votes.VoterLine]] = mapped_column(Wire(list[votes.VoterLine]), default_factory=list)
    seconds: Mapped[int] = mapped_column(default=0)
    deadline: Mapped[int | None] = mapped_column(default=None)
    present_weight: Mapped[int] = mapped_column(default=0)
    entitled_weight: Mapped[int] = mapped_column(default=0)
    members: Mapped[int] = mapped_column(default=0)
    members_present: Mapped[int] = mapped_column(default=0)
    awaited: Mapped[list[votes.VoterLine]] = mapped_column(Wire(list[votes.VoterLine]), default_factory=list)
    live: Mapped[votes.Count | None] = mapped_column(Wire(votes.Count), default=None)
    repeats: Mapped[str | None] = mapped_column(default=None)
    voided_at: Mapped[int | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    recused: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
    pulled: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
    seats: Mapped[list[votes.VoterLine]] = mapped_column(Wire(list[votes.VoterLine]), default_factory=list)
    announced: Mapped[bool] = mapped_column(default=False)
    folded: Mapped[str] = words_without_marks()


class Voter(Row):
    """One line of the roll frozen when a vote opens; `sealed_at`: when a secret ballot of this voter came last."""

    __tablename__ = "voter"
    vote_id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    weight: Mapped[int] = mapped_column(default=1)
    sealed_at: Mapped[int | None] = mapped_column(default=None)


class Ballot(Row):
    """The ballot of an open (not secret) vote; casting again replaces it while the vote is open."""

    __tablename__ = "ballot"
    vote_id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    choice: Mapped[votes.Choice | Literal[""]] = mapped_column(Text)
    opinion: Mapped[str]
    first_at: Mapped[int]
    at: Mapped[int]
    picks: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
    marks: Mapped[dict[str, votes.Mark]] = mapped_column(Wire(dict[str, votes.Mark]), default_factory=dict)
