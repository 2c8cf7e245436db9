"""Papers and their vectors kept on disk, ready to be searched: nothing is read or encoded again after a restart."""

import contextlib
import hashlib
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from icabinet.assistant import abbreviations, bm25, index, lines, packed, passages, references, restore, text
from icabinet.assistant.index import Paper, Source

MAGIC = b"icabinet paper 3\n"
_LENGTH = 4


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


_RULES = (abbreviations, bm25, index, lines, packed, passages, references, restore, text)
READER = _digest(b"".join(Path(str(part.__file__)).read_bytes() for part in _RULES))
"""The rules by which papers are read today: one that was read by others is read again."""


class Entry(msgspec.Struct, frozen=True):
    """What is known of a paper without opening it. ``stamp`` is another one each time the paper is written.

    ``fingerprint``: of the model that made its vectors; empty without.
    """

    key: str
    stamp: bytes
    digest: bytes
    reader: bytes
    passages: int
    fingerprint: str
    check: int

    @property
    def stale(self) -> bool:
        return self.reader != READER


class Damaged(Exception):
    """The file is not what was written there."""


def digest_of(source: Source) -> bytes:
    return _digest(msgspec.msgpack.encode(source))


class Shelf:
    """A folder with a file a paper, replaced atomically."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def path(self, key: str) -> Path:
        return self.folder / f"{hashlib.sha256(key.encode()).hexdigest()}.paper"

    def save(self, paper: Paper) -> Entry:
        content = packed.pack(paper)
        entry = Entry(
            key=paper.key,
            stamp=os.urandom(8),
            digest=digest_of(paper.source),
            reader=READER,
            passages=len(paper.passages),
            fingerprint=paper.embedding.fingerprint if paper.embedding else "",
            check=zlib.crc32(content),
        )
        head = msgspec.msgpack.encode(entry)
        target = self.path(paper.key)
        partial = target.with_suffix(".partial")
        with partial.open("wb") as file:
            file.write(MAGIC + len(head).to_bytes(_LENGTH, "big") + head + content)
            file.flush()
            os.fsync(file.fileno())  # or a power cut leaves the name without the content
        os.replace(partial, target)
        return entry

    def load(self, key: str) -> Paper:
        """Raises Damaged when the file is missing or not whole."""
        try:
            with self.path(key).open("rb") as file:
                entry, content = _head(file), file.read()
            if zlib.crc32(content) != entry.check:
                raise Damaged(key)
            return packed.unpack(content)
        except (OSError, ValueError, LookupError, msgspec.DecodeError) as problem:
            raise Damaged(key) from problem

    def drop(self, key: str) -> None:
        self.path(key).unlink(missing_ok=True)

    def entries(self) -> Iterator[Entry]:
        """Of every paper; a file that cannot be one is removed, and so are those of older versions."""
        for path in sorted(self.folder.iterdir()):
            if path.suffix in (".npz", ".partial"):
                _remove(path)
            entry = _entry(path) if path.suffix == ".paper" else None
            if entry is not None:
                yield entry


def _entry(path: Path) -> Entry | None:
    """None, and the file is gone, when it cannot be a paper."""
    try:
        with path.open("rb") as file:
            return _head(file)
    except (OSError, ValueError, Damaged, msgspec.DecodeError):
        _remove(path)
        return None


def _remove(path: Path) -> None:
    """One that the disk does not give up is left: it keeps nobody from the other papers."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _head(file: BinaryIO) -> Entry:
    start = file.read(len(MAGIC) + _LENGTH)
    if not start.startswith(MAGIC) or len(start) < len(MAGIC) + _LENGTH:
        raise Damaged(file.name)
    return msgspec.msgpack.decode(file.read(int.from_bytes(start[-_LENGTH:], "big")), type=Entry)
