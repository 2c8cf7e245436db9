"""Files by the hash of their content: `blobs/ab/cd/<sha256>`. Written once, never changed.

A file is written beside its place, flushed to disk, and only then linked under its name, so that a name always
stands for whole content. What is derived from it (text, vectors, the PDF for reading) lives under
`derived/<sha256>/<tool>/` and can be made again.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import time
from collections.abc import AsyncIterator
from pathlib import Path

import anyio
import msgspec

LEFTOVER_SECONDS = 6 * 3600.0
"""No upload and no reading of a paper takes as long."""


class TooLarge(Exception):
    """More bytes came than are allowed; nothing was kept."""


class Blob(msgspec.Struct, frozen=True):
    sha256: str
    size: int


class Blobs:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.incoming = root / "incoming"
        self.incoming.mkdir(parents=True, exist_ok=True)

    def path(self, sha256: str) -> Path:
        return self.root / "blobs" / sha256[:2] / sha256[2:4] / sha256

    def derived(self, sha256: str, tool: str) -> Path:
        return self.root / "derived" / sha256 / tool

    def temporary(self) -> Path:
        return self.incoming / secrets.token_hex(16)

    async def receive(self, chunks: AsyncIterator[bytes], at_most: int) -> tuple[Path, Blob]:
        """Streams to a temporary file while hashing. Raises TooLarge as soon as `at_most` bytes are exceeded.

        The file is the caller's: `keep` gives it its name, `drop` removes it. On any error it is gone already.
        """
        place, digest, size = self.temporary(), hashlib.sha256(), 0
        try:
            with place.open("wb") as file:
                async for chunk in chunks:
                    size += len(chunk)
                    if size > at_most:
                        raise TooLarge
                    digest.update(chunk)
                    await anyio.to_thread.run_sync(file.write, chunk)
                file.flush()
                await anyio.to_thread.run_sync(os.fsync, file.fileno())
        except BaseException:
            place.unlink(missing_ok=True)
            raise
        return place, Blob(digest.hexdigest(), size)

    def keep(self, place: Path, blob: Blob) -> Path:
        """Gives a received file its name. Content that is there already is not stored twice."""
        target = self.path(blob.sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(place, target)
        sync_folder(target.parent)
        return target

    def put(self, content: bytes) -> Blob:
        blob = Blob(hashlib.sha256(content).hexdigest(), len(content))
        place = self.temporary()
        with place.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        self.keep(place, blob)
        return blob

    def kept(self, older_than: float) -> set[str]:
        """Hashes of the files, and of what was derived from files, that have lain here so many seconds."""
        limit = time.time() - older_than
        places = [*(self.root / "blobs").glob("*/*/*"), *(self.root / "derived").glob("*")]
        return {place.name for place in places if _written(place) < limit}

    def delete(self, sha256: str, older_than: float) -> None:
        """The file and what is derived from it, unless the same content was received again just now.

        The file is first taken out of its place, so that one that comes meanwhile stays in it.
        """
        place, aside = self.path(sha256), self.temporary()
        if place.exists():
            os.replace(place, aside)
            if _written(aside) >= time.time() - older_than:
                os.replace(aside, place)
                return
            aside.unlink()
        shutil.rmtree(self.root / "derived" / sha256, ignore_errors=True)

    def drop(self, place: Path) -> None:
        place.unlink(missing_ok=True)

    def sweep(self, older_than: float = LEFTOVER_SECONDS) -> int:
        """Removes what a crash left half received; what is younger another node may be receiving just now."""
        limit = time.time() - older_than
        leftovers = [place for place in self.incoming.iterdir() if place.stat().st_mtime < limit]
        for place in leftovers:
            if place.is_dir():
                shutil.rmtree(place)
            else:
                place.unlink(missing_ok=True)
        return len(leftovers)


def _written(place: Path) -> float:
    """Seconds since 1970; a place that is gone meanwhile counts as written now."""
    try:
        return place.stat().st_mtime
    except FileNotFoundError:
        return time.time()


def sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
