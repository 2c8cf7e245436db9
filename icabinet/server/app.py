"""The application: every route and everything that runs, on one page."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

import anyio
import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Mount, Route, WebSocketRoute

from .. import clock
from ..actions import secret_ballots
from ..domain.errors import Refused
from ..jobs import carry, deadlines, extract, own_documents, post
from ..jobs.unnamed import delete_unnamed
from ..store import asked, sign_ins
from . import (
    assistant_routes,
    bundle_routes,
    calendars,
    changes,
    circulations,
    codes,
    commands,
    documents,
    edited,
    files,
    find,
    founding,
    leaves,
    letters,
    minutes,
    name_lists,
    official,
    own_copy,
    people,
    plans,
    room,
    signing,
    snapshots,
    statistics,
    tasks,
    templates,
    trust,
    votes,
)
from .access import follow_up
from .cabinet import Cabinet
from .hub import BEAT
from .live import live
from .problems import Problem
from .progress import Progress
from .requests import nowhere, on_crash, on_http, on_problem, on_refused
from .statics import Assets, SecurityHeaders, page
from .wake import next_streams

_log = structlog.get_logger(part="app")


def _of_versions() -> list[Route]:
    return [
        Route("/api/versions/{version}/reading", files.reading),
        Route("/api/versions/{version}/leaves", leaves.leaves),
        Route("/api/versions/{version}/words", leaves.words),
        Route("/api/versions/{version}/original", files.original),
        Route("/api/versions/{version}/own-copy", own_copy.own_copy),
        Route("/api/versions/{version}/changes/{former}", changes.changes),
    ]


def _of_documents() -> list[Route]:
    return [
        Route("/api/documents", documents.my_documents, methods=["GET"]),
        Route("/api/documents", documents.upload, methods=["POST"]),
        Route("/api/documents/people", documents.find_people),
        Route("/api/documents/{document}/reading", documents.reading),
        Route("/api/documents/{document}/leaves", documents.leaves),
        Route("/api/documents/{document}/original", documents.original),
    ]


def _official() -> list[Route]:
    return [
        Route("/api/streams/{stream}/official/{document}/{format}", official.get_document),
        *bundle_routes.ROUTES,
        *templates.ROUTES,
        *edited.ROUTES,
        *signing.ROUTES,
    ]


def build(cabinet: Cabinet) -> Starlette:
    statics = cabinet.statics
    app = Starlette(
        routes=[
            Route("/api/health", people.health),
            Route("/api/office", people.office),
            Route("/api/https", people.https),
            Route("/api/sign-in", people.sign_in, methods=["POST"]),
            Route("/api/sign-out", people.sign_out, methods=["POST"]),
            Route("/api/me", people.me),
            Route("/api/me/password", people.set_own_password, methods=["POST"]),
            *calendars.ROUTES,
            *find.ROUTES,
            *letters.ROUTES,
            *plans.ROUTES,
            *name_lists.ROUTES,
            Route("/api/users", people.list_people),
            Route("/api/users/{user}/password", people.set_password, methods=["POST"]),
            Route("/api/meetings", snapshots.my_meetings, methods=["GET"]),
            Route("/api/meetings", founding.post_meeting, methods=["POST"]),
            Route("/api/streams/{stream}", snapshots.get_stream),
            Route("/api/streams/{stream}/commands", commands.post_command, methods=["POST"]),
            Route("/api/streams/{stream}/papers", files.upload, methods=["POST"]),
            Route("/api/streams/{stream}/requests/{request}/papers", files.submit, methods=["POST"]),
            Route("/api/streams/{stream}/papers/{paper}/versions", files.upload_version, methods=["POST"]),
            *assistant_routes.ROUTES,
            Route("/api/streams/{stream}/minutes", minutes.get_minutes),
            *_official(),
            Route("/api/streams/{stream}/substitutes", room.find_substitutes),
            Route("/api/streams/{stream}/halls", room.get_halls),
            Route("/api/streams/{stream}/logins", room.get_logins),
            Route("/api/streams/{stream}/code", room.get_code),
            Route("/api/streams/{stream}/code.svg", room.get_code_picture),
            Route("/api/streams/{stream}/past-speeches", room.get_past_speeches),
            Route("/api/streams/{stream}/attendance.csv", room.get_attendance_file),
            Route("/api/streams/{stream}/votes/{vote}/roll-call", votes.get_roll_call),
            Route("/api/streams/{stream}/votes/{vote}/sealed-list", votes.get_sealed_list),
            *circulations.ROUTES,
            *_of_versions(),
            *_of_documents(),
            *statistics.ROUTES,
            *tasks.ROUTES,
            Route("/api/qr.svg", codes.qr),
            WebSocketRoute("/ws", live),
            Mount("/assets", Assets(directory=statics / "assets", check_dir=False)),
            Mount("/pdfjs", Assets(directory=statics / "pdfjs", check_dir=False)),
            Route("/sw.js", page(statics, "sw.js")),
            Route("/manifest.webmanifest", page(statics, "manifest.webmanifest")),
            Mount("/icons", Assets(directory=statics / "icons", check_dir=False)),
            *trust.routes(cabinet.settings),
            Route("/api/{path:path}", nowhere),
            Route("/screen", page(statics, "screen.html")),
            Route("/{path:path}", page(statics, "index.html")),
        ],
        exception_handlers={Problem: on_problem, Refused: on_refused, HTTPException: on_http, Exception: on_crash},
        middleware=[Middleware(SecurityHeaders)],
        lifespan=_lifespan,
    )
    app.state.cabinet = cabinet
    return app


@contextlib.asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    cabinet: Cabinet = app.state.cabinet
    secret_ballots.tidy(cabinet.db)
    cabinet.wake.start()
    news = [asyncio.Event() for _ in range(6)]
    await cabinet.assistant.start()
    progress = Progress(cabinet.hub, asyncio.get_running_loop())
    async with anyio.create_task_group() as group:
        group.start_soon(_pump, cabinet, news)
        group.start_soon(_heart, cabinet)
        group.start_soon(_keep_going, "tidy", _tidy, cabinet)
        group.start_soon(_keep_going, "extract", extract.run, cabinet.db, cabinet.blobs, news[0], progress.tell)
        group.start_soon(_keep_going, "index", cabinet.indexer.run, news[1])
        group.start_soon(_keep_going, "carry", carry.run, cabinet.db, cabinet.blobs, news[2])
        group.start_soon(_keep_going, "documents", own_documents.run, cabinet.db, cabinet.blobs, news[3])
        group.start_soon(_keep_going, "post", post.run, cabinet.db, cabinet.settings, news[4])
        group.start_soon(_keep_going, "deadlines", deadlines.run, cabinet.db, news[5])
        yield
        group.cancel_scope.cancel()
    cabinet.wake.stop()
    await cabinet.assistant.stop()
    cabinet.db.close()


async def _pump(cabinet: Cabinet, news: list[asyncio.Event]) -> None:
    """Reads the logs that grew and tells everyone who follows them. Every few seconds it looks without being woken."""
    queue = cabinet.wake.subscribe()
    while True:
        streams = await next_streams(queue, 5.0)
        if "" in streams:
            cabinet.forget_rights()  # a change that no word came of
            streams = set(cabinet.hub.rooms)
        for stream in streams:
            try:
                await follow_up(cabinet, stream)
            except Exception as problem:
                _log.error("pump", stream=stream, exc_info=problem)
        for event in news:
            event.set()


async def _heart(cabinet: Cabinet) -> None:
    while True:
        await asyncio.sleep(BEAT)
        cabinet.hub.beat()


async def _tidy(cabinet: Cabinet) -> None:
    """Once an hour: half received files that a crash left, files that nothing names, and sign-ins of long ago."""
    while True:
        cabinet.blobs.sweep()
        cabinet.copies.sweep()
        cabinet.bundles.sweep()
        await delete_unnamed(cabinet.db, cabinet.blobs)
        now = clock.now()
        await cabinet.db.awrite(lambda s: sign_ins.prune(s, now))  # noqa: B023 (awaited before the next turn)
        await cabinet.db.awrite(lambda s: asked.prune(s, now))  # noqa: B023 (likewise)
        await asyncio.sleep(3600.0)


async def _keep_going(name: str, work: Callable[..., Awaitable[None]], *arguments: object) -> None:
    """A worker that breaks says so in the log and starts again; the server goes on."""
    while True:
        try:
            await work(*arguments)
        except Exception as problem:
            _log.error("worker broke", worker=name, exc_info=problem)
            await asyncio.sleep(1.0)
