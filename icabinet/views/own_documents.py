"""What one person keeps, and what others share with him."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
from sqlalchemy import Text, select, type_coerce
from sqlalchemy.orm import Session

from ..domain.documents import MOST_BYTES, MOST_DOCUMENTS
from ..store.tables import Document, Folder, Paper, User
from .records import sees

Groups = Callable[[str], frozenset[str]]
"""The person's groups in a meeting; none when he has no part in it."""


class Line(msgspec.Struct, frozen=True):
    """`owner` is the name of whoever shares it, empty for one's own.

    `work`: what is still done on a document that can be read: "recognise" or nothing.
    `state`: processing, ready, failed; note (a text without a file); or, of a meeting's paper, paper, or gone when it
    is not to be seen any more.
    """

    id: str
    title: str
    name: str
    folder: str
    size: int
    pages: int
    at: int
    state: str
    work: str
    message: str
    owner: str
    meeting: str
    paper: str
    text: str
    shared: list[dict[str, str]]


class Kept(msgspec.Struct, frozen=True):
    """Bytes used and allowed; documents that are allowed."""

    folders: list[dict[str, str]]
    documents: list[Line]
    used: int
    most_bytes: int
    most: int


def kept_by(session: Session, user: str, groups: Groups) -> Kept:
    folders = session.scalars(select(Folder).where(Folder.owner == user).order_by(Folder.title))
    own = list(session.scalars(select(Document).where(Document.owner == user)))
    theirs = select(Document).where(Document.owner != user, type_coerce(Document.shared, Text).contains(f'"{user}"'))
    shared = [document for document in session.scalars(theirs) if user in document.shared]
    names = {person.id: person.name for person in session.scalars(select(User))}
    lines = [*_own_lines(session, own, names, groups), *(_shared_line(document, names) for document in shared)]
    return Kept(
        folders=[{"id": folder.id, "title": folder.title} for folder in folders],
        documents=sorted(lines, key=lambda line: -line.at),
        used=sum(document.size for document in own),
        most_bytes=MOST_BYTES,
        most=MOST_DOCUMENTS,
    )


def _own_lines(session: Session, own: list[Document], names: dict[str, str], groups: Groups) -> Iterator[Line]:
    for document in own:
        line = _line(document, "", [{"id": one, "name": names.get(one, "")} for one in document.shared])
        if document.paper_id:
            title = _paper_title(session, document, groups(document.meeting))
            line = msgspec.structs.replace(line, title=title, state="paper" if title else "gone")
        yield line


def _shared_line(document: Document, names: dict[str, str]) -> Line:
    """Neither the owner's folder nor with whom else he shares it."""
    return msgspec.structs.replace(_line(document, names.get(document.owner, ""), []), folder="")


def _line(document: Document, owner: str, shared: list[dict[str, str]]) -> Line:
    d = document
    return Line(
        d.id, d.title, d.name, d.folder_id, d.size, d.pages, d.at, d.state, d.work, d.message, owner, d.meeting,
        d.paper_id, d.text, shared,
    )  # fmt: skip


def _paper_title(session: Session, document: Document, groups: frozenset[str]) -> str:
    """As the meeting calls it today; empty when this person does not see the paper any more."""
    paper = session.get(Paper, document.paper_id)
    return paper.title if paper is not None and sees(groups, paper, "paper") else ""
