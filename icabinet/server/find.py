"""Searching all of one's meetings: agendas, conclusions and minutes by the tables, papers by the assistant's index."""

from __future__ import annotations

import anyio
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..assistant.client import AssistantBusy, AssistantFailed, AssistantUnavailable
from ..assistant.protocol import Quote
from ..jobs.readings import load_reading
from ..store.blobs import Blobs
from ..views.find import Hit, Sought, excerpt, hits_of, parts_of, readable_of, words_of
from .problems import Problem
from .requests import answer, cabinet, signed_in

LONGEST = 200
LEAST = 2
MOST_HITS = 60
MOST_PAGES = 20


async def find(request: Request) -> Response:
    """`papers` is false when the assistant is away: then only the tables were searched."""
    signed = await signed_in(request)
    given = request.query_params.get("words", "")[:LONGEST].strip()
    words = words_of(given)
    if len("".join(words)) < LEAST or "\0" in given:
        raise Problem("bad-request")
    hits, sought = await cabinet(request).db.aread(lambda s: _in_tables(s, signed.user, words))
    keys = {one.reading: one for one in sought}
    try:
        pages = await _nearest(request, given, list(keys)) if keys else []
    except (AssistantBusy, AssistantUnavailable, AssistantFailed):
        return answer({"hits": hits[:MOST_HITS], "papers": False})
    inside = await anyio.to_thread.run_sync(_in_papers, cabinet(request).blobs, pages, sought, words)
    return answer({"hits": [*inside, *hits][:MOST_HITS], "papers": True})


async def _nearest(request: Request, words: str, keys: list[str]) -> list[Quote]:
    found = await cabinet(request).assistant.ask(words, keys, MOST_PAGES)
    cabinet(request).indexer.forget(found.missing)
    return found.passages


def _in_tables(session: Session, user: str, words: list[str]) -> tuple[list[Hit], list[Sought]]:
    parts = parts_of(session, user)
    return hits_of(session, user, parts, words), readable_of(session, user, parts)


def _in_papers(blobs: Blobs, pages: list[Quote], sought: list[Sought], words: list[str]) -> list[Hit]:
    """Of the nearest passages those on whose page all the words stand; a page is told once for each of its meetings."""
    found: dict[tuple[str, str, int], Hit] = {}
    for quote in pages:
        text = load_reading(blobs, quote.key).pages[quote.page - 1].text
        said = excerpt(f"{quote.quote} {text}", words)
        for one in sought:
            if said is not None and one.reading == quote.key:
                hit = Hit(one.meeting, "paper", one.title, said, one.paper, quote.page)
                found.setdefault((one.meeting, one.paper, quote.page), hit)
    return list(found.values())


ROUTES = [Route("/api/find", find)]
