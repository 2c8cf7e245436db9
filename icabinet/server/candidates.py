"""Candidates for tasks: who must do what by when, found in the packet's directives and in the meeting's conclusions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path

import anyio
import msgspec
from starlette.requests import Request
from starlette.responses import Response

from ..assistant.deadlines import written_on
from ..assistant.duties import Duty, duties, gives_duties
from ..assistant.duty_rows import placed_rows, typed_rows
from ..assistant.text import fold
from ..documents import reading
from ..jobs.readings import load_reading, reading_path
from ..store.blobs import Blobs
from ..views.candidates import Sources, sources
from ..views.lists import Readable
from .gates import in_stream
from .requests import answer, cabinet

_AHEAD = timedelta(hours=7)
"""Asia/Ho_Chi_Minh (IANA), without summer time."""
_ABBREVIATED = {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "vp": "van phong", "bhxh": "bao hiem xa hoi"}


class Candidate(msgspec.Struct, frozen=True):
    """Out of a paper (`paper`, `version`, `page`, `quads`) or of the conclusion of `item`.

    `deadline` is the last minute of the day in ms, or 0; `said` are the words that name it; `task` was made of it.
    """

    id: str
    title: str
    quote: str
    agency: str
    work: str
    together: list[str]
    deadline: int
    said: str
    basis: str
    paper: str = ""
    version: str = ""
    page: int = 0
    quads: list[reading.Box] = []
    item: str = ""
    task: str = ""


async def get_candidates(request: Request) -> Response:
    stream = request.path_params["stream"]
    await in_stream(request, "candidates for tasks")
    found = await cabinet(request).db.aread(lambda s: sources(s, stream))
    candidates = await anyio.to_thread.run_sync(_candidates, cabinet(request).blobs, found)
    return answer({"candidates": candidates})


def _candidates(blobs: Blobs, found: Sources) -> list[Candidate]:
    known = {_comparable(unit): unit for unit in found.units}
    return [
        *(one for item, title, text in found.conclusions for one in _of_conclusion(item, title, text, found, known)),
        *(one for paper in found.papers if gives_duties(paper.title) for one in _of_paper(blobs, paper, found, known)),
    ]


def _of_paper(blobs: Blobs, paper: Readable, found: Sources, known: dict[str, str]) -> Iterator[Candidate]:
    path = reading_path(blobs, paper.reading)
    if not path.exists():
        return
    for duty in _read(blobs, path, path.stat().st_mtime_ns, paper.reading):
        place = load_reading(blobs, paper.reading).pages[duty.page - 1]
        made = _made(paper.paper, paper.title, duty, found, known)
        quads = reading.boxes(place, duty.start, duty.end)
        yield msgspec.structs.replace(
            made, paper=paper.paper, version=paper.version, page=duty.page, quads=quads,
            basis="; ".join([paper.title, *duty.basis])[:500],
        )  # fmt: skip


def _of_conclusion(item: str, title: str, text: str, found: Sources, known: dict[str, str]) -> Iterator[Candidate]:
    for duty in [*duties([text]), *typed_rows(text, None)]:
        made = _made(item, title, duty, found, known)
        yield msgspec.structs.replace(made, item=item, basis="; ".join(duty.basis)[:500])


def _made(place: str, title: str, duty: Duty, found: Sources, known: dict[str, str]) -> Candidate:
    id_ = hashlib.sha256(f"{place} {' '.join(duty.quote.split())}".encode()).hexdigest()[:24]
    return Candidate(
        id=id_,
        title=title,
        quote=duty.quote,
        agency=_unit(duty.agency, known),
        work=duty.work,
        together=[_unit(one, known) for one in duty.together],
        deadline=_end_of(duty.due.day) if duty.due and duty.due.day else 0,
        said=duty.due_words,
        basis="",
        task=found.given.get(duty.quote, ""),
    )


def _unit(name: str, known: dict[str, str]) -> str:
    """As the office writes it, where it is one of the office's units."""
    return known.get(_comparable(name), name)


def _comparable(name: str) -> str:
    words = fold(name).lower().split()
    return " ".join(_ABBREVIATED.get(word, word) for word in words)


def _end_of(day: date) -> int:
    local = datetime.combine(day, time(23, 59), UTC) - _AHEAD
    return int(local.timestamp() * 1000)


@lru_cache(maxsize=64)
def _read(blobs: Blobs, path: Path, written: int, sha256: str) -> Sequence[Duty]:
    """What a text asks for does not depend on who asks: `path` and `written` tell the text."""
    pages = load_reading(blobs, sha256).pages
    texts = [page.text for page in pages]
    rows = placed_rows(pages, written_on(texts))
    return sorted([*_beside(duties(texts), rows), *rows], key=lambda one: (one.page, one.start))


def _beside(found: Sequence[Duty], rows: Sequence[Duty]) -> Iterator[Duty]:
    """A sentence that is part of a row, or runs into one, is not told twice."""
    taken = [(row.page, row.start, row.end) for row in rows]
    for duty in found:
        if not any(page == duty.page and duty.start < end and start < duty.end for page, start, end in taken):
            yield duty
