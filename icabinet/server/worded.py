"""Answers put into words by a language model of the office's own, where the administrator has set one.

An answer of the assistant is quotations, and stays so. Whoever got them may have them worded: sentence by sentence,
each checked against the quotations that it cites before it leaves the server, the others dropped without being shown.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import aclosing

import msgspec
import structlog
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from ..assistant.proof import proven
from ..assistant.protocol import Quote
from ..assistant.sentences import Sentences
from ..assistant.wording import LanguageModel, WordingFailed
from ..domain.audience import Viewer
from ..views.lists import Readable, readable_versions
from .problems import Problem
from .requests import answer, cabinet, signed_in
from .snapshots import participant
from .wordings import Given, Wordings

MOST_SENTENCES = 8
_encode = msgspec.json.Encoder().encode
_log = structlog.get_logger(part="wording")


def offer(
    request: Request, who: Viewer, stream: str, question: str, quotes: Sequence[Quote], papers: Mapping[str, Readable]
) -> str:
    """Words of secret papers go to no other machine."""
    quotations = {
        number: (quote.key, papers[quote.key].version, quote.quote)
        for number, quote in enumerate(quotes, 1)
        if not papers[quote.key].secret
    }
    return cabinet(request).wordings.offer(Given(who.user, stream, question, quotations))


class Sentence(msgspec.Struct, frozen=True):
    """A sentence whose every statement stands in the quotations of these numbers."""

    text: str
    cited: tuple[int, ...]


class End(msgspec.Struct, frozen=True):
    """The last line. `how`: whole, late, or why no more words came; `dropped`: sentences that were not proven."""

    how: str
    dropped: int


async def word(request: Request) -> Response:
    """A line of JSON a sentence, as they come; then a line that says how it ended."""
    stream = request.path_params["stream"]
    who = await participant(request, stream)
    room = cabinet(request)
    given = room.wordings.find(request.path_params["answer"], who.user, stream)
    if given is None or room.wordings.model is None:
        raise Problem("wording.gone")
    papers = await room.db.aread(lambda s: readable_versions(s, stream, who))
    allowed = {(one.reading, one.version) for one in papers if not one.secret}
    quotations = {number: text for number, (*paper, text) in given.quotations.items() if tuple(paper) in allowed}
    if not quotations:
        raise Problem("wording.gone")
    lines = _lines(room.wordings, room.wordings.model, given.question, quotations)
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(lines, media_type="application/x-ndjson", headers=headers)


async def get_state(request: Request) -> Response:
    """For the administrator: the language model that is set and the server it runs on, or nothing."""
    signed = await signed_in(request)
    if signed.office_role != "administrator":
        raise Problem("not-allowed")
    model = cabinet(request).wordings.model
    return answer({"model": model.name if model else "", "server": model.server if model else ""})


async def _lines(
    wordings: Wordings, model: LanguageModel, question: str, quotations: Mapping[int, str]
) -> AsyncIterator[bytes]:
    shown = dropped = 0
    how = "whole"
    try:
        async with aclosing(_sentences(wordings, model, question, quotations)) as sentences:
            async for sentence in sentences:
                found = proven(sentence, quotations)
                if found is None:
                    dropped += 1
                elif shown < MOST_SENTENCES:
                    shown += 1
                    yield _line(Sentence(found.text, found.cited))
    except TimeoutError:
        how = "late"
    except WordingFailed as problem:
        how = problem.reason
        _log.warning("wording failed", reason=str(problem))
    yield _line(End(how, dropped))


async def _sentences(
    wordings: Wordings, model: LanguageModel, question: str, quotations: Mapping[int, str]
) -> AsyncGenerator[str, None]:
    """Raises WordingFailed, and TimeoutError when all of it takes too long, the waiting for a place included."""
    until = asyncio.get_running_loop().time() + wordings.seconds
    async with asyncio.timeout_at(until):
        await wordings.places.acquire()
    pieces = model.words(question, quotations)
    cut = Sentences()
    try:
        while (piece := await _next(pieces, until)) is not None:
            for sentence in cut.feed(piece):
                yield sentence
        for sentence in cut.rest():
            yield sentence
    finally:
        wordings.places.release()
        await pieces.aclose()


async def _next(pieces: AsyncIterator[str], until: float) -> str | None:
    async with asyncio.timeout_at(until):
        return await anext(pieces, None)


def _line(told: Sentence | End) -> bytes:
    return _encode(told) + b"\n"
