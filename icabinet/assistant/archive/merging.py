"""Several segments made into one, without the papers that are gone; a slice of the words a step."""

from collections.abc import Generator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from icabinet.assistant.archive.segments import VECTORS, Bools, Piece, Segment, Writer, grouped

SLICES = 64
WORDS = 2**32
ROWS = 4096

Places = NDArray[np.int64]


def merged(segments: Sequence[Segment], folder: Path) -> Generator[None, None, Segment]:
    """``folder`` does not exist yet. What dies meanwhile is still in the new segment; the caller knows what lives."""
    writer = Writer(folder)
    try:
        return (yield from _merge(writer, segments))
    finally:
        writer.close()


def _merge(writer: Writer, segments: Sequence[Segment]) -> Generator[None, None, Segment]:
    width = max(one.width for one in segments)
    living = [one.live.copy() for one in segments]
    keep = [np.repeat(live, one.counts) for one, live in zip(segments, living, strict=True)]
    new = _new_places(keep)
    begun = 0
    for step in range(SLICES):
        begun += _words(writer, segments, new, (step * WORDS // SLICES, (step + 1) * WORDS // SLICES), begun)
        yield
    writer.add("starts", np.array([begun]))
    for one, rows in zip(segments, keep, strict=True):
        writer.add("lengths", one.lengths[rows])
        writer.add("signs", _signs(one, rows, width))
        for at in range(0, len(one), ROWS):
            writer.add(VECTORS, _vectors(one, at, rows, width))
        yield
    return writer.finish(_pieces(segments, living, width), width)


def _new_places(keep: Sequence[Bools]) -> list[Places]:
    """The new number of every passage, segment by segment; −1 for what is left out."""
    every = np.concatenate(keep)
    places = np.where(every, np.cumsum(every) - 1, -1)
    return np.split(places, np.cumsum([len(one) for one in keep])[:-1])


def _words(
    writer: Writer, segments: Sequence[Segment], new: Sequence[Places], between: tuple[int, int], begun: int
) -> int:
    """Writes the words of this slice and returns how many postings they have."""
    parts = [_slice(one, places, *between) for one, places in zip(segments, new, strict=True)]
    word, holder, times = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(word, kind="stable")
    terms, starts = grouped(word[order].astype(np.int64))
    writer.add("terms", terms)
    writer.add("starts", starts[:-1] + np.uint64(begun))
    writer.add("holders", holder[order])
    writer.add("times", times[order])
    return len(word)


def _slice(segment: Segment, new: Places, low: int, high: int) -> tuple[NDArray[np.uint32], Places, NDArray[np.uint8]]:
    first, last = segment.place(low), segment.place(high)
    starts = segment.columns.starts.part(first, last + 1).astype(np.int64)
    holder = new[segment.columns.holders.part(int(starts[0]), int(starts[-1]))]
    times = segment.columns.times.part(int(starts[0]), int(starts[-1]))
    word = np.repeat(segment.columns.terms.part(first, last), np.diff(starts))
    there = holder >= 0
    return word[there], holder[there], times[there]


def _signs(segment: Segment, rows: Bools, width: int) -> NDArray[np.uint64]:
    kept = segment.signs[rows]
    return kept if segment.width == width else np.zeros((len(kept), -(-width // 64)), np.uint64)


def _vectors(segment: Segment, at: int, rows: Bools, width: int) -> NDArray[np.float16]:
    last = min(at + ROWS, len(segment))
    if segment.width != width or not width:
        return np.zeros((int(rows[at:last].sum()), width), np.float16)
    kept: NDArray[np.float16] = segment.columns.vectors.part(at, last)[rows[at:last]]
    return kept


def _pieces(segments: Sequence[Segment], living: Sequence[Bools], width: int) -> list[Piece]:
    """Vectors of another length than most are not taken along; such papers get new ones anyway."""
    found = []
    for one, live in zip(segments, living, strict=True):
        own = [piece for piece, there in zip(one.pieces, live, strict=True) if there]
        found += own if one.width == width else [Piece(piece.key, piece.stamp, piece.passages, "") for piece in own]
    return found
