"""What people asked the assistant, and which answers were reported. Outside of every log, so that it can be wiped."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row


class Asked(Row):
    """A question, for whoever asked it alone. No answer is kept: asked again, it is answered by today's rights."""

    __tablename__ = "asked"
    user_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    at: Mapped[int]
    question: Mapped[str]
    state: Mapped[str]


class ReportedAnswer(Row):
    """An answer that somebody found wrong; nothing here tells who.

    `wrong`: quotes (they do not answer), hidden (a paper does tell), absent (no paper tells); `expected` are the words
    that would have been right, if he gave any.
    """

    __tablename__ = "reported_answer"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str]
    at: Mapped[int]
    question: Mapped[str]
    wrong: Mapped[str]
    expected: Mapped[str]
