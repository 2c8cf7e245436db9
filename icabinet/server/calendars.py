"""The calendar that a person subscribes to with the program of his choice; its address is the only key to it."""

from __future__ import annotations

import hashlib

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .. import clock
from ..documents import calendar_file
from ..store import feeds
from ..views.feed import entries_of
from .codes import address_of, svg
from .problems import Problem
from .requests import answer, cabinet, signed_in

TYPE = "text/calendar; charset=utf-8"


async def mine(request: Request) -> Response:
    signed = await signed_in(request)
    return answer({"since": await cabinet(request).db.aread(lambda s: feeds.since(s, signed.user))})


async def renew(request: Request) -> Response:
    """The new address is told this once; an address that was handed out before ends."""
    signed = await signed_in(request)
    now = clock.now()
    token = await cabinet(request).db.awrite(lambda s: feeds.renew(s, signed.user, now))
    address = f"{address_of(request)}/calendar/{token}.ics"
    code = svg(address).body
    return answer({"address": address, "since": now, "code": bytes(code).decode()}, 201)


async def end(request: Request) -> Response:
    signed = await signed_in(request)
    await cabinet(request).db.awrite(lambda s: feeds.end(s, signed.user))
    return Response(status_code=204)


async def feed(request: Request) -> Response:
    """Asked for by calendar programs, without a cookie; nothing is answered to a wrong address."""
    token, now = request.path_params["token"], clock.now()
    if len(token) > 100 or "\0" in token:
        raise Problem("not-found")
    address = address_of(request)
    office = cabinet(request).settings.office
    content = await cabinet(request).db.aread(lambda s: _content(s, token, address, office, now))
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "private, no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=TYPE, headers=headers)


def _content(session: Session, token: str, address: str, office: str, now: int) -> bytes:
    user = feeds.owner(session, token)
    if user is None:
        raise Problem("not-found")
    return calendar_file.feed(entries_of(session, user.id, address, now), f"Lịch họp – {office}")


ROUTES = [
    Route("/api/me/calendar", mine, methods=["GET"]),
    Route("/api/me/calendar", renew, methods=["POST"]),
    Route("/api/me/calendar", end, methods=["DELETE"]),
    Route("/calendar/{token}.ics", feed),
]
