"""A person's own documents: the list, files in, files out to the owner and to those he shares with."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

import msgspec
from msgspec import Meta
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from ..actions import OFFICE, takes_part, viewer
from ..documents.kinds import Kind
from ..domain.commands import AddDocument, Id, Place
from ..store.tables import Document
from ..views.own_documents import Kept, kept_by
from ..views.records import sees
from ..views.room import candidates
from .ahead import in_turn
from .intake import File, take_in
from .leaves import LEAVES, present
from .problems import Problem
from .requests import answer, cabinet, key, signed_in


class Wish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    document: Id
    folder: Place = ""
    title: Annotated[str, Meta(max_length=300, pattern="^[^\\0]*\\Z")] = ""


async def my_documents(request: Request) -> Response:
    signed = await signed_in(request)
    return answer(await cabinet(request).db.aread(lambda s: _kept(s, signed.user)))


async def upload(request: Request) -> Response:
    signed = await signed_in(request)
    cause = key(request)
    try:
        wish = msgspec.convert(dict(request.query_params), Wish)
    except msgspec.ValidationError as problem:
        raise Problem("bad-request", where=str(problem)[:200]) from problem

    def named(file: File) -> AddDocument:
        return AddDocument(
            document=wish.document,
            folder=wish.folder,
            title=wish.title.strip() or file.title,
            name=file.name,
            kind=file.kind.value,
            sha256=file.blob.sha256,
            size=file.blob.size,
        )

    return await take_in(request, OFFICE, signed.user, cause, named)


async def reading(request: Request) -> Response:
    """Tablets that fetch ahead wait for their turn, as with the papers of meetings."""
    return await in_turn(request, cabinet(request).gate, _reading)


async def _reading(request: Request) -> Response:
    document = await _visible(request)
    if document.state != "ready":
        raise Problem("not-found")
    return _file(request, document.reading, Kind.PDF, "inline", "reading.pdf")


async def leaves(request: Request) -> Response:
    """As of a meeting's paper (see jobs.leaves): sizes, small pictures, and letters recognised in scanned pages."""
    document = await _visible(request)
    if document.state != "ready":
        raise Problem("not-found")
    path = await present(cabinet(request).blobs, document.reading)
    return FileResponse(path, media_type=LEAVES, headers={"cache-control": "private, no-cache"})


async def original(request: Request) -> Response:
    document = await _visible(request)
    return _file(request, document.sha256, Kind(document.kind), "attachment", document.name)


async def find_people(request: Request) -> Response:
    """A few people of the office by name, for whoever shares a document; never the whole list."""
    await signed_in(request)
    words = request.query_params.get("words", "")[:100]
    return answer({"people": await cabinet(request).db.aread(lambda s: candidates(s, OFFICE, words))})


def _kept(session: Session, user: str) -> Kept:
    def groups(meeting: str) -> frozenset[str]:
        who = viewer(session, user, meeting)
        return who.groups() if takes_part(who, meeting) else frozenset()

    return kept_by(session, user, groups)


async def _visible(request: Request) -> Document:
    """The document, if it is the asker's or shared with him, and has a file of its own."""
    signed = await signed_in(request)
    room = cabinet(request)
    document = await room.db.aread(lambda s: s.get(Document, request.path_params["document"]))
    if document is None or not document.sha256:
        raise Problem("not-found")
    if not sees((await room.viewer(signed.user, OFFICE)).groups(), document):
        raise Problem("not-found")
    return document


def _file(request: Request, sha256: str, kind: Kind, disposition: str, name: str) -> Response:
    """Asked for anew each time: who shares a document may take it back."""
    headers = {
        "etag": f'"{sha256}"',
        "cache-control": "private, no-cache",
        "content-disposition": f"{disposition}; filename*=UTF-8''{quote(name, safe='')}",
    }
    return FileResponse(cabinet(request).blobs.path(sha256), media_type=kind.media_type, headers=headers)
