"""Papers, versions, and what people write on them."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row, Wire

PaperState = str
"""submitted (by whom it was asked of), draft, published or recalled"""
VersionState = str
"""processing, ready or failed"""
VersionWork = str
"""What is still being done on a version that can be read already: recognise (letters in scanned pages), or nothing"""


class Paper(Row):
    __tablename__ = "paper"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    item_id: Mapped[str]
    title: Mapped[str]
    version_id: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    state: Mapped[PaperState] = mapped_column(default="draft")
    published_at: Mapped[int | None] = mapped_column(default=None)
    readers: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
    must_read: Mapped[bool] = mapped_column(default=False)
    submitter: Mapped[str] = mapped_column(default="")
    recalled_at: Mapped[int | None] = mapped_column(default=None)
    recall_reason: Mapped[str] = mapped_column(default="")


class PaperGroup(Row):
    """Papers beside the agenda. A paper's `item_id` names an item or a group; ids of both never meet."""

    __tablename__ = "paper_group"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    position: Mapped[int]


class Opening(Row):
    """Somebody was handed his copy of a secret paper."""

    __tablename__ = "opening"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    paper_id: Mapped[str]
    user_id: Mapped[str]
    at: Mapped[int]


class Version(Row):
    """One file of a paper.

    `paper_state`, `readers` and `submitter` repeat the paper's, so that the row alone tells who may see it; `readers`
    has no default because a version that forgot them would be seen by everybody. No readers: the paper is not secret.
    """

    __tablename__ = "version"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    paper_id: Mapped[str] = mapped_column(index=True)
    number: Mapped[int]
    name: Mapped[str]
    kind: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    readers: Mapped[list[str]] = mapped_column(Wire(list[str]))
    paper_state: Mapped[PaperState] = mapped_column(default="draft")
    submitter: Mapped[str] = mapped_column(default="")
    state: Mapped[VersionState] = mapped_column(default="processing")
    reading: Mapped[str] = mapped_column(default="")
    pages: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(default="")
    message: Mapped[str] = mapped_column(default="")
    warnings: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
    work: Mapped[VersionWork] = mapped_column(default="")
    indexed: Mapped[bool] = mapped_column(default=False)


class Note(Row):
    """`recalled`: hidden, since its paper was recalled or is not for its author any more; `readers` as in Version.

    `named`: with whom it is shared (domain.sharing).
    """

    __tablename__ = "note"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    paper_id: Mapped[str]
    version_id: Mapped[str]
    author: Mapped[str]
    readers: Mapped[list[str]] = mapped_column(Wire(list[str]))
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
    named: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
    recalled: Mapped[bool] = mapped_column(default=False)


class Comment(Row):
    """`recorded`: its writer asks that it stands in the minutes."""

    __tablename__ = "comment"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    paper_id: Mapped[str]
    author: Mapped[str]
    readers: Mapped[list[str]] = mapped_column(Wire(list[str]))
    text: Mapped[str]
    at: Mapped[int]
    recalled: Mapped[bool] = mapped_column(default=False)
    recorded: Mapped[bool] = mapped_column(default=False)
