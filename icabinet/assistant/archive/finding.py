"""Finds the passages a question is about among those one person may read: by words, by meaning, then both together.

Rights come first: every count (in how many passages a word occurs, how long they are), every limit and every range is
worked out over the allowed passages alone, so that nothing of another paper can be felt.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from icabinet.assistant.archive.segments import Bools, Segment, signs_of
from icabinet.assistant.bm25 import LENGTH_WEIGHT, SATURATION, Scores, Words
from icabinet.assistant.index import Vectors
from icabinet.assistant.text import tokens

NEAREST, ONE_OF = 1_000, 500
"""So many passages are looked at closely by words, and as many by meaning; of very many one of so many."""
POSTINGS = 600_000
EACH = 1.2
"""The commonest words of a question are left out when the rarer ones alone stand in so many passages, or, of very many
passages, in each so many times."""
FARTHEST = 16
MEANING = 0.7
"""As among the passages of one meeting (:mod:`icabinet.assistant.search`)."""
BLOCK = 65_536

Places = NDArray[np.int64]


@dataclass(frozen=True)
class Part:
    """A segment and which of its passages are allowed."""

    segment: Segment
    allowed: Bools


@dataclass(frozen=True)
class Meaning:
    """A question as a unit vector of the model with this fingerprint."""

    vector: Vectors
    fingerprint: str


def find(parts: Sequence[Part], question: str, meaning: Meaning | None, nearest: int = 0) -> tuple[Places, Scores]:
    """Passages (numbered through all parts) worth a look, and their scores from 0 to 1; in no order."""
    words = by_words(parts, question)
    allowed = np.concatenate([np.empty(0, bool), *(one.allowed for one in parts)])
    nearest = nearest or max(NEAREST, int(np.count_nonzero(allowed)) // ONE_OF)
    near = _highest(words, allowed & (words > 0), nearest)
    if meaning is None:
        return near, between(words[near], 0.0, float(words.max(initial=0.0)))
    closest, farthest = _by_signs(parts, meaning, nearest)
    found = np.union1d(near, closest)
    cosines = _cosines(parts, meaning, found)
    lowest = float(np.fmin.reduce(np.append(_cosines(parts, meaning, farthest), cosines), initial=1.0))
    highest = float(np.fmax.reduce(cosines, initial=lowest))
    likeness = between(np.nan_to_num(cosines, nan=lowest), lowest, highest)
    told = between(words[found], 0.0, float(words.max(initial=0.0)))
    return found, (1 - MEANING) * told + MEANING * likeness


def by_words(parts: Sequence[Part], question: str, most: int | None = POSTINGS) -> Scores:
    """BM25 of every passage; 0 for one that is not allowed."""
    size = sum(int(np.count_nonzero(one.allowed)) for one in parts)
    average = sum(int(one.segment.lengths[one.allowed].sum(dtype=np.int64)) for one in parts) / max(1, size)
    scores = [np.zeros(len(one.segment), np.float32) for one in parts]
    number = Words().number
    told = Counter(number(word) for word in tokens(question))
    holding = {word: [_holding(one, word) for one in parts] for word in told}
    count = {word: sum(int(np.count_nonzero(there)) for _, _, there in found) for word, found in holding.items()}
    spent = 0
    for word in sorted(told, key=lambda one: (count[one], one)):
        if most is not None and spent and spent + count[word] > max(most, EACH * size):
            break
        spent += count[word]
        rarity = told[word] * np.log(1 + (size - count[word] + 0.5) / (count[word] + 0.5))
        for one, (every, often, there), total in zip(parts, holding[word], scores, strict=True):
            rows, times = every[there], often[there].astype(np.float32)
            length = one.segment.lengths[rows] * np.float32(LENGTH_WEIGHT / max(average, 1e-9))
            spread = SATURATION * (np.float32(1 - LENGTH_WEIGHT) + length)
            total[rows] += np.float32(rarity * (SATURATION + 1)) * times / (times + spread)
    return np.concatenate([np.empty(0), *scores])


def _holding(part: Part, word: int) -> tuple[NDArray[np.uint32], NDArray[np.uint8], Bools]:
    """The passages with the word, how often it stands there, and which of them are allowed."""
    rows, times = part.segment.postings(word)
    return rows, times, part.allowed[rows]


def _highest(scores: Scores, among: Bools, limit: int) -> Places:
    """The best so many, and those that are as good as the last of them."""
    rows = np.flatnonzero(among)
    if len(rows) <= limit:
        return rows
    own = scores[rows]
    best: Places = rows[own >= np.partition(own, len(own) - limit)[len(own) - limit]]
    return best


def _by_signs(parts: Sequence[Part], meaning: Meaning, limit: int) -> tuple[Places, Places]:
    """The nearest passages by the signs of their vectors, and a few of the farthest."""
    apart = np.concatenate([np.empty(0, np.uint16), *(_apart(one, meaning) for one in parts)])
    known = np.flatnonzero(apart < _UNKNOWN)
    own = apart[known]
    if len(known) <= limit:
        return known, known[:0]
    nearest = own <= np.partition(own, limit - 1)[limit - 1]
    farthest = own >= np.partition(own, len(own) - FARTHEST)[len(own) - FARTHEST]
    return known[nearest], known[farthest][:FARTHEST]


_UNKNOWN = 65_535


def _apart(part: Part, meaning: Meaning) -> NDArray[np.uint16]:
    """In how many signs each passage differs; _UNKNOWN where it has no vector of this model, or is not allowed."""
    segment = part.segment
    apart = np.full(len(segment), _UNKNOWN, np.uint16)
    if segment.width != len(meaning.vector):
        return apart
    own = segment.made_by(meaning.fingerprint)
    asked = signs_of(meaning.vector[None, :])[0]
    for at in range(0, len(segment), BLOCK):
        block = apart[at : at + BLOCK]
        block[:] = 0
        for sign, column in zip(asked, segment.sign_columns, strict=True):
            block += np.bitwise_count(column[at : at + BLOCK] ^ sign)
    apart[~(part.allowed & np.repeat(own, segment.counts))] = _UNKNOWN
    return apart


def _cosines(parts: Sequence[Part], meaning: Meaning, found: Places) -> Scores:
    """NaN where there is no vector of this model."""
    cosines = np.full(len(found), np.nan)
    begins = 0
    for one in parts:
        segment = one.segment
        inside = np.flatnonzero((found >= begins) & (found < begins + len(segment)))
        rows = found[inside] - begins
        begins += len(segment)
        if segment.width != len(meaning.vector) or not len(rows):
            continue
        made = segment.made_by(meaning.fingerprint)[np.searchsorted(segment.first, rows, "right") - 1]
        vectors = segment.columns.vectors.some(rows[made].tolist()).astype(np.float32)
        if len(vectors):
            cosines[inside[made]] = vectors @ meaning.vector
    return cosines


def between(values: Scores, low: float, high: float) -> Scores:
    """Scores in this range moved to 0…1."""
    moved: Scores = (values - low) / (high - low + 1e-9)
    return moved
