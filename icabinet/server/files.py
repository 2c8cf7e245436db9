"""Papers in and out: streamed uploads, and files served by version to those who see the version."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import quote, unquote

import anyio
import msgspec
from msgspec import Meta
from sqlalchemy.orm import Session
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response

from ..actions import perform, takes_part
from ..documents.kinds import Kind, clean_name, inspect
from ..documents.refusals import BadPaper
from ..domain import policy
from ..domain.commands import AddPaper, Id, Line
from ..settings import MIB
from ..store.blobs import Blob, Blobs, TooLarge
from ..store.tables import Version
from ..views.records import records
from .ahead import in_turn
from .problems import Problem
from .requests import answer, cabinet, key, signed_in
from .snapshots import participant


class _Paper(FileResponse):
    """A file in larger steps than Starlette's 64 KiB: a third of the processor time for the same bytes."""

    chunk_size = 256 * 1024


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    paper: Id
    version: Id
    item: Id
    title: Annotated[str, Meta(max_length=300, pattern="^[^\\0]*\\Z")] = ""


async def upload(request: Request) -> Response:
    """Nothing of a refused or broken-off upload stays behind; 201 means that the paper is safe and being read."""
    room = cabinet(request)
    stream = request.path_params["stream"]
    signed = await signed_in(request)
    who = await participant(request, stream)
    if not policy.may(who.roles, AddPaper):
        raise Problem("not-allowed")
    cause, place = key(request), _place(request)
    limit = room.settings.largest_upload
    if int(request.headers.get("content-length", "0")) > limit:
        raise Problem("upload.too-large", limit=limit // MIB)
    name = clean_name(unquote(request.headers.get("x-file-name", "")))
    try:
        temporary, blob = await room.blobs.receive(request.stream(), limit)
    except TooLarge as problem:
        raise Problem("upload.too-large", limit=limit // MIB) from problem
    except ClientDisconnect as problem:
        raise Problem("upload.broken") from problem
    try:
        kind = await anyio.to_thread.run_sync(inspect, temporary, name)
        command = AddPaper(
            paper=place.paper,
            item=place.item,
            title=place.title.strip() or _title(name),
            version=place.version,
            name=name,
            kind=kind.value,
            sha256=blob.sha256,
            size=blob.size,
        )

        def settle(session: Session) -> int:
            at = perform(session, stream, signed.user, cause, command)
            _keep(room.blobs, temporary, blob)
            return at

        return answer({"at": await room.db.awrite(settle)}, 201)
    except BadPaper as problem:
        raise Problem.with_facts(problem.code, problem.facts, status=400) from problem
    finally:
        room.blobs.drop(temporary)


def _keep(blobs: Blobs, temporary: Path, blob: Blob) -> None:
    """Between the rules' yes and the commit, so that what they refuse is never kept. It may be called twice."""
    if temporary.exists() or not blobs.path(blob.sha256).exists():
        blobs.keep(temporary, blob)


def _place(request: Request) -> Place:
    try:
        return msgspec.convert(dict(request.query_params), Place)
    except msgspec.ValidationError as problem:
        raise Problem("bad-request", where=str(problem)[:200]) from problem


def _title(name: str) -> str:
    """The file's name without its ending, as the secretary would write it."""
    stem = name.rsplit(".", 1)[0].replace("_", " ").strip()
    title: Line = stem[:300] or name[:300]
    return title


async def reading(request: Request) -> Response:
    """The PDF for reading. It never changes under a published version, so a tablet asks for it once.

    Of a secret paper everybody gets a copy of his own, which no tablet keeps.
    """
    version = await _visible(request)
    if version.state != "ready":
        raise Problem("not-found")
    if version.readers:
        copy, tag = await cabinet(request).copies.for_reader(version, (await signed_in(request)).user)
        headers = _file_headers(tag, "inline", "reading.pdf") | {"cache-control": "no-store"}
        return _Paper(copy, media_type=Kind.PDF.media_type, headers=headers)
    headers = _file_headers(version.reading, "inline", "reading.pdf")
    if version.paper_state != "published":  # it may still be read again, then with other tools
        headers["cache-control"] = "private, no-cache"
    paper = _Paper(cabinet(request).blobs.path(version.reading), media_type=Kind.PDF.media_type, headers=headers)
    return in_turn(paper, cabinet(request).gate, request)


async def original(request: Request) -> Response:
    version = await _visible(request)
    if version.readers:
        raise Problem("paper.view-only")
    return _Paper(
        cabinet(request).blobs.path(version.sha256),
        media_type=Kind(version.kind).media_type,
        headers=_file_headers(version.sha256, "attachment", version.name),
    )


async def _visible(request: Request) -> Version:
    """The version, if the asker sees it: the hash of a file is no permission, and nor is its name."""
    room = cabinet(request)
    signed = await signed_in(request)
    version = await room.db.aread(lambda s: s.get(Version, request.path_params["version"]))
    if version is None:
        raise Problem("not-found")
    who = await room.viewer(signed.user, version.stream)
    groups = who.groups()
    if not takes_part(who, version.stream) or not any(r.audience & groups for r in records(version).values()):
        raise Problem("not-found")
    return version


def _file_headers(sha256: str, disposition: str, name: str) -> dict[str, str]:
    """ETag and immutable caching by content; the name in the form of RFC 5987."""
    return {
        "etag": f'"{sha256}"',
        "cache-control": "private, max-age=31536000, immutable",
        "content-disposition": f"{disposition}; filename*=UTF-8''{quote(name, safe='')}",
    }
