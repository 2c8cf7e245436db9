"""Tasks beside the live stream: closed ones, files in and out, and whom a form can name."""

from __future__ import annotations

from typing import Annotated, TypeVar
from urllib.parse import quote

import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from .. import clock
from ..actions import TASKS
from ..documents.kinds import Kind
from ..domain.commands import AttachFile, Id
from ..store.tables import Task
from ..views.records import parties
from ..views.tasks import Search, closed_tasks, task_of, units
from ..views.unfinished import shown_to
from .candidates import get_candidates
from .gates import in_stream
from .intake import File, take_in
from .problems import Problem
from .requests import answer, cabinet, key, signed_in

Shape = TypeVar("Shape")


class Wish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    file: Id


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: Annotated[str, Meta(max_length=100)] = ""
    since: int = 0
    until: int = 0


async def closed(request: Request) -> Response:
    groups = await _groups(request)
    asked = _query(request, Asked)
    search = Search(asked.words, asked.since, asked.until)
    found = await cabinet(request).db.aread(lambda s: closed_tasks(s, groups, search))
    return answer({"tasks": [{"id": id_} | value for id_, value in found]})


async def one(request: Request) -> Response:
    groups = await _groups(request)
    found = await cabinet(request).db.aread(lambda s: task_of(s, request.path_params["task"], groups))
    if found is None:
        raise Problem("not-found")
    return answer(found)


async def unfinished(request: Request) -> Response:
    """Open tasks of earlier meetings of this meeting's kind, of those that the asker sees in the register."""
    stream = request.path_params["stream"]
    who = await in_stream(request, "unfinished tasks of earlier meetings")
    groups = (await cabinet(request).viewer(who.user, TASKS)).groups()
    now = clock.now()
    found = await cabinet(request).db.aread(lambda s: shown_to(s, stream, groups, now))
    return answer({"tasks": [{"id": id_} | value for id_, value in found]})


async def named_units(request: Request) -> Response:
    await signed_in(request)
    return answer({"units": await cabinet(request).db.aread(units)})


async def attach(request: Request) -> Response:
    signed = await signed_in(request)
    cause = key(request)
    wish = _query(request, Wish)
    task = request.path_params["task"]

    def named(file: File) -> AttachFile:
        sha256, size = file.blob.sha256, file.blob.size
        return AttachFile(task=task, file=wish.file, name=file.name, kind=file.kind.value, sha256=sha256, size=size)

    return await take_in(request, TASKS, signed.user, cause, named)


async def file(request: Request) -> Response:
    groups = await _groups(request)
    room = cabinet(request)
    task = await room.db.aread(lambda s: s.get(Task, request.path_params["task"]))
    found = next((f for f in task.files if f.id == request.path_params["file"]), None) if task else None
    if task is None or found is None or not parties(task) & groups:
        raise Problem("not-found")
    headers = {
        "cache-control": "private, no-cache",
        "content-disposition": f"attachment; filename*=UTF-8''{quote(found.name, safe='')}",
    }
    return FileResponse(room.blobs.path(found.sha256), media_type=Kind(found.kind).media_type, headers=headers)


async def _groups(request: Request) -> frozenset[str]:
    signed = await signed_in(request)
    return (await cabinet(request).viewer(signed.user, TASKS)).groups()


def _query(request: Request, shape: type[Shape]) -> Shape:
    try:
        return msgspec.convert(dict(request.query_params), shape, strict=False)
    except msgspec.ValidationError as problem:
        raise Problem("bad-request", where=str(problem)[:200]) from problem


ROUTES = [
    Route("/api/streams/{stream}/task-candidates", get_candidates),
    Route("/api/streams/{stream}/unfinished", unfinished),
    Route("/api/tasks/closed", closed),
    Route("/api/tasks/units", named_units),
    Route("/api/tasks/{task}", one),
    Route("/api/tasks/{task}/files", attach, methods=["POST"]),
    Route("/api/tasks/{task}/files/{file}", file),
]
