"""Papers that units and people were asked for."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.paper_requests import Round, State
from .row import Row, Wire


class PaperRequest(Row):
    """`addressee` is a group of the audience test: one person or a unit; `paper_id` what it submitted last;
    `readers` whom the paper will name.
    """

    __tablename__ = "paper_request"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    item_id: Mapped[str]
    title: Mapped[str]
    addressee: Mapped[str]
    deadline: Mapped[int]
    asked_at: Mapped[int]
    state: Mapped[State] = mapped_column(Text, default="asked")
    paper_id: Mapped[str | None] = mapped_column(default=None)
    readers: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
    rounds: Mapped[list[Round]] = mapped_column(Wire(list[Round]), default_factory=list)
