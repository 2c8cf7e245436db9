"""The register of tasks. They belong to a stream of their own."""

from __future__ import annotations

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.tasks import Quotation, State, Step, TaskFile
from .row import Row, Wire


class Task(Row):
    """`desk` are the groups that gave it; `unit` is the unit that answers for it, also when a person owns it.

    `names` are the words for the people among its parties, as the office knew them then.
    """

    __tablename__ = "task"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str]
    meeting: Mapped[str]
    meeting_title: Mapped[str]
    item_id: Mapped[str]
    item_title: Mapped[str]
    given_at: Mapped[int]
    desk: Mapped[list[str]] = mapped_column(Wire(list[str]))
    title: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    answers: Mapped[str] = mapped_column(default="")
    collaborators: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
    names: Mapped[dict[str, str]] = mapped_column(Wire(dict[str, str]), default_factory=dict)
    deadline: Mapped[int] = mapped_column(default=0)
    basis: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    quotation: Mapped[Quotation | None] = mapped_column(Wire(Quotation | None), default=None)
    quoted_title: Mapped[str] = mapped_column(default="")
    state: Mapped[State] = mapped_column(Text, default="given")
    percent: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[str] = mapped_column(default="")
    asked_until: Mapped[int | None] = mapped_column(default=None)
    done_at: Mapped[int | None] = mapped_column(default=None)
    closed_at: Mapped[int | None] = mapped_column(default=None)
    steps: Mapped[list[Step]] = mapped_column(Wire(list[Step]), default_factory=list)
    files: Mapped[list[TaskFile]] = mapped_column(Wire(list[TaskFile]), default_factory=list)
    __table_args__ = (Index("task_open", "stream", "closed_at"), Index("task_of_meeting", "meeting"))
