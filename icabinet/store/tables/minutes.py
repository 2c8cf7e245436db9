"""What the secretary wrote into the minutes, who confirmed them, and what was corrected afterwards."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .folded import keeps_folded, words_without_marks
from .row import Row


@keeps_folded("folded", "text")
class MinutesEdit(Row):
    """The secretary's wording of one generated paragraph; `over` is what was generated when it was last written."""

    __tablename__ = "minutes_edit"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    block: Mapped[str]
    text: Mapped[str]
    author: Mapped[str]
    at: Mapped[int]
    over: Mapped[str] = mapped_column(default="")
    folded: Mapped[str] = words_without_marks()


@keeps_folded("folded", "text")
class MinutesParagraph(Row):
    """A paragraph of the secretary's own behind the block `after`; of several behind one, the newest comes first."""

    __tablename__ = "minutes_paragraph"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    after: Mapped[str]
    text: Mapped[str]
    author: Mapped[str]
    at: Mapped[int]
    placed_at: Mapped[int]
    folded: Mapped[str] = words_without_marks()


class MinutesSeal(Row):
    """Who confirmed the minutes with this SHA-256. Once both have, `frozen` is the draft that they confirmed."""

    __tablename__ = "minutes_seal"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    digest: Mapped[str]
    secretary: Mapped[str] = mapped_column(default="")
    secretary_at: Mapped[int | None] = mapped_column(default=None)
    chair: Mapped[str] = mapped_column(default="")
    chair_at: Mapped[int | None] = mapped_column(default=None)
    locked_at: Mapped[int | None] = mapped_column(default=None)
    frozen: Mapped[str] = mapped_column(default="")


class MinutesCorrection(Row):
    """A change to locked minutes; `number` is 0 until the chair accepts it. `former` is the wording it corrects."""

    __tablename__ = "minutes_correction"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    block: Mapped[str]
    former: Mapped[str]
    text: Mapped[str]
    reason: Mapped[str]
    author: Mapped[str]
    at: Mapped[int]
    number: Mapped[int] = mapped_column(default=0)
    accepted_by: Mapped[str] = mapped_column(default="")
    accepted_at: Mapped[int | None] = mapped_column(default=None)
