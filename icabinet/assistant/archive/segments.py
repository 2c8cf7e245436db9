"""A segment: the words and vectors of many papers, column by column. On disk it is a folder with a file a column.

Words lie under their numbers in ascending order, each with the passages that hold it; of a vector the signs are kept
in memory (48 bytes at 384 dimensions), the rest is read when a passage is looked at. No text lies here.
"""

import contextlib
import os
import shutil
from collections.abc import Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from icabinet.assistant.archive.columns import Column, Filed, Held
from icabinet.assistant.bm25 import Counts, join
from icabinet.assistant.index import Halves, Vectors

VERSION = 1
KINDS = {"terms": "<u4", "starts": "<u8", "holders": "<u4", "times": "u1", "lengths": "<u2", "signs": "<u8"}
VECTORS, VECTOR_KIND, HEAD = "vectors", "<f2", "head"
EVERY = 128
"""Of so many words one is kept in memory, to know where to read."""
MOST_TIMES, LONGEST = 255, 65_535

Signs = NDArray[np.uint64]
Bools = NDArray[np.bool_]


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """A paper in a segment; ``stamp`` as on the shelf; ``fingerprint`` of its vectors' model, empty without vectors."""

    key: str
    stamp: bytes
    passages: int
    fingerprint: str


class _Head(msgspec.Struct, frozen=True):
    version: int
    width: int
    pieces: list[Piece]


@dataclass(frozen=True)
class Columns:
    """``starts[i]`` to ``starts[i + 1]``: where in ``holders`` and ``times`` the passages with ``terms[i]`` stand."""

    terms: Column
    starts: Column
    holders: Column
    times: Column
    vectors: Column


class Segment:
    """``first[i]``: the number of the first passage of piece i; ``live[i]``: whether the shelf holds it so today."""

    def __init__(
        self,
        pieces: list[Piece],
        width: int,
        columns: Columns,
        sizes: tuple[int, NDArray[np.uint16], Signs],
        folder: Path | None = None,
    ) -> None:
        """``sizes``: how many different words there are, the length of every passage, the signs of every vector."""
        self.pieces, self.width, self.columns, self.folder = pieces, width, columns, folder
        self.words, self.lengths, signs = sizes
        # Column by column: so they are compared ten times as fast as row by row.
        self.sign_columns: Signs = np.ascontiguousarray(signs.T)
        self.counts = np.array([one.passages for one in pieces], dtype=np.int64)
        self.first = np.cumsum([0, *self.counts])
        self.live: Bools = np.ones(len(pieces), dtype=bool)
        self._keys = [one.key for one in pieces]
        self._made: dict[str, Bools] = {}
        self._known: NDArray[np.uint32] = columns.terms.part(0, self.words)[::EVERY].copy()

    def __len__(self) -> int:
        return int(self.first[-1])

    @property
    def signs(self) -> Signs:
        """Row by row, as they lie on disk."""
        return self.sign_columns.T

    @property
    def living(self) -> int:
        """Passages that still stand on the shelf."""
        return int(self.counts[self.live].sum())

    @property
    def holds_papers(self) -> bool:
        """Whether the shelf still holds one of its papers; a paper may have no passage at all."""
        return bool(self.live.any())

    def allowed(self, keys: Set[str]) -> Bools:
        """For every passage whether it lives and belongs to one of these papers."""
        wanted = np.fromiter(map(keys.__contains__, self._keys), np.bool_, len(self._keys))
        return np.repeat(wanted & self.live, self.counts)

    def made_by(self, fingerprint: str) -> Bools:
        """For every piece whether this model made its vectors."""
        if fingerprint not in self._made:
            self._made = {fingerprint: np.array([one.fingerprint == fingerprint for one in self.pieces], dtype=bool)}
        return self._made[fingerprint]

    def place(self, word: int) -> int:
        """Where among the words this one stands, or the next one after it."""
        block = max(0, int(np.searchsorted(self._known, np.uint64(word))) - 1)
        near = self.columns.terms.part(block * EVERY, min(self.words, (block + 1) * EVERY))
        return block * EVERY + int(np.searchsorted(near, np.uint64(word)))

    def postings(self, word: int) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
        """The passages that hold the word, and how often."""
        at = self.place(word)
        if at == self.words or self.columns.terms.part(at, at + 1)[0] != word:
            return np.empty(0, np.uint32), np.empty(0, np.uint8)
        first, last = (int(one) for one in self.columns.starts.part(at, at + 2))
        return self.columns.holders.part(first, last), self.columns.times.part(first, last)

    def kill(self, at: int) -> None:
        """The piece is no longer searched and its vectors are overwritten."""
        self.live[at] = False
        if self.width and self.pieces[at].fingerprint:
            with contextlib.suppress(OSError):  # a disk that refuses is asked again at the next start
                self.columns.vectors.wipe(int(self.first[at]), int(self.first[at + 1]))

    def remove(self) -> None:
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def in_memory(papers: Sequence[tuple[Piece, Counts, Halves | None]]) -> Segment:
    """A segment of a few papers that is not on disk."""
    width = next((one.shape[1] for _, _, one in papers if one is not None and len(one)), 0)
    pieces = [_fitting(piece, vectors, width) for piece, _, vectors in papers]
    counts = join([one for _, one, _ in papers])
    order = np.argsort(counts.word, kind="stable")
    terms, starts = grouped(counts.word[order])
    vectors = [_rows(one, piece, width) for piece, (_, _, one) in zip(pieces, papers, strict=True)]
    whole: Halves = np.concatenate([np.empty((0, width), np.float16), *vectors])
    columns = Columns(
        Held(terms),
        Held(starts),
        Held(counts.text[order].astype(np.uint32)),
        Held(np.minimum(counts.count[order], MOST_TIMES).astype(np.uint8)),
        Held(whole),
    )
    return Segment(
        pieces, width, columns, (len(terms), np.minimum(counts.lengths, LONGEST).astype(np.uint16), signs_of(whole))
    )


def _fitting(piece: Piece, vectors: Halves | None, width: int) -> Piece:
    fits = vectors is not None and len(vectors) == piece.passages and vectors.shape[1] == width
    return piece if fits else msgspec.structs.replace(piece, fingerprint="")


def _rows(vectors: Halves | None, piece: Piece, width: int) -> Halves:
    return vectors if vectors is not None and piece.fingerprint else np.zeros((piece.passages, width), np.float16)


def grouped(words: NDArray[Any]) -> tuple[NDArray[np.uint32], NDArray[np.uint64]]:
    """Of sorted words the different ones, and where each begins (one more: the end)."""
    new = np.flatnonzero(np.diff(words, prepend=words[:1] - 1)) if len(words) else np.empty(0, np.int64)
    return words[new].astype(np.uint32), np.append(new, len(words)).astype(np.uint64)


def signs_of(vectors: Vectors | Halves) -> Signs:
    """One bit a dimension; filled up to a multiple of 64."""
    bits = np.packbits(vectors > 0, axis=1)
    filled = np.pad(bits, ((0, 0), (0, -bits.shape[1] % 8)))
    return np.ascontiguousarray(filled).view(np.uint64)


class Writer:
    """Writes a segment column by column into a folder that gets its name only when it is whole and on the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._partial = folder.with_suffix(".partial")
        shutil.rmtree(self._partial, ignore_errors=True)
        self._partial.mkdir(parents=True)
        self._files = {name: (self._partial / name).open("wb") for name in (*KINDS, VECTORS)}

    def add(self, name: str, numbers: NDArray[Any]) -> None:
        kind = KINDS.get(name, VECTOR_KIND)
        self._files[name].write(np.ascontiguousarray(numbers, kind).data)

    def finish(self, pieces: list[Piece], width: int) -> Segment:
        (self._partial / HEAD).write_bytes(msgspec.msgpack.encode(_Head(VERSION, width, pieces)))
        for file in self._files.values():
            file.close()
        for path in self._partial.iterdir():
            with path.open("rb") as whole:
                os.fsync(whole.fileno())
        os.replace(self._partial, self._folder)
        return opened(self._folder)

    def close(self) -> None:
        """What was not finished takes no room any longer."""
        for file in self._files.values():
            with contextlib.suppress(OSError):
                file.close()
        shutil.rmtree(self._partial, ignore_errors=True)


def write(segment: Segment, folder: Path) -> Segment:
    """Puts a segment in memory on disk. Raises OSError, and leaves nothing there then."""
    writer = Writer(folder)
    try:
        return _write(segment, writer)
    finally:
        writer.close()


def _write(segment: Segment, writer: Writer) -> Segment:
    columns = segment.columns
    starts = columns.starts.part(0, segment.words + 1)
    writer.add("terms", columns.terms.part(0, segment.words))
    writer.add("starts", starts)
    writer.add("holders", columns.holders.part(0, int(starts[-1])))
    writer.add("times", columns.times.part(0, int(starts[-1])))
    writer.add("lengths", segment.lengths)
    writer.add("signs", segment.signs)
    writer.add(VECTORS, columns.vectors.part(0, len(segment)))
    return writer.finish(segment.pieces, segment.width)


def opened(folder: Path) -> Segment:
    """Raises ValueError, OSError or msgspec.DecodeError for a folder that is no whole segment of this version."""
    head = msgspec.msgpack.decode((folder / HEAD).read_bytes(), type=_Head)
    if head.version != VERSION:
        raise ValueError(f"version {head.version}")
    file = {name: Filed(folder / name, kind) for name, kind in KINDS.items() if name != "signs"}
    vectors = Filed(folder / VECTORS, VECTOR_KIND, head.width)
    words, size = len(file["terms"]), sum(one.passages for one in head.pieces)
    signs = np.fromfile(folder / "signs", "<u8").reshape(size, -(-head.width // 64))
    lengths = file["lengths"].part(0, len(file["lengths"]))
    postings = int(file["starts"].part(words, words + 1)[0])
    whole = (len(file["starts"]), len(file["holders"]), len(file["times"]), len(lengths))
    if whole != (words + 1, postings, postings, size) or (head.width and len(vectors) != size):
        raise ValueError("columns of other lengths than they should have")
    columns = Columns(file["terms"], file["starts"], file["holders"], file["times"], vectors)
    return Segment(head.pieces, head.width, columns, (words, lengths, signs), folder)
