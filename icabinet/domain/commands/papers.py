"""Papers and their versions."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .base import Command, Id, Line


class AddPaper(Command, frozen=True, tag="paper.add"):
    """Sent by the server after the bytes are safe on disk; never accepted from outside."""

    paper: Id
    item: Id
    title: Line
    version: Id
    name: Line
    kind: Literal["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "doc", "xls", "ppt", "png", "jpg", "tiff"]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}\\Z")]
    size: int


class FinishPaper(Command, frozen=True, tag="paper.processed"):
    """Sent by the extraction worker: the paper can be read, or `reason` says why not."""

    version: Id
    reading: str = ""
    pages: int = 0
    warnings: list[str] = msgspec.field(default_factory=list)
    reason: str = ""
    message: str = ""


class RetitlePaper(Command, frozen=True, tag="paper.retitle"):
    paper: Id
    title: Line


class PublishPapers(Command, frozen=True, tag="paper.publish"):
    papers: Annotated[list[Id], Meta(min_length=1, max_length=200)]


class RecallPaper(Command, frozen=True, tag="paper.recall"):
    paper: Id


class RemovePaper(Command, frozen=True, tag="paper.remove"):
    paper: Id


Outside = RetitlePaper | PublishPapers | RecallPaper | RemovePaper
