"""Lists of a vote that are fetched by those who look at them."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from ..views.roll_call import roll_call
from ..views.sealed_list import sealed_list
from .problems import Problem
from .requests import cabinet
from .snapshots import participant

_encode = msgspec.json.Encoder().encode


async def get_roll_call(request: Request) -> Response:
    """Who voted how in a published open vote. It never changes, but the right to it is asked every time."""
    stream, vote = request.path_params["stream"], request.path_params["vote"]
    who = await participant(request, stream)
    found = await cabinet(request).db.aread(lambda s: roll_call(s, stream, vote, who))
    if found is None:
        raise Problem("not-found")
    headers = {"etag": f'"{found.made}"', "cache-control": "private, no-cache"}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    return Response(_encode(found), media_type="application/json", headers=headers)


async def get_sealed_list(request: Request) -> Response:
    """The ballots of a published secret vote; the log holds their digest, which is the name of this state."""
    stream, vote = request.path_params["stream"], request.path_params["vote"]
    who = await participant(request, stream)
    found = await cabinet(request).db.aread(lambda s: sealed_list(s, stream, vote, who))
    if found is None:
        raise Problem("not-found")
    headers = {"etag": f'"{found.sha256}"', "cache-control": "private, no-cache"}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    return Response(_encode(found), media_type="application/json", headers=headers)
