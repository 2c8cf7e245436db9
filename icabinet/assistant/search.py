"""Ranks passages and sentences of the papers one person may see: half by keywords, half by meaning.

Rights come first: a :class:`View` is built from the allowed papers only, so rarity of words, spelling habits, the
range of scores and everything else that could betray another paper is computed without it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from icabinet.assistant.abbreviations import opened
from icabinet.assistant.bm25 import BM25, Integers, Scores, Words, join
from icabinet.assistant.comparison import compared, compared_kind, compares
from icabinet.assistant.extraction import Extracts
from icabinet.assistant.forms import has_answer_form
from icabinet.assistant.index import Embedding, Paper, Vectors
from icabinet.assistant.passages import Passage, Sentence
from icabinet.assistant.questions import Kind, kind_of
from icabinet.assistant.references import without_references
from icabinet.assistant.restore import Restorer
from icabinet.assistant.text import nfc, tokens

PASSAGE_MEANING = 0.7
SENTENCE_MEANING = 0.5
BEST_SENTENCE_WEIGHT = 0.15
PASSAGE_WEIGHT = 0.4
FORM_WEIGHT = 0.15
SIGNATURE_WEIGHT = 1.0
NO_VALUE = -9.0
PART_WORTH_SORTING = 8


class EncodesQuestions(Protocol):
    @property
    def fingerprint(self) -> str: ...

    @property
    def extractor(self) -> Extracts | None: ...

    def question(self, text: str) -> Vectors: ...


@dataclass(frozen=True)
class Asked:
    """A question as typed and as understood; ``vector`` is missing when only keywords can be used, ``extractor`` also
    where none was taught for the model.
    """

    typed: str
    restored: str
    kind: Kind
    vector: Vectors | None
    comparison: bool = False
    extractor: Extracts | None = None


@dataclass(frozen=True)
class Ranking:
    """Scores of every passage and sentence of a view; the cosines are missing when only keywords were used."""

    passages: Scores
    sentences: Scores
    passage_cosines: Scores | None
    sentence_cosines: Scores | None
    order: tuple[int, ...] = ()
    """The best sentences as they were put in order anew (see :mod:`icabinet.assistant.reordering`)."""
    worth: tuple[float, ...] = ()
    margins: tuple[float, ...] = ()
    """Of the first of these, as far as they were read together with the question."""

    def best(self, limit: int) -> list[int]:
        """The best so many sentences; those that were not put in order anew by their scores."""
        if limit <= len(self.order):
            return list(self.order[:limit])
        first = set(self.order)
        return [*self.order, *(at for at in self._by_score(limit) if at not in first)][:limit]

    def _by_score(self, limit: int) -> list[int]:
        """The earlier first where two are equal; quick where only a few are wanted."""
        scores = -self.sentences
        if limit < len(scores) // PART_WORTH_SORTING:
            worst = np.partition(scores, limit - 1)[limit - 1]
            near: NDArray[np.intp] = np.flatnonzero(scores <= worst)
            return [int(at) for at in near[np.argsort(scores[near], kind="stable")][:limit]]
        return [int(at) for at in np.argsort(scores, kind="stable")[:limit]]


class View:
    """The allowed papers as one collection. ``owners[i]`` is the passage of sentence i."""

    def __init__(self, papers: Sequence[Paper], words: Words) -> None:
        self.papers = list(papers)
        self.passages: list[tuple[Paper, Passage]] = [(one, part) for one in papers for part in one.passages]
        self.sentences: list[Sentence] = [one for _, part in self.passages for one in part.sentences]
        counts = [len(part.sentences) for _, part in self.passages]
        self.owners: Integers = np.repeat(np.arange(len(counts)), counts)
        self.passage_words = BM25(join([one.passage_words for one in papers]), words)
        self.sentence_words = BM25(join([one.sentence_words for one in papers]), words)
        self._forms_by_kind: dict[Kind, Scores] = {}
        self._headings = np.array([one.heading for one in self.sentences], dtype=bool)

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Those that the allowed papers define; where they disagree, the last one's."""
        return {short: full for paper in self.papers for short, full in paper.abbreviations.items()}

    @cached_property
    def restorer(self) -> Restorer:
        return Restorer(paper.habits for paper in self.papers)

    @cached_property
    def _vectors(self) -> tuple[Vectors, Vectors, str] | None:
        """Present only when every paper has vectors of one and the same model."""
        embeddings = [paper.embedding for paper in self.papers if paper.passages]
        whole = [one for one in embeddings if isinstance(one, Embedding)]
        models = {one.fingerprint for one in whole}
        if len(whole) < len(embeddings) or len(models) != 1:
            return None
        passages = np.concatenate([one.passages for one in whole]).astype(np.float32)
        return passages, np.concatenate([one.sentences for one in whole]).astype(np.float32), models.pop()

    def ask(self, question: str, encoder: EncodesQuestions | None) -> Asked:
        """Of a comparison only its subject is searched."""
        question = opened(question, self.abbreviations)
        restored = self.restorer.restore(question)
        comparison = compares(question)
        subject = compared(restored) if comparison else restored
        vector = extractor = None
        if encoder and self._vectors and self._vectors[2] == encoder.fingerprint:
            vector, extractor = encoder.question(subject), encoder.extractor
        typed = compared(question) if comparison else nfc(question)
        kind = compared_kind(subject, kind_of(restored)) if comparison else kind_of(restored)
        return Asked(typed, restored, kind, vector, comparison, extractor)

    def rank(self, asked: Asked) -> Ranking:
        """Keywords always compare the question as typed, folded; meaning compares the restored one.

        A document number in a question says in which paper to look: the line that only repeats it is no answer.
        """
        subject = asked.typed if asked.kind == "document" else without_references(asked.typed)
        words = self.passage_words.scores(tokens(asked.typed)), self.sentence_words.scores(tokens(subject))
        passage_cosines = sentence_cosines = None
        if asked.vector is not None and self._vectors is not None:
            passage_cosines = (self._vectors[0] @ asked.vector).astype(np.float64)
            sentence_cosines = (self._vectors[1] @ asked.vector).astype(np.float64)
        of_passages = mix(words[0], passage_cosines, PASSAGE_MEANING)
        of_sentences = mix(words[1], sentence_cosines, SENTENCE_MEANING)
        best = mix(self._best(words[1]), self._best(sentence_cosines), PASSAGE_MEANING)
        by_passage = spread((1 - BEST_SENTENCE_WEIGHT) * of_passages + BEST_SENTENCE_WEIGHT * best)
        scores = PASSAGE_WEIGHT * by_passage[self.owners] + (1 - PASSAGE_WEIGHT) * spread(of_sentences)
        scores = scores + form_weight(asked.kind) * self.forms(asked.kind)
        return Ranking(by_passage, np.where(self._headings, NO_VALUE, scores), passage_cosines, sentence_cosines)

    def _best(self, scores: Scores | None) -> Scores | None:
        """For every passage the score of its best sentence."""
        if scores is None or not len(scores):
            return scores
        starts = np.searchsorted(self.owners, np.arange(len(self.passages)))
        best: Scores = np.maximum.reduceat(scores, starts)
        return best

    def forms(self, kind: Kind) -> Scores:
        """1 for every sentence that holds anything of the kind asked for; worked out once a kind."""
        if kind not in self._forms_by_kind:
            found = [has_answer_form(kind, one.text) for one in self.sentences]
            self._forms_by_kind[kind] = np.array(found, dtype=np.float64)
        return self._forms_by_kind[kind]


def spread(scores: Scores) -> Scores:
    """Scores moved to the range 0…1; weighted sums of these beat rank fusion in every comparison."""
    if not len(scores):
        return scores
    low, high = scores.min(), scores.max()
    moved: Scores = (scores - low) / (high - low + 1e-9)
    return moved


def mix(words: Scores | None, meaning: Scores | None, share: float) -> Scores:
    """Keywords alone where there is no meaning; at least one must be there."""
    if words is None or meaning is None:
        present = meaning if words is None else words
        return spread(present if present is not None else np.zeros(0))
    mixed: Scores = (1 - share) * spread(words) + share * spread(meaning)
    return mixed


def form_weight(kind: Kind) -> float:
    """A signature is nothing but a name: its form says more than its words."""
    return SIGNATURE_WEIGHT if kind == "signer" else FORM_WEIGHT
