"""Keyword ranking (Okapi BM25, Robertson & Zaragoza 2009) over the texts that one person may see.

Counting words is done once per paper; the statistics of a collection (in how many texts a word occurs, how long a
text is on average) are computed for the chosen papers only, so that nothing of another paper can be felt.
"""

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Integers = NDArray[np.int64]

SATURATION = 1.2
LENGTH_WEIGHT = 0.75


class Words:
    """Numbers for words, below 2³², the same in every process: they lie on disk. A number says nothing about where its
    word occurs; two words share one so seldom that ranking does not feel it (of ten million words one in 400)."""

    def number(self, word: str) -> int:
        return zlib.crc32(word.encode())


@dataclass(frozen=True)
class Counts:
    """How often each word occurs in each text: three parallel columns, and the length of every text."""

    text: Integers
    word: Integers
    count: Integers
    lengths: Integers


def count_words(texts: Iterable[Sequence[str]], words: Words) -> Counts:
    """``texts``: the tokens of each text."""
    rows: list[tuple[int, int, int]] = []
    lengths: list[int] = []
    for at, text in enumerate(texts):
        lengths.append(len(text))
        rows += [(at, words.number(word), times) for word, times in Counter(text).items()]
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return Counts(table[:, 0], table[:, 1], table[:, 2], np.array(lengths, dtype=np.int64))


def join(parts: Sequence[Counts]) -> Counts:
    """The texts of several papers one after the other."""
    starts = np.cumsum([0, *(len(part.lengths) for part in parts)])
    none = np.empty(0, dtype=np.int64)
    text = [part.text + start for part, start in zip(parts, starts, strict=False)]
    return Counts(
        np.concatenate([none, *text]),
        np.concatenate([none, *(part.word for part in parts)]),
        np.concatenate([none, *(part.count for part in parts)]),
        np.concatenate([none, *(part.lengths for part in parts)]),
    )


def some(counts: Counts, texts: Sequence[int]) -> Counts:
    """These texts alone, which are given in ascending order."""
    place = np.full(len(counts.lengths), -1, dtype=np.int64)
    place[list(texts)] = np.arange(len(texts))
    kept = place[counts.text] >= 0
    return Counts(place[counts.text[kept]], counts.word[kept], counts.count[kept], counts.lengths[list(texts)])


class BM25:
    def __init__(self, counts: Counts, words: Words) -> None:
        self.words = words
        self.size = len(counts.lengths)
        order = np.argsort(counts.word, kind="stable")
        self._word = counts.word[order]
        self._text = counts.text[order]
        self._weight = self._weights(counts.lengths, counts.count[order])

    def _weights(self, lengths: Integers, count: Integers) -> Scores:
        """In the order of the words."""
        average = lengths.mean() if self.size else 1.0
        spread = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * lengths[self._text] / average
        begins = np.flatnonzero(np.diff(self._word, prepend=-1))
        holding = np.diff(np.append(begins, len(self._word)))
        rarity = np.repeat(np.log(1 + (self.size - holding + 0.5) / (holding + 0.5)), holding)
        weights: Scores = rarity * count * (SATURATION + 1) / (count + SATURATION * spread)
        return weights

    def scores(self, query: Iterable[str]) -> Scores:
        """One score a text, 0 where no word is shared."""
        total = np.zeros(self.size)
        for word in query:
            first, last = self._range(word)
            total[self._text[first:last]] += self._weight[first:last]
        return total

    def knows(self, word: str) -> bool:
        """Whether any of these texts holds the word."""
        first, last = self._range(word)
        return last > first

    def rarity(self, word: str) -> float:
        """Inverse document frequency; a word that occurs nowhere is the rarest."""
        first, last = self._range(word)
        holding = last - first
        return float(np.log(1 + (self.size - holding + 0.5) / (holding + 0.5)))

    def _range(self, word: str) -> tuple[int, int]:
        number = self.words.number(word)
        first, last = np.searchsorted(self._word, [number, number + 1])
        return int(first), int(last)
