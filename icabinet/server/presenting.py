"""The presented page: not logged, the last one wins, and at most four a second reach the tablets."""

from __future__ import annotations

import asyncio
from typing import Annotated

import msgspec
from msgspec import Meta

from ..domain.audience import EVERYONE, Audience, Viewer
from ..store.database import Database
from ..views.presenting import presents, shown_to
from .hub import Hub

PAUSE = 0.25
"""Seconds between two pages of one meeting; the last one always goes out."""
Thousandth = Annotated[int, Meta(ge=0, le=1000)]


class PageShown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page (from 1) and the part of it in sight: left, top, right, bottom in thousandths of the page."""

    version: Annotated[str, Meta(max_length=64)]
    page: Annotated[int, Meta(ge=1, le=5000)]
    part: tuple[Thousandth, Thousandth, Thousandth, Thousandth] = (0, 0, 1000, 1000)


class Hidden(msgspec.Struct, frozen=True):
    """Instead of a page, for those who may not read the paper: they are told that something is presented."""

    hidden: bool = True


class Presenting:
    """What each meeting is being shown, and when the next page may go out."""

    def __init__(self, db: Database, hub: Hub) -> None:
        self._db = db
        self._hub = hub
        self._by: dict[str, str] = {}
        self._told: dict[str, float] = {}
        self._waiting: dict[str, tuple[str, PageShown | None, Audience]] = {}

    async def show(self, stream: str, who: Viewer, value: PageShown | None) -> None:
        """From anybody who may not present it is not heard; a page that the presenter may not read is not shown."""
        if not await self._db.aread(lambda s: presents(s, stream, who)):
            return
        if value is None:
            if self._by.get(stream, who.user) == who.user or "chair" in who.roles:
                self._soon(stream, who.user, None, EVERYONE)
            return
        version = value.version
        audience = await self._db.aread(lambda s: shown_to(s, stream, who, version))
        if audience:
            self._soon(stream, who.user, value, audience)

    def _soon(self, stream: str, user: str, value: PageShown | None, audience: Audience) -> None:
        loop = asyncio.get_running_loop()
        self._by[stream] = user
        waits = stream in self._waiting
        self._waiting[stream] = (user, value, audience)
        if not waits:
            pause = self._told.get(stream, 0.0) + PAUSE - loop.time()
            if pause <= 0:
                self._tell(stream)
            else:
                loop.call_later(pause, self._tell, stream)

    def _tell(self, stream: str) -> None:
        user, value, audience = self._waiting.pop(stream)
        self._told[stream] = asyncio.get_running_loop().time()
        if value is None:
            self._by.pop(stream, None)
        self._hub.signal(stream, "page", user, value, audience, others=Hidden())
