"""The running parts of one server process, and what the routes share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from starlette.requests import HTTPConnection

from ..actions import takes_part, viewers
from ..assistant.client import Assistant
from ..domain.audience import Viewer
from ..jobs.index import Indexer
from ..settings import Settings
from ..store.blobs import Blobs
from ..store.database import Database
from ..views.archive import Readables
from ..views.minutes_sheet import Sheets
from .bundles import Bundles
from .copies import Copies
from .gate import Gate
from .hub import Hub
from .memory import Memory
from .presenting import Presenting
from .sign_in import SignIns, Tries
from .together import Together
from .wake import Wake
from .wordings import Wordings


class Cabinet:
    def __init__(self, settings: Settings, db: Database, assistant: Assistant) -> None:
        self.settings = settings
        self.db = db
        self.blobs = Blobs(settings.data / "files")
        self.hub = Hub(db)
        self.wake = Wake(db)
        self.hub.on_open = self._opened
        self.sign_ins = SignIns(db)
        self.tries = Tries()
        self.assistant = assistant
        self.indexer = Indexer(db, self.blobs, assistant)
        self._rights: dict[tuple[str, str], Viewer] = {}
        self._rights_changes = 0
        self._asked = Together(self._read_rights)
        self.readables = Readables()
        self.memory = Memory(db)
        self.copies = Copies(db, self.blobs)
        self.bundles = Bundles(self.blobs)
        self.presenting = Presenting(db, self.hub)
        self.wordings = Wordings(settings)
        self.gate = Gate()
        self.sheets = Sheets()

    @property
    def statics(self) -> Path:
        return Path(__file__).parent / "static"

    async def viewer(self, user: str, stream: str) -> Viewer:
        """The person as the stream sees him, from memory until the log says that somebody's part changed."""
        if "\0" in stream:  # PostgreSQL would refuse the whole read, and everybody else's question with it
            return Viewer(user, frozenset())
        known = self._rights.get((user, stream))
        if known is None:
            known = await self._asked.ask((user, stream))
        return known or Viewer(user, frozenset())

    async def _read_rights(self, asked: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Viewer]:
        """What is read while rights are being forgotten answers this time, and is not remembered; nor is a "no"."""
        users: dict[str, list[str]] = {}
        for user, stream in asked:
            users.setdefault(stream, []).append(user)
        changes = self._rights_changes
        read = await self.db.aread(lambda s: {stream: viewers(s, users[stream], stream) for stream in users})
        found = {(user, stream): who for stream in read for user, who in read[stream].items()}
        if changes == self._rights_changes:
            self._rights |= {asked: who for asked, who in found.items() if takes_part(who, asked[1])}
        return found

    def _opened(self, stream: str) -> None:
        """What was committed while a room opened was announced to nobody."""
        self.forget_rights()
        self.wake.hint(stream)

    def forget_rights(self) -> None:
        self._rights_changes += 1
        self._rights.clear()


def cabinet(connection: HTTPConnection) -> Cabinet:
    return cast(Cabinet, connection.app.state.cabinet)
