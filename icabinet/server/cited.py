"""Which papers cite which: always among the papers that the asker may see, whoever asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import anyio
import msgspec
from starlette.requests import Request
from starlette.responses import Response

from ..assistant.citations import Citation, Part, asked_of, citations
from ..assistant.links import carries, cited_in, own_reference, spot_of
from ..assistant.references import Reference
from ..documents import reading
from ..domain.audience import Viewer
from ..domain.policy import need_page
from ..jobs.readings import load_reading, reading_path
from ..store.blobs import Blobs
from ..views.lists import Readable, readable_versions
from .problems import Problem
from .requests import answer, cabinet
from .snapshots import participant


class Known(msgspec.Struct, frozen=True):
    """A paper, the number it carries, and the documents it names, by page."""

    paper: Readable
    own: Reference | None
    cited: tuple[tuple[int, Citation], ...]


class Target(msgspec.Struct, frozen=True):
    """The paper of the packet that carries the number; `quads` light the article, when one was named and found."""

    paper: str
    version: str
    title: str
    page: int
    quads: list[reading.Box]


class Mention(msgspec.Struct, frozen=True):
    """Where a document is named, with which part of it, and where that leads."""

    page: int
    quads: list[reading.Box]
    part: str
    to: Target | None


class Cited(msgspec.Struct, frozen=True):
    label: str
    date: str
    mentions: list[Mention]


class Citing(msgspec.Struct, frozen=True):
    paper: str
    version: str
    title: str
    page: int
    quads: list[reading.Box]


class Missing(msgspec.Struct, frozen=True):
    """A document that papers of the packet name and the packet does not hold."""

    label: str
    date: str
    cited_by: list[Citing]


class Link(msgspec.Struct, frozen=True):
    """`quote[start:end]` names a paper of the packet."""

    start: int
    end: int
    label: str
    to: Target


async def get_citations(request: Request) -> Response:
    """The documents named in one paper, each with the places where it is named."""
    papers, _ = await _papers(request)
    own = next((paper for paper in papers if paper.paper == request.path_params["paper"]), None)
    if own is None:
        raise Problem("not-found")
    found = await anyio.to_thread.run_sync(_cited, cabinet(request).blobs, own, papers)
    return answer({"version": own.version, "cited": found})


async def get_missing(request: Request) -> Response:
    """For the secretary: documents that the packet names and does not hold."""
    papers, who = await _papers(request)
    need_page(who.roles, "cited but missing")
    return answer({"missing": await anyio.to_thread.run_sync(_missing, cabinet(request).blobs, papers)})


async def _papers(request: Request) -> tuple[list[Readable], Viewer]:
    stream = request.path_params["stream"]
    who = await participant(request, stream)
    return await cabinet(request).db.aread(lambda s: readable_versions(s, stream, who)), who


def within(blobs: Blobs, papers: Mapping[str, Readable], question: str) -> dict[str, Readable]:
    """The papers a question looks in: those whose number it names, else all. Blocks."""
    named = list(asked_of(question))
    if not named:
        return dict(papers)
    known = [one for one in _all_known(blobs, papers.values()) if any(carries(one.own, name) for name in named)]
    return {one.paper.reading: one.paper for one in known} or dict(papers)


def links(blobs: Blobs, quote: str, papers: Iterable[Readable], inside: str) -> list[Link]:
    """What a quotation names of the papers; `inside` is the paper it is taken from. Blocks."""
    named = [one for one in citations(quote) if one.complete]
    known = _all_known(blobs, papers) if named else []
    found = []
    for one in named:
        to = _target(blobs, one, [other for other in known if other.paper.paper != inside])
        if to is not None:
            found.append(Link(one.start, one.end, _label(one), to))
    return found


def _label(one: Citation) -> str:
    return f"{one.part.words} {one.label}".strip()


def _cited(blobs: Blobs, own: Readable, papers: list[Readable]) -> list[Cited]:
    known = _all_known(blobs, papers)
    others = [one for one in known if one.paper.paper != own.paper]
    cited = next((one.cited for one in known if one.paper.paper == own.paper), ())
    return [
        Cited(same[0][1].label, _date(same), [_mention(blobs, own, page, one, others) for page, one in same])
        for same in _by_document(cited)
    ]


def _by_document(cited: Iterable[tuple[int, Citation]]) -> list[list[tuple[int, Citation]]]:
    """In the order in which they are first named."""
    groups: dict[Reference, list[tuple[int, Citation]]] = {}
    for page, one in cited:
        same = next((known for known in groups if known.may_be(one.reference)), one.reference)
        groups.setdefault(same, []).append((page, one))
    return list(groups.values())


def _date(same: Iterable[tuple[int, Citation]]) -> str:
    return next((one.date for _, one in same if one.date), "")


def _mention(blobs: Blobs, own: Readable, page: int, one: Citation, others: list[Known]) -> Mention:
    quads = _quads(blobs, own, page, one.start, one.end)
    return Mention(page, quads, one.part.words, _target(blobs, one, others))


def _target(blobs: Blobs, one: Citation, others: list[Known]) -> Target | None:
    known = next((other for other in others if carries(other.own, one.reference)), None)
    if known is None:
        return None
    paper = known.paper
    page, quads = _place(blobs, paper, one.part)
    return Target(paper.paper, paper.version, paper.title, page, quads)


def _place(blobs: Blobs, paper: Readable, part: Part) -> tuple[int, list[reading.Box]]:
    """Page 1 when no part of the paper was named."""
    spot = spot_of([page.text for page in load_reading(blobs, paper.reading).pages], part) if part.division else None
    return (spot.page, _quads(blobs, paper, spot.page, spot.start, spot.end)) if spot else (1, [])


def _quads(blobs: Blobs, paper: Readable, page: int, start: int, end: int) -> list[reading.Box]:
    return reading.boxes(load_reading(blobs, paper.reading).pages[page - 1], start, end)


def _missing(blobs: Blobs, papers: list[Readable]) -> list[Missing]:
    known = _all_known(blobs, papers)
    away = [
        (one.paper, page, cited)
        for one in known
        for page, cited in one.cited
        if not any(carries(other.own, cited.reference) for other in known)
    ]
    found: dict[Reference, list[tuple[Readable, int, Citation]]] = {}
    for paper, page, cited in away:
        same = next((name for name in found if name.may_be(cited.reference)), cited.reference)
        found.setdefault(same, []).append((paper, page, cited))
    return [_one_missing(blobs, same) for same in found.values()]


def _one_missing(blobs: Blobs, same: list[tuple[Readable, int, Citation]]) -> Missing:
    """Each citing paper once, where it names the document first."""
    first: dict[str, Citing] = {}
    for paper, page, one in same:
        if paper.paper not in first:
            quads = _quads(blobs, paper, page, one.start, one.end)
            first[paper.paper] = Citing(paper.paper, paper.version, paper.title, page, quads)
    return Missing(same[0][2].label, _date((page, one) for _, page, one in same), list(first.values()))


def _all_known(blobs: Blobs, papers: Iterable[Readable]) -> list[Known]:
    """Papers whose text is being made again are left out for the moment."""
    found = []
    for paper in papers:
        path = reading_path(blobs, paper.reading)
        if path.exists():
            own, cited = _read(blobs, path, path.stat().st_mtime_ns, paper.reading, paper.title)
            found.append(Known(paper, own, cited))
    return found


@lru_cache(maxsize=256)
def _read(
    blobs: Blobs, path: Path, written: int, sha256: str, title: str
) -> tuple[Reference | None, tuple[tuple[int, Citation], ...]]:
    """What one text names does not depend on who asks: `path` and `written` tell the text."""
    pages = [page.text for page in load_reading(blobs, sha256).pages]
    own = own_reference(title, pages)
    return own, tuple(cited_in(pages, own))
