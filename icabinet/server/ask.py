"""Questions to the assistant. Which papers it may search is decided here, before anything is ranked."""

from __future__ import annotations

from typing import Annotated

import anyio
import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import Response

from .. import clock
from ..assistant.about import is_part_of, subject_of
from ..assistant.client import AssistantBusy, AssistantFailed, AssistantUnavailable
from ..assistant.protocol import Quote
from ..documents import reading
from ..domain.audience import Viewer
from ..jobs.readings import load_reading
from ..store import asked
from ..store.blobs import Blobs
from ..store.tables import Asked
from ..views.lists import Readable, readable_versions
from . import cited, worded
from .problems import Problem
from .requests import answer, body, cabinet
from .snapshots import participant


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`id`: the sender's name for it, under which his history keeps it; `about`: a passage the question is about."""

    question: Annotated[str, Meta(min_length=1, max_length=1000)]
    id: Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{0,40}\\Z")] = ""
    about: Annotated[str, Meta(max_length=8000)] = ""


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
    blobs = cabinet(request).blobs
    inside = await anyio.to_thread.run_sync(cited.within, blobs, papers, given.question)
    try:
        wanted = f"{given.question} {subject_of(given.about)}".strip()
        found = await cabinet(request).assistant.ask(wanted, list(inside))
    except AssistantBusy as problem:
        raise Problem("assistant.busy") from problem
    except (AssistantUnavailable, AssistantFailed) as problem:
        raise Problem("assistant.away") from problem
    cabinet(request).indexer.forget(found.missing)
    quotes = _but(found.passages, given.about)
    passages = await anyio.to_thread.run_sync(placed, blobs, quotes, papers)
    state = found.state if passages else "refused"
    if given.id:
        await _keep(request, who, stream, given, state)
    understood = given.question if given.about else found.question
    told: dict[str, object] = {"state": state, "question": understood, "mode": found.mode, "passages": passages}
    told["comparison"] = found.comparison
    told["wording"] = _offer(request, who, given, state, quotes, papers)
    told["within"] = [paper.title for paper in inside.values()] if len(inside) < len(papers) else []
    unread = [{"title": paper.title, "pages": paper.unread} for paper in inside.values() if paper.unread]
    return answer(told | {"missing": sorted(papers[key].title for key in found.missing), "unread": unread})


async def _keep(request: Request, who: Viewer, stream: str, given: Question, state: str) -> None:
    row = Asked(user_id=who.user, id=given.id, stream=stream, at=clock.now(), question=given.question, state=state)
    await cabinet(request).db.awrite(lambda s: asked.keep(s, row))


def _offer(
    request: Request, who: Viewer, given: Question, state: str, quotes: list[Quote], papers: dict[str, Readable]
) -> str:
    """A question about a passage cannot be understood without it, and a passage is not passed on."""
    if state == "refused" or given.about:
        return ""
    return worded.offer(request, who, request.path_params["stream"], given.question, quotes, papers)


def _but(quotes: list[Quote], passage: str) -> list[Quote]:
    """A passage that is asked about is no answer to itself."""
    return [quote for quote in quotes if not is_part_of(quote.quote, passage)]


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


def placed(blobs: Blobs, quotes: list[Quote], papers: dict[str, Readable]) -> list[dict[str, object]]:
    return [_with_boxes(blobs, quote, papers[quote.key], papers) for quote in quotes]


def _with_boxes(blobs: Blobs, quote: Quote, paper: Readable, papers: dict[str, Readable]) -> dict[str, object]:
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
        "date": quote.date,
        "scope": quote.scope,
        "column": quote.column,
        "part": quote.part,
        "links": cited.links(blobs, quote.quote, papers.values(), paper.paper),
    }
