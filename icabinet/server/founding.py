"""New meetings and new opinions by writing: the same way in, other fields."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import Response

from ..actions import perform
from ..domain.commands import Command, FoundCirculation, FoundMeeting, kind_of
from ..domain.plans import Items, Members
from .problems import Problem
from .requests import answer, body, cabinet, key, signed_in


class NewMeeting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    meeting: Annotated[str, Meta(pattern="^m[A-Za-z0-9]{1,39}\\Z")]
    title: str
    place: str
    starts_at: int
    agency: str
    parent_agency: str = ""
    kind: str = "conference"
    ends_at: int | None = None
    items: Items = msgspec.field(default_factory=list)
    members: Members = msgspec.field(default_factory=list)
    hall: str | None = None


class NewCirculation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    circulation: Annotated[str, Meta(pattern="^c[A-Za-z0-9]{1,31}\\Z")]
    question: str
    agency: str
    parent_agency: str = ""


_meeting = msgspec.json.Decoder(NewMeeting)
_circulation = msgspec.json.Decoder(NewCirculation)


async def post_meeting(request: Request) -> Response:
    return await _found(request, _meeting, "meeting", FoundMeeting)


async def post_circulation(request: Request) -> Response:
    return await _found(request, _circulation, "circulation", FoundCirculation)


async def _found(
    request: Request,
    decoder: msgspec.json.Decoder[NewMeeting] | msgspec.json.Decoder[NewCirculation],
    name: str,
    kind: type[Command],
) -> Response:
    """The field `name` is the new stream; the others are the command's, which checks them once more."""
    signed = await signed_in(request)
    cause = key(request)
    fields = msgspec.to_builtins(await body(request, decoder))
    stream: str = fields.pop(name)
    try:
        command = msgspec.convert(fields | {"type": kind_of(kind)}, kind)
    except msgspec.ValidationError as problem:
        raise Problem("bad-request", where=str(problem)[:200]) from problem
    at = await cabinet(request).db.awrite(lambda s: perform(s, stream, signed.user, cause, command))
    return answer({name: stream, "at": at}, 201)
