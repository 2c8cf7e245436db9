"""Remembered vectors are the encoder's own, and it is not asked twice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from icabinet.assistant.index import Vectors
from icabinet.evaluation.cache import Remembering


class Counting:
    """Vectors that say what was encoded, and a count of how much was."""

    fingerprint = "f" * 64
    extractor = None

    def __init__(self) -> None:
        self.encoded = 0

    def question(self, text: str) -> Vectors:
        self.encoded += 1
        return np.array([1, len(text)], np.float32)

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.encoded += len(texts)
        return np.array([[0, len(text)] for text in texts], np.float32)


def test_a_second_run_encodes_only_what_is_new(tmp_path: Path) -> None:
    first = Remembering(Counting(), tmp_path)
    assert first.passages(["một", "bốn chữ"]).tolist() == [[0, 3], [0, 7]]
    assert first.question("một").tolist() == [1, 3]
    first.save()
    encoder = Counting()
    second = Remembering(encoder, tmp_path)
    assert second.passages(["bốn chữ", "mới", "một"]).tolist() == [[0, 7], [0, 3], [0, 3]]
    assert second.question("một").tolist() == [1, 3]
    assert encoder.encoded == 1
