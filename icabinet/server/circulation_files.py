"""The summary and the forms of a circulation as Word and PDF files."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import anyio
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..actions.people import member_id
from ..documents.kinds import Kind
from ..documents.official import Official, build
from ..documents.printed import NotPrinted, to_pdf
from ..store.tables import WrittenAnswer
from ..views import circulation_documents as views
from ..views.records import sees
from .gates import in_stream
from .problems import Problem
from .requests import cabinet
from .snapshots import participant

FORMATS = ("docx", "pdf")


async def get_summary(request: Request) -> Response:
    """For the desk, after the end."""
    stream = request.path_params["stream"]
    await in_stream(request, "summary of opinions by writing")
    return await _printed(request, "Tổng hợp ý kiến", lambda s: views.summary(s, stream))


async def get_form(request: Request) -> Response:
    """One's own at any time; somebody else's for those who may read his opinion now."""
    stream, user = request.path_params["stream"], request.path_params["user"]
    who = await participant(request, stream)
    row = await cabinet(request).db.aread(lambda s: s.get(WrittenAnswer, member_id(stream, user)))
    groups = who.groups()
    if row is None or not (sees(groups, row, "my_answer") or sees(groups, row, "opinion")):
        raise Problem("not-found")
    return await _printed(request, "Phiếu lấy ý kiến", lambda s: views.form(s, stream, user))


async def _printed(request: Request, name: str, read: Callable[[Session], Official]) -> Response:
    format_ = request.path_params["format"]
    if format_ not in FORMATS:
        raise Problem("not-found")
    content = await cabinet(request).db.aread(read)
    try:
        made = await anyio.to_thread.run_sync(_made, content, format_)
    except NotPrinted as problem:
        raise Problem("official.not-printed") from problem
    file = quote(f"{name} - {content.title}"[:150] + f".{format_}", safe="")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{file}", "cache-control": "no-store"}
    return Response(made, media_type=Kind(format_).media_type, headers=headers)


def _made(content: Official, format_: str) -> bytes:
    docx = build(content)
    return to_pdf(docx) if format_ == "pdf" else docx


FILES = (
    Route("/api/streams/{stream}/summary/{format}", get_summary),
    Route("/api/streams/{stream}/answers/{user}/form/{format}", get_form),
)
