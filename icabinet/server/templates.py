"""The office's own templates: taken in when they are sound, shown with examples, handed out again."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import anyio
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..documents.kinds import Kind as FileKind
from ..documents.template_apart import NotFilled, check, show
from ..documents.template_names import names_of
from ..documents.template_start import start
from ..domain import policy
from ..domain.commands import SetTemplate
from ..domain.official import KINDS, NAMES, Kind
from ..views.templates import templates_of
from .gates import in_stream
from .intake import File, take_in
from .problems import Problem
from .requests import answer, cabinet, key, signed_in
from .snapshots import participant


async def upload(request: Request) -> Response:
    stream, kind = await _desk(request)
    signed = await signed_in(request)
    if not policy.may((await participant(request, stream)).roles, SetTemplate):
        raise Problem("not-allowed")

    def named(file: File) -> SetTemplate:
        return SetTemplate(kind=kind, name=file.name, sha256=file.blob.sha256)

    def look(place: Path) -> None:
        check(place.read_bytes(), kind)

    return await take_in(request, stream, signed.user, key(request), named, look)


async def get_names(request: Request) -> Response:
    """What may stand in a template of this kind, and what it means."""
    _, kind = await _desk(request)
    return answer({"names": [{"name": one.name, "means": one.means} for one in names_of(kind)]})


async def get_start(request: Request) -> Response:
    _, kind = await _desk(request)
    return _file(await anyio.to_thread.run_sync(start, kind), f"Mẫu {NAMES[kind]}.docx", FileKind.DOCX)


async def get_template(request: Request) -> Response:
    _, kind = await _desk(request)
    return _file(await _content(request, kind), f"Mẫu riêng {NAMES[kind]}.docx", FileKind.DOCX)


async def get_preview(request: Request) -> Response:
    """With examples in its places, as PDF."""
    _, kind = await _desk(request)
    content = await _content(request, kind)
    try:
        made = await anyio.to_thread.run_sync(lambda: show(content, kind, pdf=True))
    except NotFilled as problem:
        raise Problem("template.failed") from problem
    return _file(made, f"Xem thử mẫu {NAMES[kind]}.pdf", FileKind.PDF)


async def _content(request: Request, kind: Kind) -> bytes:
    room, stream = cabinet(request), request.path_params["stream"]
    sha256 = (await room.db.aread(lambda s: templates_of(s, stream))).get(kind)
    if sha256 is None:
        raise Problem("not-found")
    return await anyio.to_thread.run_sync(room.blobs.path(sha256).read_bytes)


async def _desk(request: Request) -> tuple[str, Kind]:
    stream, wanted = request.path_params["stream"], request.path_params["kind"]
    await in_stream(request, "own templates")
    for kind in KINDS:
        if kind == wanted:
            return stream, kind
    raise Problem("not-found")


def _file(content: bytes, name: str, kind: FileKind) -> Response:
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(content, media_type=kind.media_type, headers=headers | {"cache-control": "no-store"})


_PATH = "/api/streams/{stream}/templates/{kind}"
ROUTES = [
    Route(_PATH, upload, methods=["POST"]),
    Route(_PATH, get_template, methods=["GET"]),
    Route(f"{_PATH}/names", get_names),
    Route(f"{_PATH}/start", get_start),
    Route(f"{_PATH}/preview", get_preview),
]
