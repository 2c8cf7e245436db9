"""What the assistant knows of one paper: its passages, their words and, once encoded, their vectors."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from icabinet.assistant.bm25 import Counts, Words, count_words, join
from icabinet.assistant.passages import Outline, Passage, Sentence, page_passages
from icabinet.assistant.references import Reference, references
from icabinet.assistant.restore import Habits
from icabinet.assistant.text import syllables, tokens

Vectors = NDArray[np.float32]

LETTERS_IN_A_BATCH = 4_000
TEXTS_IN_A_BATCH = 16


class Encodes(Protocol):
    """Whatever turns texts into unit vectors: :class:`icabinet.assistant.model.Encoder`."""

    @property
    def fingerprint(self) -> str: ...

    def question(self, text: str) -> Vectors: ...

    def passages(self, texts: Sequence[str]) -> Vectors: ...


class Source(msgspec.Struct, frozen=True):
    """A paper as it was handed in; ``pages`` are the page texts."""

    key: str
    title: str
    date: str
    pages: list[str]


@dataclass(frozen=True)
class Embedding:
    """One unit vector for each passage and for each sentence, by the model with this fingerprint."""

    fingerprint: str
    passages: Vectors
    sentences: Vectors


@dataclass
class Paper:
    """Everything that can be prepared for one paper without looking at any other."""

    source: Source
    passages: list[Passage]
    passage_words: Counts
    sentence_words: Counts
    habits: Habits
    references: set[Reference]
    folded: str
    embedding: Embedding | None = field(default=None)

    @property
    def key(self) -> str:
        return self.source.key

    @property
    def sentences(self) -> list[Sentence]:
        return [sentence for passage in self.passages for sentence in passage.sentences]


def read(source: Source, words: Words) -> Paper:
    steps = reading(source, words)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            paper: Paper = done.value
            return paper


def reading(source: Source, words: Words) -> Generator[None, None, Paper]:
    """Reads a paper, one page a step."""
    head = f"{source.title}\n{source.date}"
    paper = Paper(source, [], join([]), join([]), Habits().learn(head), references(head), _folded(head))
    outline = Outline()
    by_passage: list[Counts] = []
    by_sentence: list[Counts] = []
    folded = [paper.folded]
    for number, page in enumerate(source.pages, 1):
        found = page_passages(number, page, outline)
        by_passage.append(count_words((tokens(in_place(source, one)) for one in found), words))
        by_sentence.append(count_words((tokens(one.text) for part in found for one in part.sentences), words))
        paper.passages += found
        paper.habits.learn(page)
        paper.references |= references(page)
        folded.append(_folded(page))
        yield
    paper.passage_words, paper.sentence_words = join(by_passage), join(by_sentence)
    paper.folded = "".join(folded)
    return paper


def _folded(text: str) -> str:
    """Folded syllables between spaces, for looking up whole words."""
    return f" {' '.join(syllables(text))} "


def in_place(source: Source, passage: Passage) -> str:
    """What is searched: the passage under its title and headings. Quoted is the passage alone."""
    return ". ".join(part for part in (source.title, passage.context, passage.text) if part)


def encoded_texts(paper: Paper) -> tuple[list[str], list[str]]:
    """What the model sees: one text a passage, one a sentence."""
    passage_texts = [in_place(paper.source, passage) for passage in paper.passages]
    return passage_texts, [sentence.text for sentence in paper.sentences]


def embed(paper: Paper, encoder: Encodes) -> Iterator[None]:
    """Gives the paper its vectors, one batch a step, so that questions can come between.

    Batches hold texts of this paper only and the vectors are rounded as on disk: they are the same whatever else
    is indexed, and the same after a restart.
    """
    passage_texts, sentence_texts = encoded_texts(paper)
    vectors: dict[str, Vectors] = {}
    for batch in _batches({*passage_texts, *sentence_texts}):
        encoded = encoder.passages(batch).astype(np.float16).astype(np.float32)
        vectors.update(zip(batch, encoded, strict=True))
        yield
    paper.embedding = Embedding(encoder.fingerprint, _table(passage_texts, vectors), _table(sentence_texts, vectors))


def _batches(texts: set[str]) -> Iterator[list[str]]:
    """Texts of like length together, because a batch is as wide as its longest text."""
    batch: list[str] = []
    for text in sorted(texts, key=lambda one: (len(one), one)):
        full = len(batch) == TEXTS_IN_A_BATCH or len(text) * (len(batch) + 1) > LETTERS_IN_A_BATCH
        if batch and full:
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch


def _table(texts: list[str], vectors: dict[str, Vectors]) -> Vectors:
    if not texts:
        return np.empty((0, 0), np.float32)
    return np.stack([vectors[text] for text in texts])
