"""Papers that tablets fetch ahead: a few at a time, so that 300 of them do not choke the room or the votes.

Who opens a paper himself asks without the header and never waits here.
"""

from __future__ import annotations

import random

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from .gate import Gate
from .problems import Problem
from .requests import problem_answer

HEADER = "x-prefetch"
AGAIN_SECONDS = (2, 8)
"""What a tablet that waited in vain is told, by chance, so that those sent away together do not come back together."""


class Gated(Response):
    """The answer, once there is a place for it; else 503 with a time to come back."""

    def __init__(self, inner: Response, gate: Gate, request: Request) -> None:
        super().__init__()
        self._inner, self._gate, self._request = inner, gate, request

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not await self._gate.enter():
            busy = problem_answer(self._request, Problem("prefetch.busy"))
            busy.headers["retry-after"] = str(random.randint(*AGAIN_SECONDS))
            await busy(scope, receive, send)
            return
        try:
            await self._inner(scope, receive, send)
        finally:
            self._gate.leave()


def in_turn(response: Response, gate: Gate, request: Request) -> Response:
    return Gated(response, gate, request) if HEADER in request.headers else response
