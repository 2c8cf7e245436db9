"""The documents of a meeting as Word and PDF files; a PDF that was signed is handed out as it was signed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import anyio
import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from ..documents.kinds import Kind
from ..documents.printed import NotPrinted
from ..documents.sources import source_of, standing
from ..documents.template_apart import NotFilled
from ..documents.template_fill import Content, to_docx, to_pdf
from ..domain import official as rules
from ..domain.official import NAMES, Key
from ..store.blobs import Blobs
from ..store.tables import SignedDocument
from ..views import official as views
from ..views.document_form import form_of
from ..views.minutes import draft
from ..views.minutes_file import as_minutes
from ..views.signed import signed_of
from ..views.templates import templates_of
from .gates import in_stream
from .problems import Problem
from .requests import cabinet

FORMATS = ("docx", "pdf")


class Paperwork(msgspec.Struct, frozen=True):
    """One document: the meeting's title, what it says, and the file of the office's own template, if there is one."""

    title: str
    key: Key
    content: Content
    template: Path | None

    def word(self) -> bytes:
        """Problem("template.failed")."""
        try:
            return to_docx(self.key.kind, self.content, self._own())
        except NotFilled as problem:
            raise Problem("template.failed") from problem

    def pdf(self) -> bytes:
        """Problem("template.failed"), "official.not-printed"."""
        try:
            return to_pdf(self.key.kind, self.content, self._own())
        except NotFilled as problem:
            raise Problem("template.failed") from problem
        except NotPrinted as problem:
            raise Problem("official.not-printed") from problem

    def source(self) -> str:
        """What a file that is signed now is signed from."""
        return source_of(self.key.kind, self.content, self._own())

    def standing(self, signed: Sequence[SignedDocument]) -> SignedDocument | None:
        """The signed file that still is the document; of equal ones the newest. Problem("template.failed")."""
        try:
            return standing({row.source: row for row in signed}, self.key.kind, self.content, self._own())
        except NotFilled as problem:
            raise Problem("template.failed") from problem

    def _own(self) -> bytes | None:
        return self.template.read_bytes() if self.template else None

    def name(self, format_: str) -> str:
        return f"{NAMES[self.key.kind]} - {self.title}.{format_}"


async def get_document(request: Request) -> Response:
    """`format` is docx or pdf; the same log gives the same bytes, but for the signature of a signed PDF."""
    stream, format_ = request.path_params["stream"], request.path_params["format"]
    await in_stream(request, "official documents")
    if format_ not in FORMATS:
        raise Problem("not-found")
    key = rules.parse(request.path_params["document"])
    paper = await paperwork(request, stream, key)
    signed = await cabinet(request).db.aread(lambda s: signed_of(s, stream, str(key)))
    made = await anyio.to_thread.run_sync(_made, paper, cabinet(request).blobs, signed, format_)
    return as_file(made, paper.name(format_), Kind(format_))


def as_file(content: bytes, name: str, kind: Kind) -> Response:
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(content, media_type=kind.media_type, headers=headers | {"cache-control": "no-store"})


async def paperwork(request: Request, stream: str, key: Key) -> Paperwork:
    """As it stands now. Refused("official.not-yet"), "official.not-found"."""
    room = cabinet(request)
    return await room.db.aread(lambda s: _read(s, room.blobs, stream, key))


async def word_file(request: Request, stream: str, key: Key) -> bytes:
    """The document as it is made now."""
    return await anyio.to_thread.run_sync((await paperwork(request, stream, key)).word)


def _read(session: Session, blobs: Blobs, stream: str, key: Key) -> Paperwork:
    own = templates_of(session, stream).get(key.kind, "")
    place = blobs.path(own) if own else None
    if key.kind == "minutes":
        found = draft(session, stream)
        return Paperwork(found.title, key, as_minutes(found, form_of(session, stream)), place)
    title, content = views.official(session, stream, key)
    return Paperwork(title, key, content, place)


def _made(paper: Paperwork, blobs: Blobs, signed: Sequence[SignedDocument], format_: str) -> bytes:
    if format_ == "docx":
        return paper.word()
    row = paper.standing(signed)
    return blobs.path(row.sha256).read_bytes() if row else paper.pdf()
