"""Papers in and out: streamed uploads, and files served by version to those who see the version."""

from __future__ import annotations

from typing import Annotated, TypeVar
from urllib.parse import quote

import msgspec
from msgspec import Meta
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from ..actions import takes_part
from ..documents.kinds import Kind
from ..domain import policy
from ..domain.audience import Viewer
from ..domain.commands import AddPaper, AddVersion, Id, Reader, SubmitPaper
from ..store.tables import PaperRequest, Version
from ..views.records import sees
from .ahead import in_turn
from .intake import File, take_in
from .problems import Problem
from .requests import cabinet, key, signed_in
from .snapshots import participant

T = TypeVar("T")
_readers: msgspec.json.Decoder[list[Reader]] = msgspec.json.Decoder(list[Reader])


class _Paper(FileResponse):
    """A file in larger steps than Starlette's 64 KiB: a third of the processor time for the same bytes."""

    chunk_size = 256 * 1024


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    paper: Id
    version: Id
    item: Id
    title: Annotated[str, Meta(max_length=300, pattern="^[^\\0]*\\Z")] = ""
    readers: Annotated[str, Meta(max_length=6000)] = ""
    """For a secret paper: a JSON list of whom it names; more people than an address holds are named afterwards."""


class Next(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: Id


class Attempt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    paper: Id
    version: Id


async def upload(request: Request) -> Response:
    """A secretary's paper, for an agenda item or a group."""
    stream = request.path_params["stream"]
    signed = await signed_in(request)
    who = await participant(request, stream)
    if not policy.may(who.roles, AddPaper):
        raise Problem("not-allowed")
    cause, place = key(request), _asked(request, Place)
    readers = _named_in(place.readers)

    def named(file: File) -> AddPaper:
        return AddPaper(
            paper=place.paper,
            item=place.item,
            readers=readers,
            title=place.title.strip() or file.title,
            version=place.version,
            name=file.name,
            kind=file.kind.value,
            sha256=file.blob.sha256,
            size=file.blob.size,
        )

    return await take_in(request, stream, signed.user, cause, named)


async def upload_version(request: Request) -> Response:
    """The next version of a paper; nobody but the secretary sees it until it is used."""
    stream, paper = request.path_params["stream"], request.path_params["paper"]
    signed = await signed_in(request)
    who = await participant(request, stream)
    if not policy.may(who.roles, AddVersion):
        raise Problem("not-allowed")
    cause, version = key(request), _asked(request, Next).version

    def named(file: File) -> AddVersion:
        return AddVersion(
            paper=paper,
            version=version,
            name=file.name,
            kind=file.kind.value,
            sha256=file.blob.sha256,
            size=file.blob.size,
        )

    return await take_in(request, stream, signed.user, cause, named)


async def submit(request: Request) -> Response:
    """A paper that was asked for; from whoever does not see the request it is not even received."""
    stream, asked = request.path_params["stream"], request.path_params["request"]
    signed = await signed_in(request)
    who = await participant(request, stream)
    if not await cabinet(request).db.aread(lambda s: _sees_request(s, stream, asked, who)):
        raise Problem("not-found")
    cause, attempt = key(request), _asked(request, Attempt)

    def named(file: File) -> SubmitPaper:
        return SubmitPaper(
            request=asked,
            paper=attempt.paper,
            version=attempt.version,
            name=file.name,
            kind=file.kind.value,
            sha256=file.blob.sha256,
            size=file.blob.size,
        )

    return await take_in(request, stream, signed.user, cause, named)


def _sees_request(session: Session, stream: str, request: str, who: Viewer) -> bool:
    row = session.get(PaperRequest, request)
    return row is not None and row.stream == stream and sees(who.groups(), row)


def _named_in(readers: str) -> list[str]:
    try:
        return _readers.decode(readers) if readers else []
    except msgspec.DecodeError as problem:
        raise Problem("bad-request", where=str(problem)[:200]) from problem


def _asked(request: Request, shape: type[T]) -> T:
    try:
        return msgspec.convert(dict(request.query_params), shape)
    except msgspec.ValidationError as problem:
        raise Problem("bad-request", where=str(problem)[:200]) from problem


async def reading(request: Request) -> Response:
    """Tablets that fetch ahead wait for their turn."""
    return await in_turn(request, cabinet(request).gate, _reading)


async def _reading(request: Request) -> Response:
    """The PDF for reading. It never changes under a published version, so a tablet asks for it once.

    Of a secret paper everybody gets a copy of his own, which no tablet keeps.
    """
    version = await visible(request)
    if version.state != "ready":
        raise Problem("not-found")
    if version.readers:
        copy, tag = await cabinet(request).copies.for_reader(version, (await signed_in(request)).user)
        headers = _file_headers(tag, "inline", "reading.pdf") | {"cache-control": "no-store"}
        return _Paper(copy, media_type=Kind.PDF.media_type, headers=headers)
    headers = _file_headers(version.reading, "inline", "reading.pdf")
    if version.paper_state != "published":  # it may still be read again, then with other tools
        headers["cache-control"] = "private, no-cache"
    return _Paper(cabinet(request).blobs.path(version.reading), media_type=Kind.PDF.media_type, headers=headers)


async def original(request: Request) -> Response:
    version = await handed_out(request)
    return _Paper(
        cabinet(request).blobs.path(version.sha256),
        media_type=Kind(version.kind).media_type,
        headers=_file_headers(version.sha256, "attachment", version.name),
    )


async def visible(request: Request, name: str = "version") -> Version:
    """The version, if the asker sees it: the hash of a file is no permission, and nor is its name."""
    room = cabinet(request)
    signed = await signed_in(request)
    version = await room.db.aread(lambda s: s.get(Version, request.path_params[name]))
    if version is None:
        raise Problem("not-found")
    who = await room.viewer(signed.user, version.stream)
    if not takes_part(who, version.stream) or not sees(who.groups(), version):
        raise Problem("not-found")
    return version


async def handed_out(request: Request, name: str = "version", otherwise: str = "paper.view-only") -> Version:
    """The version, if the asker sees it and may have more of it than his own copy; Problem(`otherwise`) for a secret
    paper: of these nobody gets anything without his name across it.
    """
    version = await visible(request, name)
    if version.readers:
        raise Problem(otherwise)
    return version


def _file_headers(sha256: str, disposition: str, name: str) -> dict[str, str]:
    """ETag and immutable caching by content; the name in the form of RFC 5987."""
    return {
        "etag": f'"{sha256}"',
        "cache-control": "private, max-age=31536000, immutable",
        "content-disposition": f"{disposition}; filename*=UTF-8''{quote(name, safe='')}",
    }
