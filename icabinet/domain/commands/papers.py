"""Papers and their versions."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .base import Command, Id, Line

Reader = Annotated[str, Meta(pattern="^(user:[A-Za-z0-9_-]{1,40}|role:(chair|delegate|guest)|unit:[^\\0]{1,300})\\Z")]
"""A group of the audience test: one person, everybody of a role, everybody of a unit."""
Readers = Annotated[list[Reader], Meta(max_length=500)]
"""Whom a secret paper names; nobody: it is not secret."""
FileKind = Literal["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "doc", "xls", "ppt", "png", "jpg", "tiff"]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}\\Z")]


class FileCommand(Command, frozen=True):
    """A file as one version of a paper. Sent by the server after the bytes are safe on disk, never from outside."""

    version: Id
    name: Line
    kind: FileKind
    sha256: Sha256
    size: int


class AddPaper(FileCommand, frozen=True, tag="paper.add"):
    """`item` names the agenda item or the group that it lies in; with `readers` it is secret from the start."""

    paper: Id
    item: Id
    title: Line
    readers: Readers = msgspec.field(default_factory=list)


class FinishPaper(Command, frozen=True, tag="paper.processed"):
    """Sent by the extraction worker: the paper can be read, or `reason` says why not."""

    version: Id
    reading: str = ""
    pages: int = 0
    warnings: list[str] = msgspec.field(default_factory=list)
    work: Literal["", "recognise"] = ""
    reason: str = ""
    message: str = ""


class FinishIndexing(Command, frozen=True, tag="paper.indexed"):
    """Sent by the indexing worker: the assistant finds the version's words from now on."""

    version: Id


class ReadPaperAgain(Command, frozen=True, tag="paper.read-again"):
    """After LibreOffice or the recognition of letters was installed, or a failure that may pass."""

    paper: Id


class RetitlePaper(Command, frozen=True, tag="paper.retitle"):
    paper: Id
    title: Line


class PublishPapers(Command, frozen=True, tag="paper.publish"):
    papers: Annotated[list[Id], Meta(min_length=1, max_length=200)]


class RecallPaper(Command, frozen=True, tag="paper.recall"):
    """`reason` is told to everybody who had the paper, and kept."""

    paper: Id
    reason: Line


class RemovePaper(Command, frozen=True, tag="paper.remove"):
    paper: Id


class NameReaders(Command, frozen=True, tag="paper.readers"):
    """Makes a paper secret: only these groups (and the secretaries) see it. Nobody named: it is secret no more."""

    paper: Id
    readers: Readers


class LogOpening(Command, frozen=True, tag="paper.opened"):
    """Sent by the server before it hands somebody his copy of a secret paper."""

    opening: Line
    version: Id
    user: Id


class RequirePaper(Command, frozen=True, tag="paper.must-read"):
    paper: Id
    must_read: bool


class MovePaper(Command, frozen=True, tag="paper.move"):
    """To a place (from 0) among the papers of an agenda item or a group."""

    paper: Id
    item: Id
    position: Annotated[int, Meta(ge=0, le=10_000)]


class AddPaperGroup(Command, frozen=True, tag="paper-group.add"):
    """Papers that belong to no agenda item lie in groups beside the agenda."""

    group: Id
    title: Line


class RenamePaperGroup(Command, frozen=True, tag="paper-group.rename"):
    group: Id
    title: Line


class RemovePaperGroup(Command, frozen=True, tag="paper-group.remove"):
    group: Id


Outside = (
    ReadPaperAgain | RetitlePaper | PublishPapers | RecallPaper | RemovePaper | NameReaders | RequirePaper | MovePaper
    | AddPaperGroup | RenamePaperGroup | RemovePaperGroup
)  # fmt: skip
