"""Opinions by writing and their answers."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain import circulations, votes
from ...domain.reminders import ReminderRule
from .row import Row, Wire


class Circulation(Row):
    """`asked` are those it goes to, in order; they become members of its stream when it is sent.

    `answered` counts those who have answered; `outcome` is there once it is closed. `edits` counts how often the draft
    was saved.
    """

    __tablename__ = "circulation"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str]
    question: Mapped[str]
    agency: Mapped[str]
    parent_agency: Mapped[str]
    founded_at: Mapped[int]
    founder: Mapped[str]
    rule: Mapped[votes.Rule] = mapped_column(Wire(votes.Rule))
    deadline: Mapped[int]
    explanation: Mapped[str] = mapped_column(default="")
    late: Mapped[circulations.Late] = mapped_column(Text, default="refused")
    names: Mapped[bool] = mapped_column(default=True)
    tracker: Mapped[str] = mapped_column(default="")
    leader: Mapped[str] = mapped_column(default="")
    asked: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
    state: Mapped[circulations.State] = mapped_column(Text, default="draft")
    sent_at: Mapped[int | None] = mapped_column(default=None)
    closed_at: Mapped[int | None] = mapped_column(default=None)
    published_at: Mapped[int | None] = mapped_column(default=None)
    withdrawn_at: Mapped[int | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    extensions: Mapped[list[circulations.Extension]] = mapped_column(
        Wire(list[circulations.Extension]), default_factory=list
    )
    answered: Mapped[int] = mapped_column(default=0)
    reminders: Mapped[list[ReminderRule]] = mapped_column(Wire(list[ReminderRule]), default_factory=list)
    outcome: Mapped[votes.Outcome | None] = mapped_column(Wire(votes.Outcome), default=None)
    edits: Mapped[int] = mapped_column(default=0)
    edited_by: Mapped[str] = mapped_column(default="")
    edited_at: Mapped[int | None] = mapped_column(default=None)


class WrittenAnswer(Row):
    """What somebody asked has answered, with everything he answered before (`earlier`, oldest first).

    `shown`: to nobody but himself (empty), to the desk, or to all. The file is that of one of his own documents, which
    he may remove: the hash that stands here (`sha256`) keeps it (jobs.unnamed).
    """

    __tablename__ = "circulation_answer"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    user_id: Mapped[str] = mapped_column(index=True)
    choice: Mapped[circulations.OpinionChoice] = mapped_column(Text)
    text: Mapped[str]
    first_at: Mapped[int]
    at: Mapped[int]
    late: Mapped[bool]
    shown: Mapped[str] = mapped_column(default="")
    confirmed_at: Mapped[int | None] = mapped_column(default=None)
    file_name: Mapped[str] = mapped_column(default="")
    file_kind: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="")
    file_size: Mapped[int] = mapped_column(default=0)
    earlier: Mapped[list[circulations.Earlier]] = mapped_column(Wire(list[circulations.Earlier]), default_factory=list)
