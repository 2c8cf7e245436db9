"""Passages through a plain BERT encoder without a place wasted: the texts of a batch stand one after the other.

Only attention, which works within a text, sees them side by side. Each processor takes a part of the batch and computes
it alone: processors that share every small step wait for each other more than they compute.
"""

import copy
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from icabinet.assistant.text import old_tones
from icabinet.assistant.weights import Bert, Half, Layer

Vectors = NDArray[np.float32]
Pair = tuple[torch.Tensor, torch.Tensor]

LETTERS = 1_100
"""In a part: some 400 rows, so that what is computed stays in the processor's own memory (L2) beside the weights."""
ROWS = 64
"""Rows come in multiples of this: for each new shape the library makes, and keeps, a piece of machine code."""
FEW_ROWS = 32
"""The same where somebody waits for a single text."""
WIDE = 16
"""The same for the longest text of a part."""


@dataclass(frozen=True)
class _Plan:
    """Where each text's rows go when the texts stand side by side, and where they come back from.

    ``mask`` is added to the likeness of two places: −∞ where a shorter text has ended.
    """

    aside: torch.Tensor
    back: torch.Tensor
    mask: torch.Tensor


class Unpadded:
    """Turns passages into unit vectors."""

    def __init__(self, bert: Bert, precision: torch.dtype, threads: int) -> None:
        self._bert, self._precision = bert.without_layers(), precision
        self._norm = _pair(bert.norm, precision)
        self._layers = [_all(layer, precision) for layer in bert.layers]
        self._threads = ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,))
        self._count = threads

    def ending_in(self, layers: Sequence[Layer]) -> "Unpadded":
        """The same encoder with other last layers; what is below them is shared."""
        made = copy.copy(self)
        made._layers = [*self._layers[: -len(layers)], *(_all(layer, self._precision) for layer in layers)]
        return made

    def states(self, texts: Sequence[Sequence[int]]) -> list[Vectors]:
        """Of texts cut into pieces: one row a piece, as the last layer leaves it. One text a processor at a time."""
        return list(self._threads.map(self._states, texts))

    def _states(self, text: Sequence[int]) -> Vectors:
        rows, lengths = self._bert.rows_of([text])
        return np.asarray(self._computed(rows, lengths, FEW_ROWS)[: len(text)].float().numpy(), np.float32)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, dimensions)."""
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        parts = [[texts[at] for at in part] for part in self._parts([len(texts[at]) for at in order], order)]
        found = np.concatenate(list(self._threads.map(self._encode, parts)))
        vectors = np.empty_like(found)
        vectors[order] = found
        return vectors

    def _parts(self, lengths: Sequence[int], order: Sequence[int]) -> list[list[int]]:
        """Neighbours in length together, about as many letters in each part, and a part for every processor."""
        whole = max(1, sum(lengths))
        wanted = max(self._count, round(whole / LETTERS))
        number = (np.cumsum(lengths) - lengths) * wanted // whole
        return [[order[at] for at in np.flatnonzero(number == one).tolist()] for one in np.unique(number)]

    def _encode(self, texts: Sequence[str]) -> Vectors:
        rows, lengths = self._bert.looked_up([self._bert.passage_lead + old_tones(text) for text in texts])
        return _means(self._computed(rows, lengths), lengths)

    def _computed(self, rows: NDArray[np.float32], lengths: Sequence[int], multiple: int = ROWS) -> torch.Tensor:
        filled = np.pad(rows, ((0, -len(rows) % multiple), (0, 0)))
        with torch.inference_mode():
            return self._forward(torch.from_numpy(filled), _plan(lengths, len(filled), self._precision))

    def _forward(self, rows: torch.Tensor, plan: _Plan) -> torch.Tensor:
        rows = self._normed(rows.to(self._precision), self._norm)
        for attend, out, out_norm, widen, narrow, narrow_norm in self._layers:
            seen = self._attended(functional.linear(rows, *attend), plan)
            rows = self._normed(rows + functional.linear(seen, *out), out_norm)
            wide = functional.gelu(functional.linear(rows, *widen))
            rows = self._normed(rows + functional.linear(wide, *narrow), narrow_norm)
        return rows

    def _normed(self, rows: torch.Tensor, norm: Pair) -> torch.Tensor:
        return functional.layer_norm(rows, (rows.shape[1],), *norm, self._bert.epsilon)

    def _attended(self, mixed: torch.Tensor, plan: _Plan) -> torch.Tensor:
        """``mixed`` holds query, key and value side by side."""
        texts, wide = plan.aside.shape
        sides = mixed[plan.aside].view(texts, wide, 3, self._bert.heads, -1).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(sides[0], sides[1], sides[2], attn_mask=plan.mask)
        return seen.transpose(1, 2).reshape(texts * wide, -1)[plan.back]


def _plan(lengths: Sequence[int], rows: int, precision: torch.dtype) -> _Plan:
    """Rows that only fill the batch up take what the first row sees: nobody looks at them."""
    sizes = torch.tensor(lengths)
    starts = torch.cumsum(sizes, 0) - sizes
    wide = -(-max(lengths) // WIDE) * WIDE
    place = torch.arange(wide)
    inside = place < sizes[:, None]
    back = torch.zeros(rows, dtype=torch.int64)
    back[: int(sizes.sum())] = torch.nonzero(inside.ravel()).ravel()
    mask = torch.zeros(inside.shape, dtype=precision).masked_fill_(~inside, -torch.inf)
    return _Plan(torch.where(inside, starts[:, None] + place, 0), back, mask[:, None, None, :])


def _means(rows: torch.Tensor, lengths: Sequence[int]) -> Vectors:
    parts = torch.split(rows[: sum(lengths)].float(), list(lengths))
    means = torch.stack([part.mean(dim=0) for part in parts])
    return np.asarray(functional.normalize(means).numpy(), np.float32)


def _pair(pair: tuple[Half, Half], precision: torch.dtype) -> Pair:
    weight, bias = (torch.from_numpy(np.array(one)).to(precision) for one in pair)
    return weight, bias


def _all(layer: Layer, precision: torch.dtype) -> tuple[Pair, ...]:
    parts = (layer.attend, layer.out, layer.out_norm, layer.widen, layer.narrow, layer.narrow_norm)
    return tuple(_pair(one, precision) for one in parts)
