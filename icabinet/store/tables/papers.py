"""Papers, versions, and what people write on them."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row, Wire

PaperState = str
"""draft, published or recalled"""
VersionState = str
"""processing, ready or failed"""


class Paper(Row):
    __tablename__ = "paper"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    item_id: Mapped[str]
    title: Mapped[str]
    position: Mapped[int]
    version_id: Mapped[str]
    state: Mapped[PaperState] = mapped_column(default="draft")
    published_at: Mapped[int | None] = mapped_column(default=None)


class Version(Row):
    """One file of a paper. `paper_state` repeats the paper's state, so that the row alone tells who may see it."""

    __tablename__ = "version"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    paper_id: Mapped[str] = mapped_column(index=True)
    number: Mapped[int]
    name: Mapped[str]
    kind: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    paper_state: Mapped[PaperState] = mapped_column(default="draft")
    state: Mapped[VersionState] = mapped_column(default="processing")
    reading: Mapped[str] = mapped_column(default="")
    pages: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(default="")
    message: Mapped[str] = mapped_column(default="")
    warnings: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)


class Note(Row):
    __tablename__ = "note"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    paper_id: Mapped[str]
    version_id: Mapped[str]
    author: Mapped[str]
    at: Mapped[int]
    page: Mapped[int]
    quads: Mapped[list[tuple[int, int, int, int]]] = mapped_column(Wire(list[tuple[int, int, int, int]]))
    exact: Mapped[str]
    prefix: Mapped[str]
    suffix: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    colour: Mapped[str]
    shared: Mapped[bool] = mapped_column(default=False)
    recalled: Mapped[bool] = mapped_column(default=False)


class Comment(Row):
    __tablename__ = "comment"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    paper_id: Mapped[str]
    author: Mapped[str]
    text: Mapped[str]
    at: Mapped[int]
    recalled: Mapped[bool] = mapped_column(default=False)
