"""Starts the server: uvicorn with our websocket protocol, uvloop where it exists, https with a certificate."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable

import uvicorn

from ..assistant.client import Assistant
from ..settings import Settings
from ..store.database import Database
from . import https, trust
from .app import build
from .cabinet import Cabinet
from .frames import FramesProtocol

LARGEST_MESSAGE = 64 * 1024
GOODBYE_SECONDS = 5


def serve(settings: Settings, ready: Callable[[], None] = lambda: None) -> None:
    """Runs until it is told to stop (SIGINT, SIGTERM). `ready` is called once requests are answered."""
    db = Database(settings.database_url, settings.keys)
    assistant = Assistant(settings.model, settings.data / "assistant", thrifty=settings.thrifty)
    app = build(Cabinet(settings, db, assistant))
    pair = settings.pair
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
        ssl_certfile=pair and pair[0],
        ssl_keyfile=pair and pair[1],
    )
    _Server(config, settings, ready).run()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, settings: Settings, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._settings = settings
        self._ready = ready
        self._door: uvicorn.Server | None = None
        self._watch: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup()
        if not self.started:
            return
        if self.config.ssl is not None:
            self._watch = asyncio.create_task(https.watch(self._settings, self.config.ssl))
            await self._open_door()
        self._ready()

    async def shutdown(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        if self._watch is not None:
            self._watch.cancel()
        if self._door is not None:
            await self._door.shutdown()
        await super().shutdown()

    async def _open_door(self) -> None:
        """The plain-http port beside https, where one is wanted."""
        if not self._settings.http_port:
            return
        config = uvicorn.Config(
            trust.plain_door(self._settings),
            host=self._settings.host,
            port=self._settings.http_port,
            http="httptools",
            lifespan="off",
            access_log=False,
            log_level="warning",
            server_header=False,
        )
        config.load()
        self._door = uvicorn.Server(config)
        self._door.lifespan = config.lifespan_class(config)
        await self._door.startup()
