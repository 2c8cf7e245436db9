"""Whom to invite or to ask: saved groups, and lists of names out of Word and Excel files."""

from __future__ import annotations

import anyio
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..documents.name_list import LARGEST
from ..documents.name_list_apart import read_apart
from ..documents.refusals import BadPaper
from ..views.people_groups import groups
from .gates import at_office
from .problems import Problem
from .requests import answer, cabinet

TOO_LARGE = 413


async def get_groups(request: Request) -> Response:
    await at_office(request, "groups of people")
    return answer({"groups": await cabinet(request).db.aread(groups)})


async def read_list(request: Request) -> Response:
    """The file's names, one a line, with what stands beside them; nothing of it is kept."""
    await at_office(request, "groups of people")
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > LARGEST:
            raise Problem("template.too-large", status=TOO_LARGE, megabytes=LARGEST // 1024 // 1024)
    try:
        return answer({"lines": await anyio.to_thread.run_sync(read_apart, content)})
    except BadPaper as problem:
        raise Problem.with_facts(problem.code, problem.facts, status=400) from problem


ROUTES = [
    Route("/api/people-groups", get_groups),
    Route("/api/people-groups/list", read_list, methods=["POST"]),
]
