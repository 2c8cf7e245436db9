"""Questions to the assistant. Which papers it may search is decided here, before anything is ranked."""

from __future__ import annotations

from typing import Annotated

import anyio
import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import Response

from ..assistant.client import AssistantBusy, AssistantFailed, AssistantUnavailable
from ..assistant.protocol import Quote
from ..documents import reading
from ..domain.audience import Viewer
from ..jobs.readings import load_reading
from ..store.blobs import Blobs
from ..views.lists import Readable, readable_versions
from .problems import Problem
from .requests import answer, body, cabinet
from .snapshots import participant


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    question: Annotated[str, Meta(min_length=1, max_length=1000)]


_question = msgspec.json.Decoder(Question)


class Lit(msgspec.Struct, frozen=True):
    """Where a quotation stands: quads in tenths of a PDF point, from the top left of the page."""

    page: int
    quads: list[tuple[int, int, int, int]]


async def ask(request: Request) -> Response:
    stream = request.path_params["stream"]
    who = await participant(request, stream)
    given = await body(request, _question)
    papers = await _searchable(request, stream, who)
    try:
        found = await cabinet(request).assistant.ask(given.question, list(papers))
    except AssistantBusy as problem:
        raise Problem("assistant.busy") from problem
    except (AssistantUnavailable, AssistantFailed) as problem:
        raise Problem("assistant.away") from problem
    passages = await anyio.to_thread.run_sync(_placed, cabinet(request).blobs, found.passages, papers)
    told = {"state": found.state, "question": found.question, "mode": found.mode, "passages": passages}
    unread = [{"title": paper.title, "pages": paper.unread} for paper in papers.values() if paper.unread]
    return answer(told | {"missing": sorted(papers[key].title for key in found.missing), "unread": unread})


async def suggestions(request: Request) -> Response:
    stream = request.path_params["stream"]
    who = await participant(request, stream)
    papers = await _searchable(request, stream, who)
    try:
        return answer({"questions": await cabinet(request).assistant.suggest(list(papers))})
    except (AssistantUnavailable, AssistantFailed):
        return answer({"questions": []})


async def _searchable(request: Request, stream: str, who: Viewer) -> dict[str, Readable]:
    """The papers this person sees, by the name under which their text is indexed."""
    found = await cabinet(request).db.aread(lambda s: readable_versions(s, stream, who))
    return {paper.reading: paper for paper in found}


def _placed(blobs: Blobs, quotes: list[Quote], papers: dict[str, Readable]) -> list[dict[str, object]]:
    return [_with_boxes(blobs, quote, papers[quote.key]) for quote in quotes]


def _with_boxes(blobs: Blobs, quote: Quote, paper: Readable) -> dict[str, object]:
    page = load_reading(blobs, paper.reading).pages[quote.page - 1]
    lit = Lit(quote.page, reading.boxes(page, quote.start, quote.end))
    return {
        "paper": paper.paper,
        "version": paper.version,
        "title": paper.title,
        "page": quote.page,
        "quote": quote.quote,
        "before": quote.before,
        "after": quote.after,
        "emphasis": quote.emphasis,
        "boxes": [lit],
        "score": quote.score,
    }
