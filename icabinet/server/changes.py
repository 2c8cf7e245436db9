"""What has changed between two versions, for whoever sees both; worked out once in another process and kept."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import anyio
import anyio.to_thread
import msgspec
import structlog
from starlette.requests import Request
from starlette.responses import Response

from ..documents.aside import Answer, Broken, Errand, ask
from ..documents.compare import MOST_WORDS
from ..documents.refusals import BadPaper
from ..jobs.readings import present_reading, reading_path
from ..store.blobs import Blobs
from ..store.tables import Version
from .files import handed_out
from .problems import Problem
from .requests import cabinet

TOOL = "changes-1"
"""Raised whenever the shape of a comparison changes; older ones are then made again."""
_log = structlog.get_logger(part="changes")
_at_once = asyncio.Semaphore(2)


async def changes(request: Request) -> Response:
    """The comparison of two versions of one paper as JSON; it is asked again once that is made, as it may take long."""
    new, old = await _both(request)
    if new.paper_id != old.paper_id or new.state != "ready" or old.state != "ready":
        raise Problem("not-found")
    path = await _comparison(cabinet(request).blobs, old.reading, new.reading)
    await _both(request)
    content = await anyio.to_thread.run_sync(path.read_bytes)
    headers = {"cache-control": "private, no-cache"}
    return Response(content, media_type="application/json", headers=headers)


async def _both(request: Request) -> tuple[Version, Version]:
    new, old = [await handed_out(request, name, "compare.secret") for name in ("version", "former")]
    return new, old


async def _comparison(blobs: Blobs, old: str, new: str) -> Path:
    path = blobs.derived(new, TOOL) / f"{old}.json"
    async with _at_once:
        if not await anyio.to_thread.run_sync(_fresh, blobs, path, old, new):
            await _make(blobs, old, new, path)
    return path


def _fresh(blobs: Blobs, path: Path, old: str, new: str) -> bool:
    """A scan whose letters were recognised later is compared again."""
    readings = [reading_path(blobs, key) for key in (old, new)]
    if not path.exists() or not all(reading.exists() for reading in readings):
        return False
    return path.stat().st_mtime >= max(reading.stat().st_mtime for reading in readings)


async def _make(blobs: Blobs, old: str, new: str, path: Path) -> None:
    try:
        answer = await anyio.to_thread.run_sync(_asked, blobs, old, new)
    except (BadPaper, OSError, Broken) as problem:
        _log.error("versions not compared", old=old, new=new, exc_info=problem)
        raise Problem("compare.failed") from problem
    if answer.comparison is None:
        raise Problem.with_facts(answer.reason, {"words": MOST_WORDS})
    await anyio.to_thread.run_sync(_keep, blobs, path, msgspec.json.encode(answer.comparison))


def _asked(blobs: Blobs, old: str, new: str) -> Answer:
    return ask(Errand(str(present_reading(blobs, old)), str(present_reading(blobs, new))))


def _keep(blobs: Blobs, path: Path, content: bytes) -> None:
    """Put in place whole, so that nobody reads half of it."""
    made = blobs.temporary()
    made.write_bytes(content)
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(made, path)
