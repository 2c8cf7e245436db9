"""A paper that was read, as bytes: nothing has to be read again to search it."""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from icabinet.assistant.bm25 import Counts
from icabinet.assistant.index import Embedding, Halves, Paper, Source
from icabinet.assistant.passages import Passage, Sentence
from icabinet.assistant.references import Reference

_Span = tuple[int, int, bool, str]
"""Start, end, whether a heading, its text; empty where that is the part of the page as it stands."""
_Passage = tuple[int, int, int, str, str, str, list[_Span]]


class _Counts(msgspec.Struct, frozen=True, array_like=True):
    """Columns of numbers, little-endian: different words a text (u32), words (u32), how often (u16), lengths (u32)."""

    different: bytes
    word: bytes
    count: bytes
    lengths: bytes


class _Paper(msgspec.Struct, frozen=True, array_like=True):
    source: Source
    passages: list[_Passage]
    passage_words: _Counts
    sentence_words: _Counts
    habits: bytes
    references: list[Reference]
    folded: str
    fingerprint: str
    width: int
    passage_vectors: bytes
    sentence_vectors: bytes
    abbreviations: dict[str, str] = {}


_decoder = msgspec.msgpack.Decoder(_Paper)


def pack(paper: Paper) -> bytes:
    vectors = paper.embedding
    return msgspec.msgpack.encode(
        _Paper(
            source=paper.source,
            passages=[_passage(one, paper.source.pages[one.page - 1]) for one in paper.passages],
            passage_words=_counts(paper.passage_words),
            sentence_words=_counts(paper.sentence_words),
            habits=paper.packed_habits,
            references=list(paper.references),
            folded=paper.folded,
            fingerprint=vectors.fingerprint if vectors else "",
            width=vectors.passages.shape[1] if vectors else 0,
            passage_vectors=vectors.passages.tobytes() if vectors else b"",
            sentence_vectors=vectors.sentences.tobytes() if vectors else b"",
            abbreviations=paper.abbreviations,
        )
    )


def unpack(content: bytes) -> Paper:
    """Raises msgspec.DecodeError or ValueError for anything else than what :func:`pack` wrote."""
    one = _decoder.decode(content)
    embedding = None
    if one.fingerprint:
        embedding = Embedding(
            one.fingerprint, _vectors(one.passage_vectors, one.width), _vectors(one.sentence_vectors, one.width)
        )
    return Paper(
        source=one.source,
        passages=[_as_passage(row, one.source.pages) for row in one.passages],
        passage_words=_as_counts(one.passage_words),
        sentence_words=_as_counts(one.sentence_words),
        packed_habits=one.habits,
        references=set(one.references),
        folded=one.folded,
        abbreviations=one.abbreviations,
        embedding=embedding,
    )


def _passage(one: Passage, page: str) -> _Passage:
    spans = [(part.start, part.end, part.heading, _other(part, page)) for part in one.sentences]
    return one.page, one.start, one.end, _other(one, page), one.context, one.columns, spans


def _other(one: Passage | Sentence, page: str) -> str:
    return "" if one.text == page[one.start : one.end] else one.text


def _as_passage(row: _Passage, pages: Sequence[str]) -> Passage:
    number, start, end, text, context, columns, spans = row
    page = pages[number - 1]
    sentences = tuple(
        Sentence(first, last, other or page[first:last], heading) for first, last, heading, other in spans
    )
    return Passage(number, start, end, text or page[start:end], sentences, context, columns)


def _counts(counts: Counts) -> _Counts:
    different = np.bincount(counts.text, minlength=len(counts.lengths))
    return _Counts(
        different.astype("<u4").tobytes(),
        counts.word.astype("<u4").tobytes(),
        np.minimum(counts.count, 65_535).astype("<u2").tobytes(),
        counts.lengths.astype("<u4").tobytes(),
    )


def _as_counts(packed: _Counts) -> Counts:
    different = _numbers(packed.different, "<u4")
    return Counts(
        np.repeat(np.arange(len(different), dtype=np.int64), different),
        _numbers(packed.word, "<u4"),
        _numbers(packed.count, "<u2"),
        _numbers(packed.lengths, "<u4"),
    )


def _numbers(column: bytes, kind: str) -> NDArray[np.int64]:
    return np.frombuffer(column, kind).astype(np.int64)


def _vectors(column: bytes, width: int) -> Halves:
    return np.frombuffer(column, np.float16).reshape(-1, width) if width else np.empty((0, 0), np.float16)
