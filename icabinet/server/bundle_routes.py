"""The bundle of a meeting: made while its asker is told how far it is, then fetched as a file."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from urllib.parse import quote

import msgspec
import structlog
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Route

from ..documents.printed import NotPrinted
from ..documents.template_apart import NotFilled
from ..views.bundle import Facts, facts
from .bundles import Bundles, Said
from .gates import in_stream
from .problems import Problem, in_words
from .requests import cabinet

_NAME = re.compile(r"^[0-9a-f]{64}$")
_encode = msgspec.json.Encoder().encode
_log = structlog.get_logger(part="bundles")


async def make_bundle(request: Request) -> Response:
    """Lines of JSON while it is made."""
    stream = await _desk(request)
    found = await cabinet(request).db.aread(lambda s: facts(s, stream))
    english = request.headers.get("accept-language", "").startswith("en")
    lines = _lines(cabinet(request).bundles, found, english)
    return StreamingResponse(lines, media_type="application/x-ndjson", headers={"cache-control": "no-store"})


async def get_bundle(request: Request) -> Response:
    stream = await _desk(request)
    name = request.path_params["name"]
    place = cabinet(request).bundles.place(stream, name)
    if not _NAME.match(name) or not place.exists():
        raise Problem("bundle.gone")
    file = quote("Hồ sơ cuộc họp.zip", safe="")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{file}", "cache-control": "no-store"}
    return FileResponse(place, media_type="application/zip", headers=headers)


async def _lines(bundles: Bundles, found: Facts, english: bool) -> AsyncIterator[bytes]:
    try:
        async for said in bundles.make(found):
            yield _encode(said) + b"\n"
    except NotPrinted as problem:
        _log.error("no bundle", meeting=found.about.meeting, exc_info=problem)
        code = "template.failed" if isinstance(problem, NotFilled) else "official.not-printed"
        yield _encode(Said(error=in_words(code, {}, english))) + b"\n"


async def _desk(request: Request) -> str:
    stream: str = request.path_params["stream"]
    await in_stream(request, "bundle")
    return stream


ROUTES = [
    Route("/api/streams/{stream}/bundle", make_bundle),
    Route("/api/streams/{stream}/bundle/{name}", get_bundle),
]
