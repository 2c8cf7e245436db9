"""What a new meeting may begin with, and what stands in its way. For those who found meetings."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..actions import OFFICE
from ..domain.plans import MeetingPlan
from ..domain.policy import need_page
from ..views import plans as views
from .gates import at_office, in_stream
from .problems import Problem
from .requests import answer, body, cabinet, signed_in


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`meeting`: the one that is being planned, if it is founded already; `hall`: the room it will take."""

    starts_at: int
    ends_at: int
    place: Annotated[str, Meta(max_length=300)] = ""
    hall: Annotated[str, Meta(max_length=40)] = ""
    users: Annotated[list[str], Meta(max_length=2000)] = msgspec.field(default_factory=list)
    meeting: Annotated[str, Meta(max_length=40)] = ""


_wanted = msgspec.json.Decoder(Wanted)


async def sources(request: Request) -> Response:
    signed = await at_office(request, "plans and templates")
    templates, meetings = await cabinet(request).db.aread(lambda s: views.sources(s, signed.user))
    return answer({"templates": templates, "meetings": meetings})


async def of_template(request: Request) -> Response:
    await at_office(request, "plans and templates")
    name = request.path_params["template"]
    return answer(await cabinet(request).db.aread(lambda s: _told(s, views.template_plan(s, name))))


async def of_meeting(request: Request) -> Response:
    stream = request.path_params["stream"]
    await in_stream(request, "plan of the meeting")
    return answer(await cabinet(request).db.aread(lambda s: _told(s, views.meeting_plan(s, stream))))


async def clashes(request: Request) -> Response:
    signed = await signed_in(request)
    wanted = await body(request, _wanted)
    who = await cabinet(request).viewer(signed.user, wanted.meeting or OFFICE)
    need_page(who.roles, "clashes")
    return answer({"clashes": await cabinet(request).db.aread(lambda s: _clashes(s, signed.user, wanted))})


def _clashes(session: Session, user: str, wanted: Wanted) -> list[views.Clash]:
    place = views.place_of(session, wanted.place, wanted.hall, wanted.meeting)
    return views.clashes(session, user, wanted.starts_at, wanted.ends_at, place, wanted.users, wanted.meeting)


def _told(session: Session, plan: MeetingPlan | None) -> dict[str, object]:
    if plan is None:
        raise Problem("not-found")
    return {"plan": plan, "names": views.names_of(session, plan.members)}


ROUTES = [
    Route("/api/plans", sources),
    Route("/api/plans/{template}", of_template),
    Route("/api/streams/{stream}/plan", of_meeting),
    Route("/api/clashes", clashes, methods=["POST"]),
]
