"""What is found when a question and a sentence are read together: the words that answer, and how surely they do.

The extractor reads both through the encoder's lower layers and through upper ones that `icabinet teach` made (as BERT
reads, Devlin et al. 2019, with a place for "no answer", as SQuAD 2.0 asks, Rajpurkar et al. 2018).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Span = tuple[int, int]

LONGEST = 24
"""Pieces of words in an answer."""


@dataclass(frozen=True)
class Extraction:
    """``span``: offsets into the sentence; ``margin``: how much better it scores than that nothing there answers."""

    span: Span
    margin: float


class Extracts(Protocol):
    def extract(self, question: str, sentences: Sequence[str]) -> list[Extraction]:
        """One for each sentence, in their order."""
        ...


def best(scores: Scores, offsets: Sequence[Span]) -> Extraction:
    """``scores``: shape (1 + pieces, 2), how likely the answer begins and ends at each piece; the first row stands for
    no answer. ``offsets``: the letters of each piece. Without a piece nothing is found.
    """
    if not offsets:
        return Extraction((0, 0), -float(scores[0].sum()))
    together = scores[1:, None, 0] + scores[None, 1:, 1]
    long = np.subtract.outer(-np.arange(len(offsets)), -np.arange(len(offsets)))
    together = np.where((long >= 0) & (long < LONGEST), together, -np.inf)
    first, last = np.unravel_index(int(together.argmax()), together.shape)
    margin = float(together[first, last]) - float(scores[0].sum())
    return Extraction((offsets[int(first)][0], offsets[int(last)][1]), margin)
