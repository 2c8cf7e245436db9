"""An archive made up quickly: sentences of invented syllables as often as in a language (Zipf), vectors in clusters.

Nothing is read or encoded: a paper is put together from sentences that were prepared once. Spelling habits are the
same for all papers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..assistant.bm25 import Counts, Words, count_words, join
from ..assistant.index import Embedding, Paper, Source, Vectors
from ..assistant.passages import Passage, Sentence
from ..assistant.restore import Habits
from ..assistant.text import fold, tokens

FINGERPRINT = "bench"
DIMENSIONS = 384
SYLLABLES, SENTENCES, CLUSTERS = 6_000, 40_000, 1_000
PAGES, PASSAGES_A_PAGE, SENTENCES_A_PASSAGE = 20, 3, 3
SHORTEST, LONGEST = 16, 40
"""Syllables a sentence."""
IN_CLUSTER, APART = 0.5, 0.35
"""How far a cluster lies from the middle of all, and a passage from the middle of its cluster."""
_BEGINS = ("b", "c", "ch", "d", "đ", "g", "gh", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th")
_MIDDLES = "a ă â e ê i o ô ơ u ư á à ả ạ é è ế ề ệ í ì ị ó ò ọ ố ồ ộ ớ ờ ợ ú ù ụ ứ ừ ự".split()  # noqa: SIM905
_ENDS = ("", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u", "y")


@dataclass(frozen=True)
class Ask:
    """A question in the words of a passage, and a vector near the passage's own."""

    question: str
    vector: Vectors


class Office:
    """Papers by chance, always the same for a seed."""

    def __init__(self, seed: int) -> None:
        self._chance = np.random.default_rng(seed)
        self._words = Words()
        spoken = [begin + middle + end for begin in _BEGINS for middle in _MIDDLES for end in _ENDS]
        self._spoken = [str(one) for one in self._chance.permutation(spoken)[:SYLLABLES]]
        often = 1 / np.arange(1, SYLLABLES + 1)
        lengths = self._chance.integers(SHORTEST, LONGEST, SENTENCES)
        drawn = np.split(self._chance.choice(SYLLABLES, lengths.sum(), p=often / often.sum()), np.cumsum(lengths)[:-1])
        self._texts = [" ".join(self._spoken[at] for at in row).capitalize() + "." for row in drawn]
        self._folded = [fold(text[:-1]).lower() for text in self._texts]
        self._counts = [count_words([tokens(text)], self._words) for text in self._texts]
        self._habits = Habits().learn(" ".join(self._texts[:200])).packed()
        self._middle = self._unit(self._chance.standard_normal((1, DIMENSIONS)))
        self._clusters = self._unit(self._chance.standard_normal((CLUSTERS, DIMENSIONS)))

    def papers(self, passages: int) -> Iterator[Paper]:
        a_paper = PAGES * PASSAGES_A_PAGE
        for number in range(-(-passages // a_paper)):
            yield self._paper(number, min(a_paper, passages - number * a_paper))

    def asks(self, papers: list[Paper], count: int) -> list[Ask]:
        """Every other one is typed without diacritics."""
        found = []
        for number in range(count):
            paper = papers[int(self._chance.integers(len(papers)))]
            at = int(self._chance.integers(len(paper.passages)))
            words = paper.passages[at].sentences[0].text.rstrip(".").split()[3:11]
            question = f"{' '.join(words)} là bao nhiêu?".capitalize()
            assert paper.embedding is not None
            near = paper.embedding.passages[at : at + 1].astype(np.float32)
            vector = self._unit(near + 0.3 * self._unit(self._chance.standard_normal((1, DIMENSIONS))))[0]
            found.append(Ask(fold(question) if number % 2 else question, vector))
        return found

    def _paper(self, number: int, passages: int) -> Paper:
        drawn = self._chance.integers(0, SENTENCES, (passages, SENTENCES_A_PASSAGE))
        title = f"Báo cáo số {number}"
        pages, made = self._pages(drawn)
        return Paper(
            source=Source(f"{number:064x}", title, "", pages),
            passages=made,
            passage_words=self._passage_words(title, drawn),
            sentence_words=join([self._counts[at] for at in drawn.ravel()]),
            packed_habits=self._habits,
            references=set(),
            folded=f" {' '.join(self._folded[at] for at in drawn.ravel())} ",
            embedding=self._vectors(drawn),
        )

    def _pages(self, drawn: NDArray[np.int64]) -> tuple[list[str], list[Passage]]:
        pages, made = [], []
        for number, first in enumerate(range(0, len(drawn), PASSAGES_A_PAGE), 1):
            at, texts = 0, []
            for row in drawn[first : first + PASSAGES_A_PAGE]:
                sentences = []
                for one in row:
                    sentences.append(Sentence(at, at + len(self._texts[one]), self._texts[one]))
                    at += len(self._texts[one]) + 1
                texts.append(" ".join(one.text for one in sentences))
                made.append(Passage(number, sentences[0].start, at - 1, texts[-1], tuple(sentences)))
            pages.append("\n".join(texts))
        return pages, made

    def _passage_words(self, title: str, drawn: NDArray[np.int64]) -> Counts:
        """The title's words and those of its sentences; a pair across two sentences is left out."""
        head = count_words([tokens(title)], self._words)
        every = join([part for row in drawn for part in (head, *(self._counts[at] for at in row))])
        parts = 1 + SENTENCES_A_PASSAGE
        rows, place = np.unique(every.text // parts << 32 | every.word, return_inverse=True)
        count = np.bincount(place, weights=every.count).astype(np.int64)
        return Counts(rows >> 32, rows & 0xFFFFFFFF, count, every.lengths.reshape(-1, parts).sum(axis=1))

    def _vectors(self, drawn: NDArray[np.int64]) -> Embedding:
        around = self._clusters[self._chance.integers(0, CLUSTERS, len(drawn))]
        noise = self._chance.standard_normal((len(drawn) * (1 + SENTENCES_A_PASSAGE), DIMENSIONS), dtype=np.float32)
        noise *= APART / DIMENSIONS**0.5
        passages = self._unit(self._middle + IN_CLUSTER * around + noise[: len(drawn)])
        sentences = self._unit(np.repeat(passages, SENTENCES_A_PASSAGE, axis=0) + noise[len(drawn) :])
        return Embedding(FINGERPRINT, passages.astype(np.float16), sentences.astype(np.float16))

    @staticmethod
    def _unit(rows: NDArray[np.floating]) -> Vectors:
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)
