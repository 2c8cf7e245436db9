"""The command address: decode strictly, carry out durably, answer with the event's number."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import Response

from ..actions import perform
from ..domain.commands import FoundMeeting, FromOutside
from .problems import Problem
from .requests import answer, body, cabinet, key, signed_in

_command: msgspec.json.Decoder[FromOutside] = msgspec.json.Decoder(FromOutside)


async def post_command(request: Request) -> Response:
    """An answer of 200 means that the change is on disk. A lost answer is asked for again with the same key."""
    signed = await signed_in(request)
    cause = key(request)
    stream = request.path_params["stream"]
    command = await body(request, _command)
    if isinstance(command, FoundMeeting):
        raise Problem("bad-request")
    at = await cabinet(request).db.awrite(lambda s: perform(s, stream, signed.user, cause, command))
    return answer({"at": at})


class NewMeeting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    meeting: Annotated[str, Meta(pattern="^m[A-Za-z0-9]{1,39}\\Z")]
    title: str
    place: str
    starts_at: int
    agency: str
    parent_agency: str = ""


_new_meeting = msgspec.json.Decoder(NewMeeting)


async def post_meeting(request: Request) -> Response:
    signed = await signed_in(request)
    cause = key(request)
    given = await body(request, _new_meeting)
    fields = msgspec.structs.asdict(given)
    stream = fields.pop("meeting")
    try:
        command = msgspec.convert(fields | {"type": "meeting.found"}, FoundMeeting)
    except msgspec.ValidationError as problem:
        raise Problem("bad-request", where=str(problem)[:200]) from problem
    at = await cabinet(request).db.awrite(lambda s: perform(s, stream, signed.user, cause, command))
    return answer({"meeting": stream, "at": at}, 201)
