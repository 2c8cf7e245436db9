"""The read gate: my meetings, and everything of one stream that the asker may see."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from .. import clock
from ..actions import takes_part
from ..domain.audience import Viewer
from ..views.lists import meetings_of, notices_of
from ..views.snapshot import seen_by
from .problems import Problem
from .requests import answer, cabinet, signed_in


async def my_meetings(request: Request) -> Response:
    signed = await signed_in(request)
    now = clock.now()
    meetings = await cabinet(request).db.aread(lambda s: meetings_of(s, signed.user, now))
    notices = await cabinet(request).db.aread(lambda s: notices_of(s, signed.user, now))
    return answer({"now": now, "meetings": meetings, "notices": notices})


async def get_stream(request: Request) -> Response:
    room = cabinet(request)
    stream = request.path_params["stream"]
    who = await participant(request, stream)
    found = await room.memory.everything(stream)
    if found is None:
        raise Problem("not-found")
    seq, records = found
    role = next((role for role in sorted(who.roles) if not role.startswith("office:")), None)
    body = {"stream": stream, "at": seq, "now": clock.now(), "role": role, "records": seen_by(who, records)}
    return answer(msgspec.Raw(msgspec.json.encode(body)))


async def participant(request: Request, stream: str) -> Viewer:
    """The asker as the stream sees him; Problem("not-found") when he has no part in it, as if it did not exist."""
    signed = await signed_in(request)
    who = await cabinet(request).viewer(signed.user, stream)
    if not takes_part(who, stream):
        raise Problem("not-found")
    return who
