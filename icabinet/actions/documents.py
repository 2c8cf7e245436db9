"""A person's own documents: kept, ordered in folders, shared with people by name."""

from __future__ import annotations

from ..domain import documents
from ..domain.commands import (
    AddDocument,
    AddFolder,
    EditDocument,
    FinishDocument,
    KeepPaper,
    RemoveDocument,
    RemoveFolder,
    RenameFolder,
    ShareDocument,
    WriteDocument,
)
from ..domain.errors import Refused
from ..store.tables import Document, Folder, Paper
from ..views import records
from .bus import OFFICE, handles, takes_part, viewer
from .people import office_user
from .transaction import Tx


@handles(AddDocument)
def add(tx: Tx, c: AddDocument) -> None:
    _need_room(tx, c.folder, c.size)
    document = _new(tx, c, c.title)
    document.name, document.kind, document.sha256, document.size = c.name, c.kind, c.sha256, c.size
    tx.add(document)


@handles(FinishDocument)
def finish(tx: Tx, c: FinishDocument) -> None:
    """The worker may come back twice after a crash, or after its owner took the document away.

    What can be read already stays so when its letters cannot be recognised.
    """
    document = tx.seek(Document, c.document)
    if document is None or not (document.state == "processing" or document.work):
        return
    document.work = "" if c.message else c.work
    if c.message and document.state == "ready":
        return
    document.state, document.message = "failed" if c.message else "ready", c.message
    document.reading, document.pages, document.warnings = c.reading, c.pages, c.warnings


@handles(WriteDocument)
def write(tx: Tx, c: WriteDocument) -> None:
    size = len(c.text.encode())
    if tx.seek(Document, c.document) is not None:
        document = _own(tx, c.document)
        if document.state != "note":
            raise Refused("document.not-a-note")
        _need_folder(tx, c.folder)
        document.title, document.folder_id, document.text, document.size = c.title, c.folder, c.text, size
        return
    _need_room(tx, c.folder, size)
    document = _new(tx, c, c.title)
    document.state, document.text, document.size = "note", c.text, size
    tx.add(document)


@handles(KeepPaper)
def keep(tx: Tx, c: KeepPaper) -> None:
    """Only a paper that the person sees now; whether he sees it later is asked each time anew."""
    _need_room(tx, c.folder, 0)
    paper = tx.session.get(Paper, c.paper)
    who = viewer(tx.session, tx.actor.user, c.meeting)
    here = paper is not None and paper.stream == c.meeting and takes_part(who, c.meeting)
    if not here or not records.sees(who.groups(), paper, "paper"):
        raise Refused("not-found")
    if tx.find(Document, Document.owner == tx.actor.user, Document.paper_id == c.paper):
        raise Refused("document.kept")
    document = _new(tx, c, "")
    document.state, document.meeting, document.paper_id = "paper", c.meeting, c.paper
    tx.add(document)


@handles(EditDocument)
def edit(tx: Tx, c: EditDocument) -> None:
    document = _own(tx, c.document)
    _need_folder(tx, c.folder)
    document.folder_id = c.folder
    if not document.paper_id:  # a paper is called as its meeting calls it
        document.title = c.title


@handles(ShareDocument)
def share(tx: Tx, c: ShareDocument) -> None:
    document = _own(tx, c.document)
    if document.paper_id:
        raise Refused("document.paper-shared")
    people = sorted(set(c.people) - {document.owner})
    for user in set(people) - set(document.shared):
        office_user(tx, user)
    document.shared = people


@handles(RemoveDocument)
def remove(tx: Tx, c: RemoveDocument) -> None:
    tx.remove(_own(tx, c.document))


@handles(AddFolder)
def add_folder(tx: Tx, c: AddFolder) -> None:
    _need_office(tx)
    documents.check_folders(len(tx.find(Folder, Folder.owner == tx.actor.user)))
    tx.add(Folder(id=c.folder, stream=tx.stream, owner=tx.actor.user, title=c.title))


@handles(RenameFolder)
def rename_folder(tx: Tx, c: RenameFolder) -> None:
    _need_folder(tx, c.folder)
    tx.get(Folder, c.folder).title = c.title


@handles(RemoveFolder)
def remove_folder(tx: Tx, c: RemoveFolder) -> None:
    """What lies in it is not removed with it: it lies outside of all folders then."""
    _need_folder(tx, c.folder)
    for document in tx.find(Document, Document.owner == tx.actor.user, Document.folder_id == c.folder):
        document.folder_id = ""
    tx.remove(tx.get(Folder, c.folder))


def _new(tx: Tx, c: AddDocument | WriteDocument | KeepPaper, title: str) -> Document:
    return Document(id=c.document, stream=tx.stream, owner=tx.actor.user, folder_id=c.folder, title=title, at=tx.now)


def _need_room(tx: Tx, folder: str, size: int) -> None:
    _need_office(tx)
    _need_folder(tx, folder)
    own = tx.find(Document, Document.owner == tx.actor.user)
    documents.check_room([document.size for document in own], size)


def _need_office(tx: Tx) -> None:
    """People's own things are no part of a meeting."""
    if tx.stream != OFFICE:
        raise Refused("not-found")


def _own(tx: Tx, document: str) -> Document:
    """Another person's document does not exist for the asker, shared or not."""
    row = tx.get(Document, document)
    if row.owner != tx.actor.user:
        raise Refused("not-found")
    return row


def _need_folder(tx: Tx, folder: str) -> None:
    if folder and tx.get(Folder, folder).owner != tx.actor.user:
        raise Refused("not-found")
