"""The bundles that this server made, and how far it is with the next one."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import anyio
import msgspec

from ..documents.bundle.pack import sha256
from ..store.blobs import Blobs
from ..views.bundle import Facts, Tell, build

KEPT_SECONDS = 3600
"""How long a bundle that was made can be fetched; the same meeting gives the same bytes again."""


class Said(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line to the asker: `done` of `of` steps, then the name of the file with its SHA-256, or why there is none."""

    done: int = 0
    of: int = 0
    name: str = ""
    size: int = 0
    error: str = ""


class Bundles:
    """Those that were made, each in the folder of its meeting. One is made at a time."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._folder = blobs.root / "bundles"
        self._at_once = anyio.CapacityLimiter(1)

    def place(self, stream: str, name: str) -> Path:
        return self._folder / sha256(stream.encode())[:32] / f"{name}.zip"

    async def make(self, found: Facts) -> AsyncIterator[Said]:
        """How far it is, as often as that changes; the last word names the file. Raises NotPrinted."""
        steps: asyncio.Queue[Said | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def tell(done: int, of: int) -> None:
            loop.call_soon_threadsafe(steps.put_nowait, Said(done, of))

        async def work() -> Said:
            try:
                return await anyio.to_thread.run_sync(lambda: self._kept(found, tell), limiter=self._at_once)
            finally:
                steps.put_nowait(None)

        making = asyncio.create_task(work())
        while (step := await steps.get()) is not None:
            yield step
        yield await making

    def sweep(self) -> None:
        limit = time.time() - KEPT_SECONDS
        for file in self._folder.glob("*/*"):
            if file.stat().st_mtime < limit:
                file.unlink(missing_ok=True)

    def _kept(self, found: Facts, tell: Tell) -> Said:
        content = build(found, tell, lambda sha: self._blobs.path(sha).read_bytes())
        name = sha256(content)
        place = self.place(found.about.meeting, name)
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(f".{time.monotonic_ns()}")
        beside.write_bytes(content)
        beside.replace(place)
        return Said(name=name, size=len(content))
