"""Questions to the papers of all meetings of the asker. Rights come first: each meeting's own, as inside of it."""

from __future__ import annotations

import asyncio
from typing import Annotated, Literal

import anyio
import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import Response

from ..actions import takes_part
from ..assistant.client import AssistantBusy, AssistantFailed, AssistantUnavailable
from ..domain.votes import MeetingKind
from ..views.archive import Held, held_by
from ..views.lists import Readable
from . import ask
from .problems import Problem
from .requests import answer, body, cabinet, signed_in


class ArchiveQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Asked of the meetings of one year (0: of all), kind and agency (empty: of all)."""

    question: Annotated[str, Meta(min_length=1, max_length=1000)]
    year: Annotated[int, Meta(ge=0, le=9999)] = 0
    kind: MeetingKind | Literal[""] = ""
    agency: Annotated[str, Meta(max_length=300)] = ""

    def means(self, meeting: Held) -> bool:
        return (
            self.year in (0, meeting.year) and self.kind in ("", meeting.kind) and self.agency in ("", meeting.agency)
        )


_question = msgspec.json.Decoder(ArchiveQuestion)


async def ask_archive(request: Request) -> Response:
    """Like a question in one meeting; every quotation says of which meeting its paper is. Kept nowhere."""
    signed = await signed_in(request)
    given = await body(request, _question)
    papers = await _papers(request, signed.user, given)
    try:
        found = await cabinet(request).assistant.ask(given.question.strip(), list(papers))
    except AssistantBusy as problem:
        raise Problem("assistant.busy") from problem
    except (AssistantUnavailable, AssistantFailed) as problem:
        raise Problem("assistant.away") from problem
    cabinet(request).indexer.forget(found.missing)
    quoted = {quote.key: papers[quote.key][0] for quote in found.passages}
    placed = await anyio.to_thread.run_sync(ask.placed, cabinet(request).blobs, found.passages, quoted)
    meetings = [_told(papers[quote.key][1]) for quote in found.passages]
    told = {
        "state": found.state,
        "question": found.question,
        "mode": found.mode,
        "comparison": found.comparison,
        "passages": [one | {"meeting": where} for one, where in zip(placed, meetings, strict=True)],
        "papers": len(papers),
        "meetings": len({meeting.stream for _, meeting in papers.values()}),
        "missing": len(found.missing),
    }
    return answer(told)


async def get_choices(request: Request) -> Response:
    """By what the archive can be narrowed down: the years, kinds and agencies of the asker's own meetings."""
    signed = await signed_in(request)
    held = await _inside(request, signed.user)
    told = {
        "years": sorted({one.year for one in held}, reverse=True),
        "kinds": sorted({one.kind for one in held}),
        "agencies": sorted({one.agency for one in held if one.agency}),
    }
    return answer(told)


def _told(meeting: Held) -> dict[str, str | int]:
    return {"stream": meeting.stream, "title": meeting.title, "starts_at": meeting.starts_at}


async def _inside(request: Request, user: str) -> list[Held]:
    room = cabinet(request)
    held = await room.db.aread(lambda s: held_by(s, user))
    viewers = await asyncio.gather(*(room.viewer(user, one.stream) for one in held))
    return [one for one, viewer in zip(held, viewers, strict=True) if takes_part(viewer, one.stream)]


async def _papers(request: Request, user: str, given: ArchiveQuestion) -> dict[str, tuple[Readable, Held]]:
    room = cabinet(request)
    meant = [one for one in await _inside(request, user) if given.means(one)]
    viewers = {one.stream: await room.viewer(user, one.stream) for one in meant}
    return await room.db.aread(lambda s: room.readables.of(s, user, meant, viewers.__getitem__))
