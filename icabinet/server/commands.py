"""The command address: decode strictly, carry out durably, answer with the event's number."""

from __future__ import annotations

import contextlib

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from ..actions import perform
from ..domain.commands import CastBallot, CloseVote, FoundMeeting, FromOutside, OpenVote, PublishVote, SealBallot
from .problems import Problem
from .requests import answer, body, cabinet, key, signed_in

_VOTING = (OpenVote, CastBallot, SealBallot, CloseVote, PublishVote)
"""Papers are fetched ahead when none of these is under way."""
_command: msgspec.json.Decoder[FromOutside] = msgspec.json.Decoder(FromOutside)


async def post_command(request: Request) -> Response:
    """An answer of 200 means that the change is on disk. A lost answer is asked for again with the same key."""
    signed = await signed_in(request)
    cause = key(request)
    stream = request.path_params["stream"]
    command = await body(request, _command)
    if isinstance(command, FoundMeeting):
        raise Problem("bad-request")
    with cabinet(request).gate.closed() if isinstance(command, _VOTING) else contextlib.nullcontext():
        at = await cabinet(request).db.awrite(lambda s: perform(s, stream, signed.user, cause, command))
    return answer({"at": at})
