"""The room itself: who can be sent in one's place."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from ..views.room import candidates
from .problems import Problem
from .requests import answer, cabinet
from .snapshots import participant


async def find_substitutes(request: Request) -> Response:
    """A few people of the office by name, for whoever answers an invitation; never the whole list."""
    stream = request.path_params["stream"]
    who = await participant(request, stream)
    if not who.roles & {"chair", "secretary", "delegate", "guest"}:
        raise Problem("not-allowed")
    words = request.query_params.get("words", "")[:100]
    return answer({"people": await cabinet(request).db.aread(lambda s: candidates(s, stream, words))})
