"""What the assistant lays out without being asked: summaries, the brief of the packet, differing figures.

Everything is worked out from the papers that the asker may see, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from threading import Lock

import anyio
import msgspec
from starlette.requests import Request
from starlette.responses import Response

from ..assistant import figures
from ..assistant.indicator import indicator
from ..assistant.passages import Sentence
from ..assistant.summary import LONGEST, Chosen, summary
from ..documents import reading
from ..jobs.readings import load_reading, reading_path
from ..store.blobs import Blobs
from ..views.lists import Readable, readable_versions
from .problems import Problem
from .requests import answer, cabinet
from .snapshots import participant

LENGTHS = {"3": 3, "5": 5, "10": LONGEST}
A_PAPER_IN_THE_BRIEF = 2
MOST_GROUPS = 40
_Differing = tuple[list[list[figures.Figure]], dict[str, tuple[int, Sentence]]]
_one_at_a_time = Lock()


class Quoted(msgspec.Struct, frozen=True):
    """A sentence of a paper, word for word, and where it stands."""

    paper: str
    version: str
    title: str
    page: int
    quads: list[reading.Box]
    quote: str


class Value(msgspec.Struct, frozen=True):
    """One of several figures: `at` in the quotation; `date` as the sentence or its heading says it, or empty."""

    said: Quoted
    at: tuple[int, int]
    date: str
    scope: Quoted | None


class Brief(msgspec.Struct, frozen=True):
    paper: str
    title: str
    sentences: list[Quoted]


async def get_summary(request: Request) -> Response:
    """`?sentences=3|5|10`. A paper the asker may not see does not exist."""
    length = LENGTHS.get(request.query_params.get("sentences", "5"))
    if length is None:
        raise Problem("bad-request")
    paper = next((one for one in await _papers(request) if one.paper == request.path_params["paper"]), None)
    if paper is None:
        raise Problem("not-found")
    found = await anyio.to_thread.run_sync(_summary, cabinet(request).blobs, paper, length)
    return answer({"version": paper.version, "sentences": found})


async def get_brief(request: Request) -> Response:
    """Of every paper its most central sentences; the screen puts them under the items of the agenda."""
    papers = await _papers(request)
    return answer({"papers": await anyio.to_thread.run_sync(_brief, cabinet(request).blobs, papers)})


async def get_figures(request: Request) -> Response:
    """The same indicator with different values in several papers."""
    papers = await _papers(request)
    groups, names = await anyio.to_thread.run_sync(_groups, cabinet(request).blobs, papers)
    return answer({"groups": groups, "names": names})


async def _papers(request: Request) -> list[Readable]:
    stream = request.path_params["stream"]
    who = await participant(request, stream)
    return await cabinet(request).db.aread(lambda s: readable_versions(s, stream, who))


def _summary(blobs: Blobs, paper: Readable, length: int) -> list[Quoted]:
    path = reading_path(blobs, paper.reading)
    if not path.exists():
        return []
    chosen = _chosen(blobs, path, path.stat().st_mtime_ns, paper.reading, length)
    return [_quoted(blobs, paper, one.page, one.sentence) for one in chosen]


def _brief(blobs: Blobs, papers: Iterable[Readable]) -> list[Brief]:
    return [Brief(one.paper, one.title, _summary(blobs, one, A_PAPER_IN_THE_BRIEF)) for one in papers]


def _groups(blobs: Blobs, papers: Iterable[Readable]) -> tuple[list[list[Value]], list[str]]:
    """Everybody with the same papers gets the same; of those who ask together the first one does the work."""
    known = {paper.reading: paper for paper in papers if reading_path(blobs, paper.reading).exists()}
    texts = tuple((key, reading_path(blobs, key).stat().st_mtime_ns) for key in known)
    with _one_at_a_time:
        groups, places = _differing(blobs, texts)
    scopes = {key: _quoted(blobs, known[key], *place) for key, place in places.items()}
    told = [[_value(blobs, known[one.paper], one, scopes.get(one.paper)) for one in group] for group in groups]
    return told, [indicator(group) for group in groups]


@lru_cache(maxsize=32)
def _differing(blobs: Blobs, texts: tuple[tuple[str, int], ...]) -> _Differing:
    """`texts`: the papers' texts, and when they were made."""
    papers = [figures.Paper(key, tuple(page.text for page in load_reading(blobs, key).pages)) for key, _ in texts]
    scopes = {paper.key: figures.scope_of(paper) for paper in papers}
    return figures.differing(papers)[:MOST_GROUPS], {key: found for key, found in scopes.items() if found}


def _value(blobs: Blobs, paper: Readable, one: figures.Figure, scope: Quoted | None) -> Value:
    said = _quoted(blobs, paper, one.page, one.sentence)
    return Value(said, one.at, one.date, scope if scope and scope.quote != said.quote else None)


def _quoted(blobs: Blobs, paper: Readable, page: int, sentence: Sentence) -> Quoted:
    quads = reading.boxes(load_reading(blobs, paper.reading).pages[page - 1], sentence.start, sentence.end)
    return Quoted(paper.paper, paper.version, paper.title, page, quads, sentence.text)


@lru_cache(maxsize=256)
def _chosen(blobs: Blobs, path: Path, written: int, sha256: str, length: int) -> tuple[Chosen, ...]:
    """A text's summary does not depend on who asks: `path` and `written` tell the text."""
    return tuple(summary([page.text for page in load_reading(blobs, sha256).pages], length))
