"""The encoder in numpy alone: for machines with little memory. Its vectors are those of the larger engines (cosine
0.9999 and more), indexing takes about twice as long where the processor computes with bfloat16."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from icabinet.assistant.extraction import Extracts
from icabinet.assistant.text import old_tones
from icabinet.assistant.weights import Half, read

Vectors = NDArray[np.float32]
Pair = tuple[Vectors, Vectors]

# Abramowitz & Stegun 7.1.26: the error function to 1.5e-7.
_ERF = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
_ERF_SCALE = 0.3275911


class PlainEncoder:
    """Turns texts into unit vectors, like :class:`icabinet.assistant.model.Encoder`."""

    def __init__(self, folder: Path, threads: int, fingerprint: str) -> None:
        """Raises OSError, ValueError or msgspec.ValidationError when the folder holds another kind of model."""
        self.fingerprint = fingerprint
        self.extractor: Extracts | None = None
        bert = read(folder)
        self._bert = bert.without_layers()
        # One text a thread beats several threads a matrix: they need not wait for each other.
        self._threads = ThreadPoolExecutor(threads)
        self._norm = _wide(bert.norm)
        self._layers = [
            (
                _turned(one.attend),
                _turned(one.out),
                _wide(one.out_norm),
                _turned(one.widen),
                _turned(one.narrow),
                _wide(one.narrow_norm),
            )
            for one in bert.layers
        ]

    def question(self, text: str) -> Vectors:
        """Shape (dimensions,)."""
        return self._encode(self._bert.question_lead + old_tones(text))

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, dimensions)."""
        leads = [self._bert.passage_lead + old_tones(text) for text in texts]
        return np.stack(list(self._threads.map(self._encode, leads)))

    def _encode(self, text: str) -> Vectors:
        rows, _ = self._bert.looked_up([text])
        rows = _normed(rows, self._norm, self._bert.epsilon)
        for attend, out, out_norm, widen, narrow, narrow_norm in self._layers:
            seen = _attended(rows @ attend[0] + attend[1], self._bert.heads)
            rows = _normed(rows + (seen @ out[0] + out[1]), out_norm, self._bert.epsilon)
            wide = _gelu(rows @ widen[0] + widen[1])
            rows = _normed(rows + (wide @ narrow[0] + narrow[1]), narrow_norm, self._bert.epsilon)
        mean = rows.mean(axis=0)
        return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def _wide(pair: tuple[Half, Half]) -> Pair:
    return pair[0].astype(np.float32), pair[1].astype(np.float32)


def _turned(pair: tuple[Half, Half]) -> Pair:
    return np.ascontiguousarray(pair[0].T.astype(np.float32)), pair[1].astype(np.float32)


def _normed(rows: Vectors, norm: Pair, epsilon: float) -> Vectors:
    rows = rows - rows.mean(axis=1, keepdims=True)
    spread = np.sqrt((rows * rows).mean(axis=1, keepdims=True) + np.float32(epsilon))
    return np.asarray(rows / spread * norm[0] + norm[1], np.float32)


def _gelu(rows: Vectors) -> Vectors:
    size = np.abs(rows) * np.float32(0.5**0.5)
    step = 1 / (1 + np.float32(_ERF_SCALE) * size)
    tail = np.zeros_like(step)
    for factor in reversed(_ERF):
        tail += np.float32(factor)
        tail *= step
    erf = 1 - tail * np.exp(-size * size)
    return np.asarray(0.5 * rows * (1 + np.copysign(erf, rows)), np.float32)


def _attended(mixed: Vectors, heads: int) -> Vectors:
    """``mixed`` holds query, key and value side by side."""
    length, width = len(mixed), mixed.shape[1] // 3
    query, key, value = mixed.reshape(length, 3, heads, -1).transpose(1, 2, 0, 3)
    likeness = query @ key.transpose(0, 2, 1) / np.float32((width / heads) ** 0.5)
    raised = np.exp(likeness - likeness.max(axis=2, keepdims=True))
    shares = raised / raised.sum(axis=2, keepdims=True)
    return np.asarray((shares @ value).transpose(1, 0, 2).reshape(length, width), np.float32)
