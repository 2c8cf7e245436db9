"""Opinions by writing: my list, a new one, the file of an answer, an answer confirmed with the password."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

import anyio
import msgspec
from msgspec import Meta
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from .. import clock
from ..actions import perform
from ..actions.people import member_id
from ..documents.kinds import Kind
from ..domain.commands import ConfirmAnswer
from ..store.tables import User, WrittenAnswer
from ..views.circulations import circulations_of
from ..views.records import sees
from .circulation_files import FILES
from .founding import post_circulation
from .people import ARGON
from .problems import Problem
from .requests import answer, body, cabinet, key, signed_in
from .sign_in import matches
from .snapshots import participant


class Confirmation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    password: Annotated[str, Meta(max_length=200)]
    at: int


_confirmation = msgspec.json.Decoder(Confirmation)


async def my_circulations(request: Request) -> Response:
    signed = await signed_in(request)
    now = clock.now()
    lines = await cabinet(request).db.aread(lambda s: circulations_of(s, signed.user, now))
    return answer({"now": now, "circulations": lines})


async def get_answer_file(request: Request) -> Response:
    """What somebody sent with his answer: for himself, and for whoever may read his opinion now."""
    stream = request.path_params["stream"]
    who = await participant(request, stream)
    row = await cabinet(request).db.aread(lambda s: _answer(s, stream, request.path_params["user"]))
    if row is None or not row.sha256 or not _may_read(who.groups(), row):
        raise Problem("not-found")
    name = quote(row.file_name, safe="")
    headers = {
        "etag": f'"{row.sha256}"',
        "cache-control": "private, no-cache",
        "content-disposition": f"attachment; filename*=UTF-8''{name}",
    }
    path = cabinet(request).blobs.path(row.sha256)
    return FileResponse(path, media_type=Kind(row.file_kind).media_type, headers=headers)


def _answer(session: Session, stream: str, user: str) -> WrittenAnswer | None:
    return session.get(WrittenAnswer, member_id(stream, user))


def _may_read(groups: frozenset[str], row: WrittenAnswer) -> bool:
    return sees(groups, row, "my_answer") or sees(groups, row, "opinion")


async def confirm_answer(request: Request) -> Response:
    """The password is asked for once more: whoever found the tablet open cannot confirm for its owner."""
    room, stream = cabinet(request), request.path_params["stream"]
    signed = await signed_in(request)
    await participant(request, stream)
    given = await body(request, _confirmation)
    cause = key(request)
    user = await room.db.aread(lambda s: s.get_one(User, signed.user))
    address = request.client.host if request.client else ""
    room.tries.check(user.login, address)
    if not await anyio.to_thread.run_sync(matches, user.password, given.password, limiter=ARGON):
        room.tries.wrong(user.login, address)
        raise Problem("password.wrong")
    room.tries.right(user.login, address)
    command = ConfirmAnswer(at=given.at)
    return answer({"at": await room.db.awrite(lambda s: perform(s, stream, signed.user, cause, command))})


ROUTES = (
    *FILES,
    Route("/api/circulations", my_circulations, methods=["GET"]),
    Route("/api/circulations", post_circulation, methods=["POST"]),
    Route("/api/streams/{stream}/answers/{user}/file", get_answer_file),
    Route("/api/streams/{stream}/confirm", confirm_answer, methods=["POST"]),
)
