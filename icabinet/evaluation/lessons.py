"""What the extractor is taught with: questions, each with a sentence and the words in it that answer, or with none."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..assistant.text import syllables

SENTENCE = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[\"“(]?(?P<first>[^\W_]))")
AFTER_A_SHORT_WORD = re.compile(r"(?:(?<!\w)(?:Mr|Mrs|Dr|St|Jr|Sr|vs|etc|No|[A-Z]))\.$")
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": '"', "''": '"'}
GLUED = re.compile(r"[,.;:!?%)\]}]|'(?:s|re|ve|ll|d|m)?|n't")
OTHERS = 8


@dataclass(frozen=True)
class Lesson:
    """``span``: offsets into the sentence, None where nothing in it answers; ``others``: sentences near by."""

    question: str
    sentence: str
    span: tuple[int, int] | None
    others: Sequence[str]


def squad(path: Path) -> Iterator[Lesson]:
    """A file in the shape of SQuAD 1.1 or 2.0. A question without an answer is put to the sentence most like it."""
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            text: str = paragraph["context"]
            parts = [text[start:end].strip() for start, end in _sentences(text)]
            for asked in paragraph["qas"]:
                yield from _of_squad(asked["question"].strip(), asked["answers"], text, parts)


def _of_squad(question: str, answers: Sequence[dict[str, object]], text: str, parts: Sequence[str]) -> Iterator[Lesson]:
    if not answers:
        words = set(syllables(question))
        yield Lesson(question, max(parts, key=lambda part: len(words.intersection(syllables(part)))), None, ())
        return
    words_there, at = str(answers[0]["text"]), int(str(answers[0]["answer_start"]))
    for start, end in _sentences(text):
        if start <= at and at + len(words_there) <= end:
            sentence = text[start:end].rstrip()
            span = at - start, at - start + len(words_there)
            yield Lesson(question, sentence, span, [part for part in parts if part != sentence.strip()])


def _sentences(text: str) -> list[tuple[int, int]]:
    found = [one for one in SENTENCE.finditer(text) if not one["first"].islower()]
    cuts = [one.end() for one in found if not AFTER_A_SHORT_WORD.search(text[: one.start()])]
    return list(zip([0, *cuts], [*cuts, len(text)], strict=True))


def qamr(sentences: Path, asked: Path) -> Iterator[Lesson]:
    """Question-Answer Meaning Representations (Michael et al. 2018): its sentences, and a file of its questions.

    Only answers that are one run of words; the other sentences are of the same article.
    """
    texts = {key: _joined(words.split()) for key, words in _columns(sentences)}
    near: dict[str, list[str]] = defaultdict(list)
    for key, (sentence, _) in texts.items():
        near[_article(key)].append(sentence)
    for key, *columns in _columns(asked):
        numbers = [int(one) for one in columns[5].split()]
        if key not in texts or not numbers or numbers != list(range(numbers[0], numbers[-1] + 1)):
            continue
        sentence, places = texts[key]
        span = places[numbers[0]][0], places[numbers[-1]][1]
        others = [one for one in near[_article(key)] if one != sentence][:OTHERS]
        yield Lesson(columns[4], sentence, span, others)


def _article(key: str) -> str:
    return ":".join(key.split(":")[:3])


def _columns(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def _joined(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Words as a treebank parts them, as one text again, and where each stands."""
    text, places, opened = "", [], False
    for raw in words:
        word = BRACKETS.get(raw, raw)
        glued = not text or GLUED.fullmatch(word) or raw == "''" or text[-1] in "([{$#" or opened
        text += word if glued else f" {word}"
        places.append((len(text) - len(word), len(text)))
        opened = raw == "``"
    return text, places
