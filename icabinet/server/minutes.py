"""The minutes on the secretary's screen: all of them, or what changed since a mark."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from ..views.document_form import Form, form_of
from ..views.minutes_sheet import News
from .gates import in_stream
from .requests import answer, cabinet


async def get_minutes(request: Request) -> Response:
    news, form = await _news(request)
    found = news.draft
    heading = {
        "agency": found.agency,
        "parent_agency": found.parent_agency,
        "title": found.title,
        "started": found.started,
        "ended": found.ended,
        "place": found.place,
        "attendance": found.attendance,
        "chair": found.chair.name if found.chair else "",
        "secretary": found.secretary.name if found.secretary else "",
    }
    return answer(
        {
            "at": found.at,
            "state": found.state,
            "heading": heading,
            "number": form.number_line("minutes", "minutes"),
            "recipients": form.recipients,
            "mark": news.mark,
            "order": news.order,
            "blocks": news.blocks,
            "digest": found.digest,
            "locked_at": found.locked_at,
        }
    )


async def _news(request: Request) -> tuple[News, Form]:
    stream = request.path_params["stream"]
    await in_stream(request, "live minutes")
    sheets, mark = cabinet(request).sheets, request.query_params.get("since", "")
    return await cabinet(request).db.aread(lambda s: (sheets.news(s, stream, mark), form_of(s, stream)))
