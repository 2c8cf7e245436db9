"""Computes what :mod:`icabinet.assistant.extraction` describes, with what `icabinet teach` wrote.

The file holds, for each of the last layers, by how much its matrices differ from the encoder's: the product of two thin
ones (low rank, as in LoRA, Hu et al. 2021), which takes a few megabytes. It belongs to one encoder, that of the offline
build; with another one nothing is extracted, and the short answer is found by its form.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from icabinet.assistant.extraction import Extraction, Scores, best
from icabinet.assistant.notice import SOURCE_SHA256
from icabinet.assistant.text import old_tones
from icabinet.assistant.unpadded import Unpadded
from icabinet.assistant.weights import Bert, Half, Layer

FILE = Path(__file__).with_name("extractor.safetensors")
MATRICES = ("attend", "out", "widen", "narrow")
NORMS = ("out_norm", "narrow_norm")

QUESTIONS = 2
"""Remembered: a comparison of two things asks two by turns."""
ENDING = " \n.,;:!?"
LONGEST_QUESTION = 64
LONGEST_INPUT = 250
"""Pieces of words; what stands behind them is not read."""

Tensors = dict[str, NDArray[np.float16]]


class Extractor:
    """Finds in sentences the words that answer a question."""

    def __init__(self, tokenizer: Tokenizer, lead: str, body: Unpadded, head: tuple[Scores, Scores]) -> None:
        """``body``: the encoder ending in the layers that were taught; ``head``: shape (2, hidden) and (2,)."""
        self._tokenizer, self._lead, self._body, self._head = tokenizer, lead, body, head
        self._begin, self._end = ends(tokenizer)
        self._known: dict[str, dict[str, Extraction]] = {}

    def extract(self, question: str, sentences: Sequence[str]) -> list[Extraction]:
        """One for each sentence, in their order. What was read for the last questions is remembered."""
        known = self._known.pop(question, {})
        new = [one for one in dict.fromkeys(sentences) if one not in known]
        known |= zip(new, self._extract(question, new), strict=True)
        self._known = dict([*self._known.items(), (question, known)][-QUESTIONS:])
        return [known[one] for one in sentences]

    def _extract(self, question: str, sentences: Sequence[str]) -> list[Extraction]:
        asked = self._cut(self._lead + old_tones(question))[0][:LONGEST_QUESTION]
        before = [self._begin, *asked, self._end, self._end]
        cut = [self._cut(placed(one), LONGEST_INPUT - len(before)) for one in sentences]
        states = self._body.states([[*before, *numbers, self._end] for numbers, _ in cut])
        weight, bias = self._head
        found: list[Extraction] = []
        for rows, (_, offsets), sentence in zip(states, cut, sentences, strict=True):
            scores = rows[[0, *range(len(before), len(before) + len(offsets))]] @ weight.T + bias
            found.append(_bare(best(scores, offsets), sentence))
        return found

    def _cut(self, text: str, longest: int | None = None) -> tuple[list[int], list[tuple[int, int]]]:
        made = self._tokenizer.encode(text, add_special_tokens=False)
        return made.ids[:longest], made.offsets[:longest]


def load(folder: Path, bert: Bert, encoder: Unpadded, file: Path = FILE) -> Extractor | None:
    """``bert``: as read from the folder; ``encoder``: made of it. None where nothing was taught for this model.

    Raises OSError, ValueError or KeyError when the file was not written by `icabinet teach`.
    """
    if not _is_ours(folder):
        return None
    try:
        tensors = load_file(file)
    except SafetensorError as problem:
        raise ValueError(f"{file.name}: {problem}") from problem
    taught = 1 + max(int(name.split(".")[0]) for name in tensors if name[0].isdigit())
    last = [_changed(layer, tensors, at) for at, layer in enumerate(bert.layers[-taught:])]
    head = (tensors["head.weight"].astype(np.float32), tensors["head.bias"].astype(np.float32))
    return Extractor(bert.tokenizer, bert.question_lead, encoder.ending_in(last), head)


def _is_ours(folder: Path) -> bool:
    try:
        return bool(json.loads((folder / "build.json").read_text(encoding="utf-8"))["source"] == SOURCE_SHA256)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _changed(layer: Layer, tensors: Tensors, at: int) -> Layer:
    changed: dict[str, tuple[Half, Half]] = {}
    for name in MATRICES:
        weight, _ = getattr(layer, name)
        tall, flat = (tensors[f"{at}.{name}.{side}"].astype(np.float32) for side in ("tall", "flat"))
        changed[name] = (weight + tall @ flat).astype(np.float16), tensors[f"{at}.{name}.bias"]
    for name in NORMS:
        changed[name] = tensors[f"{at}.{name}.weight"], tensors[f"{at}.{name}.bias"]
    return replace(layer, **changed)


def ends(tokenizer: Tokenizer) -> tuple[int, int]:
    """The pieces before a text and behind it. Raises ValueError where the tokenizer has none."""
    begin, end = (tokenizer.token_to_id(one) for one in ("<s>", "</s>"))
    if begin is None or end is None:
        raise ValueError("a tokenizer without <s> and </s>")
    return begin, end


def placed(text: str) -> str:
    """Tones placed as the encoder learned them, where that moves no letter."""
    placed = old_tones(text)
    return placed if len(placed) == len(text) else text


def _bare(found: Extraction, sentence: str) -> Extraction:
    """Without space at its ends and the mark that ends a sentence or a part of it."""
    start, end = found.span
    words = sentence[start:end]
    first = start + len(words) - len(words.lstrip())
    return replace(found, span=(first, max(first, start + len(words.rstrip(ENDING)))))
