"""A paper with the asker's marks in it, to take away."""

from __future__ import annotations

import asyncio
import tempfile
import threading
from pathlib import Path
from urllib.parse import quote

import anyio
import structlog
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from ..documents.errand import DrawnMark
from ..documents.kinds import Kind
from ..documents.refusals import BadPaper
from ..documents.sandbox import GivenUp, Wanted, mark_paper
from ..store.tables import Paper
from ..views.own_copy import drawn_marks
from .files import handed_out
from .problems import Problem
from .requests import cabinet, signed_in

_log = structlog.get_logger(part="own copy")
SECONDS = 120
"""A long paper takes longer than one that is only stamped."""
ASK_SECONDS = 0.5
"""So often it is looked whether the asker is still there."""
_at_once = asyncio.Semaphore(2)
"""A hall that packs up asks all at once; the others wait."""


async def own_copy(request: Request) -> Response:
    """His own marks and those shared with him as annotations. A secret paper is not handed out so.

    It is asked again once the copy is made: a paper may be recalled or made secret while the asker waits his turn.
    """
    version = await handed_out(request)
    if version.state != "ready":
        raise Problem("not-found")
    room = cabinet(request)
    who = await room.viewer((await signed_in(request)).user, version.stream)
    title = await room.db.aread(lambda s: s.get_one(Paper, version.paper_id).title)
    gone = threading.Event()
    watch = asyncio.create_task(hear_leaving(request, gone))
    try:
        async with _at_once:
            marks = await room.db.aread(lambda s: drawn_marks(s, version, who))
            target = await _made(
                room.blobs.path(version.reading), room.blobs.root / "copies", marks, lambda: not gone.is_set()
            )
    except GivenUp:
        return Response(status_code=204)
    finally:
        watch.cancel()
    await _still_handed_out(request, target)
    name = quote(f"{title} - có ghi chú.pdf".replace("/", "-"), safe="")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}", "cache-control": "no-store"}
    done = BackgroundTask(target.unlink, missing_ok=True)
    return FileResponse(target, media_type=Kind.PDF.media_type, headers=headers, background=done)


async def _still_handed_out(request: Request, made: Path) -> None:
    try:
        await handed_out(request)
    except Exception:
        made.unlink(missing_ok=True)
        raise


async def hear_leaving(request: Request, gone: threading.Event) -> None:
    """Sets `gone` when the asker has hung up."""
    while not await request.is_disconnected():
        await asyncio.sleep(ASK_SECONDS)
    gone.set()


async def _made(source: Path, folder: Path, marks: list[DrawnMark], wanted: Wanted) -> Path:
    """Raises Problem("paper.no-own-copy") when the annotations cannot be written; GivenUp."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix="own-", suffix=".pdf", dir=folder)
    open(handle, "wb").close()
    target = Path(name)
    try:
        await anyio.to_thread.run_sync(lambda: mark_paper(source, marks, target, seconds=SECONDS, wanted=wanted))
    except GivenUp:
        target.unlink(missing_ok=True)
        raise
    except BadPaper as problem:
        target.unlink(missing_ok=True)
        _log.error("no own copy", code=problem.code)
        raise Problem("paper.no-own-copy") from problem
    return target
