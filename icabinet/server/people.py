"""Signing in and out, who I am, the office's people and their passwords."""

from __future__ import annotations

import secrets
from typing import Annotated

import anyio
import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import Response

from .. import __version__, certificates, clock
from ..actions import OFFICE, perform
from ..domain.commands import SetPassword
from ..settings import Settings
from ..store import sign_ins
from ..store.tables import User
from ..views.lists import people
from .gates import at_office
from .hub import SIGN_IN_ENDED
from .problems import Problem
from .requests import answer, body, cabinet, signed_in
from .sign_in import COOKIE, by_login, hash_password, matches, same_origin

Secret = Annotated[str, Meta(max_length=200)]


class Credentials(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    login: Annotated[str, Meta(max_length=100)]
    password: Secret


class NewPassword(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    password: Secret
    current: Secret = ""


_credentials = msgspec.json.Decoder(Credentials)
_new_password = msgspec.json.Decoder(NewPassword)
ARGON = anyio.CapacityLimiter(2)
"""Each hash takes 64 MiB for a moment; a rush of sign-ins waits instead of filling the memory."""


async def office(request: Request) -> Response:
    return answer({"name": cabinet(request).settings.office})


async def health(request: Request) -> Response:
    return answer({"ok": True})


async def https(request: Request) -> Response:
    """For administrators: whether this server speaks https by itself, and the days its certificate still has."""
    await at_office(request, "state of the certificate")
    pair = cabinet(request).settings.pair
    left = certificates.standing(pair[0]).days_left(clock.utc()) if pair else None
    return answer({"secure": request.url.scheme == "https", "days_left": left, "warn_days": certificates.WARN_DAYS})


async def sign_in(request: Request) -> Response:
    room = cabinet(request)
    if not same_origin(request):
        raise Problem("csrf")
    given = await body(request, _credentials)
    login = given.login.strip().lower()
    address = request.client.host if request.client else ""
    room.tries.check(login, address)
    left = room.tries.wrong(login, address)  # until it proves right: guesses sent together are counted together
    user = await room.db.aread(lambda s: by_login(s, login))
    held = user.password if user else ""
    right = await anyio.to_thread.run_sync(matches, held, given.password, limiter=ARGON)
    if user is None or not right:
        raise Problem("sign-in.wrong", left=left)
    room.tries.right(login, address)
    id_ = user.id
    token, csrf = await room.db.awrite(lambda s: sign_ins.begin(s, id_, clock.now()))
    response = answer(_me(user, csrf, clock.now() + sign_ins.LIFE_MS, room.settings))
    secure = room.settings.secure or request.url.scheme == "https"
    response.set_cookie(
        COOKIE, token, max_age=sign_ins.LIFE_MS // 1000, httponly=True, samesite="strict", secure=secure
    )
    return response


async def sign_out(request: Request) -> Response:
    room = cabinet(request)
    signed = await signed_in(request)
    await room.db.awrite(lambda s: sign_ins.end(s, signed.sign_in, clock.now()))
    end_connections(request, [signed.sign_in])
    response = Response(status_code=204)
    response.delete_cookie(COOKIE)
    return response


async def me(request: Request) -> Response:
    room = cabinet(request)
    signed = await signed_in(request)
    user = await room.db.aread(lambda s: s.get_one(User, signed.user))
    return answer(_me(user, signed.csrf, signed.expires_at, room.settings))


async def list_people(request: Request) -> Response:
    await at_office(request, "people of the office")
    return answer({"users": await cabinet(request).db.aread(people)})


async def set_password(request: Request) -> Response:
    """An administrator gives somebody a new password; every tablet of that person must sign in again."""
    signed = await at_office(request, "password of another")
    given = await body(request, _new_password)
    await _change_password(request, signed.user, request.path_params["user"], given.password, keep="")
    return Response(status_code=204)


async def set_own_password(request: Request) -> Response:
    room = cabinet(request)
    signed = await signed_in(request)
    given = await body(request, _new_password)
    user = await room.db.aread(lambda s: s.get_one(User, signed.user))
    if not await anyio.to_thread.run_sync(matches, user.password, given.current, limiter=ARGON):
        raise Problem("password.wrong")
    await _change_password(request, "system", signed.user, given.password, keep=signed.sign_in)
    return Response(status_code=204)


async def _change_password(request: Request, actor: str, user: str, password: str, keep: str) -> None:
    room = cabinet(request)
    hash_ = await anyio.to_thread.run_sync(hash_password, password, limiter=ARGON)
    command = SetPassword(user=user, hash=hash_)
    cause = secrets.token_hex(16)
    await room.db.awrite(lambda s: perform(s, OFFICE, actor, cause, command))
    ended = await room.db.awrite(lambda s: sign_ins.end_all(s, user, clock.now(), but=keep))
    end_connections(request, ended)


def end_connections(request: Request, keys: list[str]) -> None:
    """Closes the websockets of ended sign-ins at once."""
    room = cabinet(request)
    for key in keys:
        room.sign_ins.forget(key)
    for connection in room.hub.connections:
        if connection.sign_in in keys:
            connection.close(SIGN_IN_ENDED)


def _me(user: User, csrf: str, until: int, settings: Settings) -> dict[str, object]:
    person = {
        "id": user.id,
        "login": user.login,
        "name": user.name,
        "title": user.title,
        "unit": user.unit,
        "role": user.role,
    }
    return {
        "user": person,
        "csrf": csrf,
        "now": clock.now(),
        "until": until,
        "offline_days": settings.offline_days,
        "office": {"name": settings.office, "mail": settings.mail},
        "version": __version__,
    }
