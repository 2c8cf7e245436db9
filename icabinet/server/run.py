"""Starts the server: uvicorn with our websocket protocol, uvloop where it exists."""

from __future__ import annotations

import sys
from collections.abc import Callable

import uvicorn

from ..assistant.client import Assistant
from ..settings import Settings
from ..store.database import Database
from .app import build
from .cabinet import Cabinet
from .frames import FramesProtocol

LARGEST_MESSAGE = 64 * 1024
GOODBYE_SECONDS = 5


def serve(settings: Settings, ready: Callable[[], None] = lambda: None) -> None:
    """Runs until it is told to stop (SIGINT, SIGTERM). `ready` is called once requests are answered."""
    db = Database(settings.database_url, settings.keys)
    assistant = Assistant(settings.model, settings.data / "assistant")
    app = build(Cabinet(settings, db, assistant))
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        loop="uvloop" if sys.platform != "win32" else "asyncio",
        http="httptools",
        ws=FramesProtocol,
        ws_per_message_deflate=False,
        ws_max_size=LARGEST_MESSAGE,
        ws_ping_interval=None,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=GOODBYE_SECONDS,
        backlog=2048,
    )
    _Server(config, ready).run()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup()
        if self.started:
            self._ready()
