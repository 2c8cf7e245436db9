"""The running parts of one server process, and what the routes share."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast

from starlette.requests import HTTPConnection

from ..actions import viewer
from ..assistant.client import Assistant
from ..domain.audience import Viewer
from ..settings import Settings
from ..store.blobs import Blobs
from ..store.database import Database
from ..views.records import Record
from ..views.snapshot import everything
from .hub import Hub
from .sign_in import SignIns, Tries
from .wake import Wake


class Cabinet:
    def __init__(self, settings: Settings, db: Database, assistant: Assistant) -> None:
        self.settings = settings
        self.db = db
        self.blobs = Blobs(settings.data / "files")
        self.hub = Hub(db)
        self.wake = Wake(db)
        self.sign_ins = SignIns(db)
        self.tries = Tries()
        self.assistant = assistant
        self._rights: dict[tuple[str, str], Viewer] = {}
        self._everything: dict[str, tuple[int, list[Record]]] = {}
        self._loading: dict[str, asyncio.Lock] = {}

    @property
    def statics(self) -> Path:
        return Path(__file__).parent / "static"

    async def viewer(self, user: str, stream: str) -> Viewer:
        """The person as the stream sees him, from memory until the log says that somebody's part changed."""
        known = self._rights.get((user, stream))
        if known is None:
            known = await self.db.aread(lambda s: viewer(s, user, stream))
            self._rights[user, stream] = known
        return known

    def forget_rights(self) -> None:
        self._rights.clear()

    async def everything(self, stream: str) -> tuple[int, list[Record]] | None:
        """All records of a stream, loaded once per position however many tablets ask at the same time."""
        async with self._loading.setdefault(stream, asyncio.Lock()):
            held = self._everything.get(stream)
            room = self.hub.rooms.get(stream)
            if held is not None and room is not None and held[0] >= room.seq:
                return held
            fresh = await self.db.aread(lambda s: everything(s, stream))
            if fresh is not None:
                await self.hub.room(stream)
                self._everything[stream] = fresh
            return fresh


def cabinet(connection: HTTPConnection) -> Cabinet:
    return cast(Cabinet, connection.app.state.cabinet)
