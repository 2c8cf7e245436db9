"""A person's own questions, and reports of wrong answers, which become questions for `icabinet evaluate`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

import anyio
import msgspec
from msgspec import Meta
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from .. import clock
from ..actions import OFFICE
from ..documents.reading import locate
from ..domain.audience import EVERYONE
from ..domain.policy import audience
from ..domain.values import Id
from ..jobs.readings import load_reading
from ..store import asked
from ..store.blobs import Blobs
from ..store.tables import Paper, ReportedAnswer, Version
from ..views.records import sees
from .problems import Problem
from .requests import answer, body, cabinet, signed_in
from .snapshots import participant


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    report: Id
    question: Annotated[str, Meta(min_length=1, max_length=1000)]
    wrong: Literal["quotes", "hidden", "absent"]
    expected: Annotated[str, Meta(max_length=2000)] = ""


class Line(msgspec.Struct, frozen=True):
    """One question of the evaluation, as `icabinet evaluate --packet` reads it."""

    id: str
    question: str
    answerable: bool
    gold_doc: list[str]
    gold_quote: list[str]


class _Place(msgspec.Struct, frozen=True):
    """A paper that everybody of its meeting sees, under the name of its file."""

    name: str
    reading: str


_report = msgspec.json.Decoder(Report)
_encode = msgspec.json.Encoder().encode


async def get_asked(request: Request) -> Response:
    stream, user = await _own(request)
    found = await cabinet(request).db.aread(
        lambda s: [
            {"id": one.id, "at": one.at, "question": one.question, "state": one.state}
            for one in asked.history(s, user, stream)
        ]
    )
    return answer({"asked": found})


async def forget_asked(request: Request) -> Response:
    """Nothing of the questions remains: they were never in a log."""
    stream, user = await _own(request)
    await cabinet(request).db.awrite(lambda s: asked.forget(s, user, stream))
    return Response(status_code=204)


async def report_answer(request: Request) -> Response:
    stream, _ = await _own(request)
    given = await body(request, _report)
    now = clock.now()
    await cabinet(request).db.awrite(
        lambda s: asked.report(
            s,
            ReportedAnswer(
                id=given.report,
                stream=stream,
                at=now,
                question=given.question,
                wrong=given.wrong,
                expected=given.expected.strip(),
            ),
        )
    )
    return Response(status_code=204)


async def get_reports(request: Request) -> Response:
    """For the administrator: a line a report, with the file that holds the expected words where one does."""
    signed = await signed_in(request)
    who = await cabinet(request).viewer(signed.user, OFFICE)
    if audience("reported_answer").isdisjoint(who.groups()):
        raise Problem("not-allowed")
    found = await cabinet(request).db.aread(_reports_with_papers)
    lines = await anyio.to_thread.run_sync(_lines, cabinet(request).blobs, found)
    headers = {"content-disposition": 'attachment; filename="reported-answers.jsonl"', "cache-control": "no-store"}
    return Response(lines, media_type="application/jsonl", headers=headers)


async def _own(request: Request) -> tuple[str, str]:
    stream = request.path_params["stream"]
    return stream, (await participant(request, stream)).user


def _reports_with_papers(session: Session) -> list[tuple[Report, list[_Place]]]:
    found = []
    for one in asked.reports(session):
        rows = session.execute(
            select(Paper, Version)
            .join(Version, Paper.version_id == Version.id)
            .where(Paper.stream == one.stream, Version.state == "ready")
        )
        places = [_Place(version.name, version.reading) for paper, version in rows if sees(EVERYONE, paper, "paper")]
        report = msgspec.convert(
            {"report": one.id, "question": one.question, "wrong": one.wrong, "expected": one.expected}, Report
        )
        found.append((report, places))
    return found


def _lines(blobs: Blobs, reports: Sequence[tuple[Report, list[_Place]]]) -> bytes:
    return b"".join(_encode(_line(blobs, report, places)) + b"\n" for report, places in reports)


def _line(blobs: Blobs, report: Report, places: list[_Place]) -> Line:
    """Where no paper holds the expected words, the administrator names one before the question is of use."""
    quotes = [report.expected] if report.expected and report.wrong != "absent" else []
    holding = [place.name for place in places if quotes and _holds(blobs, place, report.expected)]
    return Line(f"reported-{report.report}", report.question, report.wrong != "absent", holding[:1], quotes)


def _holds(blobs: Blobs, place: _Place, words: str) -> bool:
    try:
        return bool(locate(load_reading(blobs, place.reading), words))
    except FileNotFoundError:
        return False
