"""A person's own documents: his alone, and a document also theirs with whom he shares it."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import Document, Folder
from .record import Record, shows


@shows(Document)
def _document(d: Document) -> Iterator[Record]:
    """The folder is the owner's order, and no business of those he shares with."""
    value = {
        "owner": d.owner,
        "title": d.title,
        "name": d.name,
        "size": d.size,
        "at": d.at,
        "state": d.state,
        "pages": d.pages,
        "work": d.work,
        "message": d.message,
        "text": d.text,
    }
    yield Record("document", d.id, audience("document", d.owner, [f"user:{user}" for user in d.shared]), value)
    placed = {"folder": d.folder_id, "shared": d.shared, "meeting": d.meeting, "paper": d.paper_id}
    yield Record("my_document", d.id, audience("my_document", d.owner), placed)


@shows(Folder)
def _folder(f: Folder) -> Iterator[Record]:
    yield Record("folder", f.id, audience("folder", f.owner), {"title": f.title})
