"""People's own documents and the folders they lie in. They belong to the office's stream."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from .row import Row, Wire


class Folder(Row):
    __tablename__ = "folder"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str]
    owner: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]


class Document(Row):
    """A file of one's own, a text (state `note`), or (with `paper_id`) a pointer to a paper of a meeting.

    Only the first has a file here; `work` is what is still being done on one that can be read already, as in Version.
    """

    __tablename__ = "document"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str]
    owner: Mapped[str] = mapped_column(index=True)
    folder_id: Mapped[str]
    title: Mapped[str]
    at: Mapped[int]
    name: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="")
    size: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(default="processing")
    work: Mapped[str] = mapped_column(default="")
    reading: Mapped[str] = mapped_column(default="")
    pages: Mapped[int] = mapped_column(default=0)
    warnings: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
    message: Mapped[str] = mapped_column(default="")
    meeting: Mapped[str] = mapped_column(default="")
    paper_id: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    shared: Mapped[list[str]] = mapped_column(Wire(list[str]), default_factory=list)
