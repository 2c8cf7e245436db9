"""The keys of secret votes: one small file each, beside the database and never in it.

A key lives from the opening of its vote to its close. Whoever holds the database without the file holds noise; once
the file is gone, so do the pages that the database has freed, its write-ahead log and its backups.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from .blobs import sync_folder

KEY_BYTES = 32


class KeyLost(Exception):
    """The key of a vote is not where it was put: the data folder was restored from a backup without it."""


class Keys:
    """A folder that only its owner may read. Names are the vote's id in hexadecimal: some file systems fold case."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, vote: str) -> Path:
        return self.folder / vote.encode().hex()

    def make(self, vote: str) -> None:
        """A fresh key, on disk before this returns. One that an opening left behind which came to nothing gives way."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.destroy(vote)
        handle = os.open(self.path(vote), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(handle, secrets.token_bytes(KEY_BYTES))
            os.fsync(handle)
        finally:
            os.close(handle)
        sync_folder(self.folder)

    def read(self, vote: str) -> bytes:
        """Raises KeyLost when there is no whole key."""
        try:
            key = self.path(vote).read_bytes()
        except FileNotFoundError:
            raise KeyLost(vote) from None
        if len(key) != KEY_BYTES or not any(key):
            raise KeyLost(vote)
        return key

    def destroy(self, vote: str) -> None:
        """Overwritten, then removed; a vote without a key is left as it is."""
        try:
            handle = os.open(self.path(vote), os.O_WRONLY)
        except FileNotFoundError:
            return
        try:
            os.write(handle, bytes(KEY_BYTES))
            os.fsync(handle)
        finally:
            os.close(handle)
        self.path(vote).unlink(missing_ok=True)
        sync_folder(self.folder)

    def votes(self) -> list[str]:
        """The votes that have a key."""
        if not self.folder.is_dir():
            return []
        return sorted(bytes.fromhex(place.name).decode() for place in self.folder.iterdir())
