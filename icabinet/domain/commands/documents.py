"""A person's own documents and folders; all of them are commands to the office's stream."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .base import Command, Id, Line, Text
from .papers import FileKind, Sha256

Place = Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{0,40}\\Z")]
"""A folder; empty: outside of all folders."""


class AddDocument(Command, frozen=True, tag="document.add"):
    """Sent by the server after the bytes are safe on disk; never accepted from outside."""

    document: Id
    folder: Place
    title: Line
    name: Line
    kind: FileKind
    sha256: Sha256
    size: int


class FinishDocument(Command, frozen=True, tag="document.processed"):
    """Sent by the worker: the document can be read, or `message` says why not. `work`: what is still done on it."""

    document: Id
    reading: str = ""
    pages: int = 0
    warnings: list[str] = msgspec.field(default_factory=list)
    message: str = ""
    work: Literal["", "recognise"] = ""


class WriteDocument(Command, frozen=True, tag="document.write"):
    """A text of one's own: begun when there is none of this name, written anew when there is."""

    document: Id
    folder: Place
    title: Line
    text: Text


class KeepPaper(Command, frozen=True, tag="document.keep"):
    """Puts a paper of a meeting into a folder: a pointer, which shows the paper only while its owner may see it."""

    document: Id
    folder: Place
    meeting: Id
    paper: Id


class EditDocument(Command, frozen=True, tag="document.edit"):
    document: Id
    title: Line
    folder: Place


class ShareDocument(Command, frozen=True, tag="document.share"):
    """Exactly these people may read it from now on; nobody: it is private again."""

    document: Id
    people: Annotated[list[Id], Meta(max_length=100)]


class RemoveDocument(Command, frozen=True, tag="document.remove"):
    document: Id


class AddFolder(Command, frozen=True, tag="folder.add"):
    folder: Id
    title: Line


class RenameFolder(Command, frozen=True, tag="folder.rename"):
    folder: Id
    title: Line


class RemoveFolder(Command, frozen=True, tag="folder.remove"):
    folder: Id


Outside = (
    WriteDocument | KeepPaper | EditDocument | ShareDocument | RemoveDocument | AddFolder | RenameFolder | RemoveFolder
)  # fmt: skip
