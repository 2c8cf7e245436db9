"""What the assistant knows of one paper: its passages, their words and, once encoded, their vectors."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from icabinet.assistant.abbreviations import defined
from icabinet.assistant.bm25 import Counts, Words, count_words, join, some
from icabinet.assistant.extraction import Extracts
from icabinet.assistant.lists import Listing, listings
from icabinet.assistant.passages import Outline, Passage, Sentence, page_passages
from icabinet.assistant.references import Reference, references
from icabinet.assistant.restore import Habits
from icabinet.assistant.text import syllables, tokens

Vectors = NDArray[np.float32]
Halves = NDArray[np.float16]

LETTERS_IN_A_BATCH = 4_000
TEXTS_IN_A_BATCH = 64


class Encodes(Protocol):
    """Whatever turns texts into unit vectors: :class:`icabinet.assistant.model.Encoder`."""

    @property
    def fingerprint(self) -> str: ...

    @property
    def extractor(self) -> Extracts | None: ...

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
    """One unit vector for each passage and for each sentence, by the model with this fingerprint; widened when used."""

    fingerprint: str
    passages: Halves
    sentences: Halves


@dataclass
class Paper:
    """Everything that can be prepared for one paper without looking at any other."""

    source: Source
    passages: list[Passage]
    passage_words: Counts
    sentence_words: Counts
    packed_habits: bytes
    references: set[Reference]
    folded: str
    abbreviations: dict[str, str] = field(default_factory=dict)
    embedding: Embedding | None = field(default=None)
    whole: bool = True
    """False for one of which only some passages are looked at: its lists may lack items."""

    @property
    def key(self) -> str:
        return self.source.key

    @cached_property
    def listings(self) -> list[Listing]:
        """Worked out when the first question asks for one."""
        if not self.whole:
            return []
        return listings([(passage, sentence) for passage in self.passages for sentence in passage.sentences])

    @property
    def habits(self) -> Habits:
        """How this paper spells: packed, because only questions typed without diacritics need it."""
        return Habits.unpacked(self.packed_habits)

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
    paper = Paper(source, [], join([]), join([]), b"", references(head), _folded(head))
    habits = Habits().learn(head)
    outline = Outline()
    by_passage: list[Counts] = []
    by_sentence: list[Counts] = []
    folded = [paper.folded]
    for number, page in enumerate(source.pages, 1):
        found = page_passages(number, page, outline)
        by_passage.append(count_words((tokens(in_place(source, one)) for one in found), words))
        by_sentence.append(count_words((tokens(one.text) for part in found for one in part.sentences), words))
        paper.passages += found
        habits.learn(page)
        paper.references |= references(page)
        paper.abbreviations |= defined(page)
        folded.append(_folded(page))
        yield
    paper.passage_words, paper.sentence_words = join(by_passage), join(by_sentence)
    paper.folded, paper.packed_habits = "".join(folded), habits.packed()
    return paper


def narrowed(paper: Paper, rows: Sequence[int]) -> Paper:
    """The paper as if it had these passages alone, given in ascending order; spelling and references stay whole."""
    if len(rows) == len(paper.passages):
        return paper
    ends = np.cumsum([0, *(len(one.sentences) for one in paper.passages)])
    sentences = [at for row in rows for at in range(ends[row], ends[row + 1])]
    vectors = paper.embedding
    return replace(
        paper,
        whole=False,
        passages=[paper.passages[row] for row in rows],
        passage_words=some(paper.passage_words, rows),
        sentence_words=some(paper.sentence_words, sentences),
        embedding=vectors
        and Embedding(vectors.fingerprint, vectors.passages[list(rows)], vectors.sentences[sentences]),
    )


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
    vectors: dict[str, Halves] = {}
    for batch in _batches({*passage_texts, *sentence_texts}):
        encoded = encoder.passages(batch).astype(np.float16)
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


def _table(texts: list[str], vectors: dict[str, Halves]) -> Halves:
    if not texts:
        return np.empty((0, 0), np.float16)
    return np.stack([vectors[text] for text in texts])
