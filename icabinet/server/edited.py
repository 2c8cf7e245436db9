"""A Word file of the meeting that was edited outside, compared with what the meeting's record says."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import anyio
import msgspec
import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from ..documents.aside import Answer, Broken, Errand, ask
from ..documents.compare import MOST_WORDS
from ..documents.errand import READING_FILE
from ..documents.kinds import Kind, inspect
from ..documents.refusals import BadPaper
from ..documents.sandbox import read_paper
from ..domain import official as rules
from ..settings import MIB
from ..store.blobs import TooLarge
from .gates import in_stream
from .official import word_file
from .problems import Problem
from .requests import cabinet

LARGEST = 20 * MIB
_log = structlog.get_logger(part="edited")
_at_once = asyncio.Semaphore(1)


async def compare_edited(request: Request) -> Response:
    """What was removed, added and changed in the file that is sent, word by word; nothing of it is kept."""
    stream = request.path_params["stream"]
    await in_stream(request, "official documents")
    key = rules.parse(request.path_params["document"])
    blobs = cabinet(request).blobs
    work = blobs.temporary()
    theirs, _ = await _received(request)
    try:
        work.mkdir()
        (work / "own.docx").write_bytes(await word_file(request, stream, key))
        async with _at_once:
            answer = await anyio.to_thread.run_sync(_compared, work, theirs)
    except BadPaper as problem:
        raise Problem.with_facts(problem.code, problem.facts, status=400) from problem
    except (Broken, OSError) as problem:
        _log.error("edited file not compared", exc_info=problem)
        raise Problem("compare.failed") from problem
    finally:
        blobs.drop(theirs)
        shutil.rmtree(work, ignore_errors=True)
    if answer.comparison is None:
        raise Problem.with_facts(answer.reason, {"words": MOST_WORDS})
    return Response(msgspec.json.encode(answer.comparison), media_type="application/json")


async def _received(request: Request) -> tuple[Path, int]:
    try:
        place, blob = await cabinet(request).blobs.receive(request.stream(), LARGEST)
    except TooLarge as problem:
        raise Problem("upload.too-large", limit=LARGEST // MIB) from problem
    except ClientDisconnect as problem:
        raise Problem("upload.broken") from problem
    return place, blob.size


def _compared(work: Path, theirs: Path) -> Answer:
    """Both are read in limited processes, the edited one after the gate of papers. Raises BadPaper, Broken."""
    if inspect(theirs, "") is not Kind.DOCX:
        raise BadPaper("template.not-word")
    for name, source in (("own", work / "own.docx"), ("theirs", theirs)):
        read_paper(source, Kind.DOCX, work / name)
    return ask(Errand(str(work / "own" / READING_FILE), str(work / "theirs" / READING_FILE)))


ROUTES = [Route("/api/streams/{stream}/official/{document}/edited", compare_edited, methods=["POST"])]
