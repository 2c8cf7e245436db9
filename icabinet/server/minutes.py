"""The minutes on the secretary's screen, and as a Word file."""

from __future__ import annotations

from urllib.parse import quote

import anyio
from starlette.requests import Request
from starlette.responses import Response

from ..documents.kinds import Kind
from ..views.minutes import Draft, draft
from ..views.minutes_file import minutes_file
from .problems import Problem
from .requests import answer, cabinet
from .snapshots import participant


async def get_minutes(request: Request) -> Response:
    found = await _draft(request)
    heading = {
        "agency": found.agency,
        "parent_agency": found.parent_agency,
        "title": found.title,
        "started": found.started,
        "ended": found.ended,
        "place": found.place,
        "attendance": found.attendance,
        "chair": found.chair.name if found.chair else "",
        "secretary": found.secretary.name if found.secretary else "",
    }
    return answer({"at": found.at, "state": found.state, "heading": heading, "blocks": found.blocks})


async def get_minutes_file(request: Request) -> Response:
    found = await _draft(request)
    content = await anyio.to_thread.run_sync(minutes_file, found)
    name = quote(f"Biên bản - {found.title}.docx", safe="")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}", "cache-control": "no-store"}
    return Response(content, media_type=Kind.DOCX.media_type, headers=headers)


async def _draft(request: Request) -> Draft:
    stream = request.path_params["stream"]
    who = await participant(request, stream)
    if not who.roles & {"chair", "secretary"}:
        raise Problem("not-allowed")
    return await cabinet(request).db.aread(lambda s: draft(s, stream))
