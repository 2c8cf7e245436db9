"""The leaves of a paper (see jobs.leaves) for whoever sees it, except of secret papers: of these nobody gets anything
without his name across it, but for the recognised letters of a scan, without which he could not search it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import anyio.to_thread
import structlog
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from ..documents.refusals import BadPaper
from ..jobs.leaves import leaves as made_leaves
from ..jobs.leaves import present_leaves
from ..jobs.readings import load_reading
from ..store.blobs import Blobs
from .ahead import in_turn
from .files import handed_out, visible
from .problems import Problem
from .requests import cabinet, signed_in

LEAVES = "application/octet-stream"
_log = structlog.get_logger(part="leaves")
_one_at_a_time = asyncio.Semaphore(1)


async def leaves(request: Request) -> Response:
    """Tablets that fetch ahead wait for their turn."""
    return await in_turn(request, cabinet(request).gate, _leaves)


async def _leaves(request: Request) -> Response:
    version = await handed_out(request, otherwise="not-found")
    if version.state != "ready":
        raise Problem("not-found")
    path = await present(cabinet(request).blobs, version.reading)
    lasting = version.paper_state == "published"  # a tablet asks by another address once scanned letters are known
    headers = {"cache-control": "private, max-age=31536000, immutable" if lasting else "private, no-cache"}
    return FileResponse(path, media_type=LEAVES, headers=headers)


async def words(request: Request) -> Response:
    """Of a secret scan: its letters and their places, for those who may read it; no picture, and nothing keeps them.

    The letters of every other secret paper lie in the reader's own copy. As there, that he opened the paper is in the
    log before he has any of it.
    """
    version = await visible(request)
    if version.state != "ready" or not version.readers:
        raise Problem("not-found")
    room = cabinet(request)
    reading = await anyio.to_thread.run_sync(load_reading, room.blobs, version.reading)
    if not any(page.source == "recognised" for page in reading.pages):
        return Response(status_code=204)
    await room.copies.log_opening(version, (await signed_in(request)).user)
    return Response(made_leaves(reading, []), media_type=LEAVES, headers={"cache-control": "no-store"})


async def present(blobs: Blobs, sha256: str) -> Path:
    """A hall that asks in one moment waits for the one that is being made."""
    async with _one_at_a_time:
        try:
            return await anyio.to_thread.run_sync(present_leaves, blobs, sha256)
        except BadPaper as problem:
            _log.error("no leaves", reading=sha256, code=problem.code)
            raise Problem("not-found") from problem
