"""Letters that did not arrive, on one page for a secretary: of his meetings and circulations, and about tasks."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .. import clock
from ..actions import TASKS
from ..views.letters import stuck
from .gates import at_office
from .requests import answer, cabinet


async def get_stuck(request: Request) -> Response:
    """Letters about tasks are the business of the office's secretaries; for others they are not there."""
    signed = await at_office(request, "letters that did not arrive")
    also, now = TASKS if signed.office_role == "secretary" else "", clock.now()
    return answer({"letters": await cabinet(request).db.aread(lambda s: stuck(s, signed.user, also, now))})


ROUTES = [Route("/api/letters/stuck", get_stuck)]
