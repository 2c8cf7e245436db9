"""The room itself: who can be sent in one's place, the code that checks in, the list of attendance as a file."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from .. import clock
from ..domain import check_in
from ..store.tables import RoomRules
from ..views.attendance_file import attendance_file
from ..views.halls import halls, logins
from ..views.past_speeches import past_speeches
from ..views.room import candidates
from .codes import address_of, qr_of
from .gates import in_stream
from .requests import answer, cabinet


async def find_substitutes(request: Request) -> Response:
    """A few people of the office by name, for whoever answers an invitation; never the whole list."""
    stream = request.path_params["stream"]
    await in_stream(request, "substitutes to choose from")
    words = request.query_params.get("words", "")[:100]
    return answer({"people": await cabinet(request).db.aread(lambda s: candidates(s, stream, words))})


async def get_halls(request: Request) -> Response:
    """The office's rooms, for the desk of a meeting, whose secretary may have no place in the office."""
    await _desk(request)
    return answer({"halls": await cabinet(request).db.aread(halls)})


async def get_logins(request: Request) -> Response:
    """The members by their sign-in names, to match a list that somebody pastes."""
    stream = await _desk(request)
    return answer({"logins": await cabinet(request).db.aread(lambda s: logins(s, stream))})


async def get_code(request: Request) -> Response:
    """The code that the room shows now, until when, and where it is typed in.

    For those who show it, and nobody's log keeps it.
    """
    code, now = await _code(request)
    shown = {"code": code, "now": now, "until": check_in.until(now), "address": address_of(request)}
    return answer(shown)


async def get_code_picture(request: Request) -> Response:
    """The same as a QR code of the address that checks in whoever scans it."""
    code, _ = await _code(request)
    response = qr_of(request, f"/#/check-in/{quote(request.path_params['stream'], safe='')}/{code}")
    response.headers["cache-control"] = "no-store"
    return response


async def get_past_speeches(request: Request) -> Response:
    """For the desk's forecast of the meeting's end."""
    stream = request.path_params["stream"]
    await in_stream(request, "past speeches")
    return answer(await cabinet(request).db.aread(lambda s: past_speeches(s, stream)))


async def get_attendance_file(request: Request) -> Response:
    stream = await _desk(request)
    title, content = await cabinet(request).db.aread(lambda s: attendance_file(s, stream))
    name = quote(f"Điểm danh - {title}.csv", safe="")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}", "cache-control": "no-store"}
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


async def _desk(request: Request) -> str:
    """The stream, when the asker sits at its desk."""
    stream: str = request.path_params["stream"]
    await in_stream(request, "attendance and rooms")
    return stream


async def _code(request: Request) -> tuple[str, int]:
    stream = request.path_params["stream"]
    await in_stream(request, "code of the room")
    rules = await cabinet(request).db.aread(lambda s: s.get_one(RoomRules, stream))
    now = clock.now()
    return check_in.code(rules.secret, stream, now), now
