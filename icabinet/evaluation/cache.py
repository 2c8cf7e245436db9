"""Vectors kept between runs by the hash of their text: nothing is encoded twice while the ranking is worked on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..assistant.extraction import Extracts
from ..assistant.index import Encodes, Vectors

_FILE = "vectors-{}.npz"


class Remembering:
    """An encoder that looks in a folder first. Call :meth:`save` at the end."""

    def __init__(self, encoder: Encodes, folder: Path) -> None:
        self._encoder = encoder
        self._path = folder / _FILE.format(encoder.fingerprint[:16])
        self._known = _load(self._path)
        self._at_start = len(self._known)

    @property
    def fingerprint(self) -> str:
        return self._encoder.fingerprint

    @property
    def extractor(self) -> Extracts | None:
        return self._encoder.extractor

    def question(self, text: str) -> Vectors:
        key = _key("question", text)
        if key not in self._known:
            self._known[key] = self._encoder.question(text)
        return self._known[key]

    def passages(self, texts: Sequence[str]) -> Vectors:
        keys = [_key("passage", text) for text in texts]
        if new := [text for text, key in zip(texts, keys, strict=True) if key not in self._known]:
            found = self._encoder.passages(new)
            self._known.update({_key("passage", text): one for text, one in zip(new, found, strict=True)})
        return np.stack([self._known[key] for key in keys])

    def save(self) -> None:
        if len(self._known) > self._at_start:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            np.savez(self._path, keys=np.array(list(self._known)), vectors=np.stack(list(self._known.values())))


def _key(kind: str, text: str) -> str:
    return hashlib.sha256(f"{kind}\n{text}".encode()).hexdigest()


def _load(path: Path) -> dict[str, Vectors]:
    if not path.exists():
        return {}
    with np.load(path) as stored:
        return dict(zip(map(str, stored["keys"]), stored["vectors"], strict=True))
