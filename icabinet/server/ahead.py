"""Papers that tablets fetch ahead: a few at a time, so that 300 of them do not choke the room or the votes.

Who opens a paper himself asks without the header and never waits here.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from .gate import Gate
from .problems import Problem
from .requests import problem_answer

HEADER = "x-prefetch"
AGAIN_SECONDS = (2, 8)
"""What a tablet that waited in vain is told, by chance, so that those sent away together do not come back together."""


class _Held(Response):
    """The place at the gate is free again when everything is sent, or cannot be."""

    def __init__(self, inner: Response, gate: Gate, entered: float) -> None:
        super().__init__()
        self._inner, self._gate, self._entered = inner, gate, entered

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._inner(scope, receive, send)
        finally:
            self._gate.leave(self._entered)


async def in_turn(request: Request, gate: Gate, make: Callable[[Request], Awaitable[Response]]) -> Response:
    """What `make` answers, once there is a place; else 503 with a time to come back. Nothing is read before."""
    if HEADER not in request.headers:
        return await make(request)
    entered = await gate.enter()
    if entered is None:
        busy = problem_answer(request, Problem("prefetch.busy"))
        busy.headers["retry-after"] = str(random.randint(*AGAIN_SECONDS))
        return busy
    if await request.is_disconnected():  # it asks anew, or its reader came first
        gate.pass_on()
        return Response(status_code=204)
    try:
        return _Held(await make(request), gate, entered)
    except BaseException:
        gate.leave(entered)
        raise
