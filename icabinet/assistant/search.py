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

from icabinet.assistant.bm25 import BM25, Integers, Scores, Words, join
from icabinet.assistant.forms import has_answer_form
from icabinet.assistant.index import Embedding, Paper, Vectors
from icabinet.assistant.passages import Passage, Sentence
from icabinet.assistant.questions import Kind, kind_of
from icabinet.assistant.references import without_references
from icabinet.assistant.restore import Restorer
from icabinet.assistant.text import nfc, tokens

MEANING_WEIGHT = 0.5
PASSAGE_WEIGHT = 0.4
FORM_WEIGHT = 0.15
NO_VALUE = -9.0


class EncodesQuestions(Protocol):
    @property
    def fingerprint(self) -> str: ...

    def question(self, text: str) -> Vectors: ...


@dataclass(frozen=True)
class Asked:
    """A question as typed and as understood; ``vector`` is missing when only keywords can be used."""

    typed: str
    restored: str
    kind: Kind
    vector: Vectors | None


@dataclass(frozen=True)
class Ranking:
    """Scores of every passage and sentence of a view; the cosines are missing when only keywords were used."""

    passages: Scores
    sentences: Scores
    sentence_cosines: Scores | None

    def best(self, limit: int) -> list[int]:
        order: NDArray[np.intp] = np.argsort(-self.sentences, kind="stable")
        return [int(at) for at in order[:limit]]


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
        passages = np.concatenate([one.passages for one in whole])
        return passages, np.concatenate([one.sentences for one in whole]), models.pop()

    def ask(self, question: str, encoder: EncodesQuestions | None) -> Asked:
        restored = self.restorer.restore(question)
        vector = None
        if encoder and self._vectors and self._vectors[2] == encoder.fingerprint:
            vector = encoder.question(restored)
        return Asked(nfc(question), restored, kind_of(restored), vector)

    def rank(self, asked: Asked) -> Ranking:
        """Keywords always compare the question as typed, folded; meaning compares the restored one.

        A document number in a question says in which paper to look: the line that only repeats it is no answer.
        """
        by_passage = spread(self.passage_words.scores(tokens(asked.typed)))
        subject = asked.typed if asked.kind == "document" else without_references(asked.typed)
        by_sentence = spread(self.sentence_words.scores(tokens(subject)))
        sentence_cosines = None
        if asked.vector is not None and self._vectors is not None:
            passage_cosines = (self._vectors[0] @ asked.vector).astype(np.float64)
            sentence_cosines = (self._vectors[1] @ asked.vector).astype(np.float64)
            by_passage = mix(by_passage, spread(passage_cosines))
            by_sentence = mix(by_sentence, spread(sentence_cosines))
        scores = PASSAGE_WEIGHT * by_passage[self.owners] + (1 - PASSAGE_WEIGHT) * by_sentence
        scores = scores + FORM_WEIGHT * self._forms(asked.kind)
        return Ranking(by_passage, np.where(self._headings, NO_VALUE, scores), sentence_cosines)

    def _forms(self, kind: Kind) -> Scores:
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


def mix(words: Scores, meaning: Scores) -> Scores:
    mixed: Scores = spread((1 - MEANING_WEIGHT) * words + MEANING_WEIGHT * meaning)
    return mixed
