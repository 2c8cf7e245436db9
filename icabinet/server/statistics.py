"""Statistics of meetings, opinions by writing and tasks: on the screen, as CSV and as XLSX."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .. import clock
from ..documents.bundle.sheet import Table, to_csv, to_xlsx
from ..views import circulation_statistics, meeting_statistics, task_statistics
from .gates import at_office
from .problems import Problem
from .requests import answer, cabinet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Moment = Annotated[int, Meta(ge=0, le=32_503_680_000_000)]
Told = TypeVar("Told")


class Period(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    since: Moment
    until: Moment


def _routes(
    subject: str, file: str, read: Callable[[Session, Period], Told], tabled: Callable[[Told], list[Table]]
) -> list[Route]:
    """The three addresses of one subject; all are read by whom the policy names for "statistics"."""

    async def told(request: Request) -> Told:
        period = await _period(request)
        return await cabinet(request).db.aread(lambda s: read(s, period))

    async def on_screen(request: Request) -> Response:
        return answer(await told(request))

    async def one_table(request: Request) -> Response:
        found = {table.name: table for table in tabled(await told(request))}
        table = found.get(request.path_params["table"])
        if table is None:
            raise Problem("not-found")
        return _file(to_csv(table.head, table.rows), f"{table.name}.csv", "text/csv; charset=utf-8")

    async def all_tables(request: Request) -> Response:
        return _file(to_xlsx(tabled(await told(request))), f"{file}.xlsx", XLSX)

    place = f"/api/statistics/{subject}"
    return [
        Route(place, on_screen),
        Route(f"{place}.xlsx", all_tables),
        Route(place + "/{table}.csv", one_table),
    ]


async def _period(request: Request) -> Period:
    await at_office(request, "statistics")
    try:
        return msgspec.convert(dict(request.query_params), Period, strict=False)
    except msgspec.ValidationError as problem:
        raise Problem("bad-request", where=str(problem)[:200]) from problem


def _file(content: bytes, name: str, media_type: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
    return Response(content, media_type=media_type, headers=headers)


ROUTES = [
    *_routes(
        "meetings",
        "thong-ke-cuoc-hop",
        lambda s, period: meeting_statistics.statistics(s, period.since, period.until),
        meeting_statistics.tables,
    ),
    *_routes(
        "circulations",
        "thong-ke-lay-y-kien",
        lambda s, period: circulation_statistics.statistics(s, period.since, period.until),
        circulation_statistics.tables,
    ),
    *_routes(
        "tasks",
        "thong-ke-nhiem-vu",
        lambda s, period: task_statistics.statistics(s, period.since, period.until, clock.now()),
        task_statistics.tables,
    ),
]
