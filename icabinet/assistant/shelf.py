"""Papers and their vectors kept on disk, so that a restart need not encode them again."""

import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

import msgspec
import numpy as np
from numpy.typing import NDArray

from icabinet.assistant.bm25 import Words
from icabinet.assistant.index import Embedding, Paper, Source, encoded_texts, read


class Shelf:
    """Papers and their vectors in a folder, one ``.npz`` file a paper, replaced atomically."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def path(self, key: str) -> Path:
        return self.folder / f"{hashlib.sha256(key.encode()).hexdigest()}.npz"

    def save(self, paper: Paper) -> None:
        columns: dict[str, NDArray[np.uint8] | NDArray[np.float16]] = {
            "source": np.frombuffer(msgspec.json.encode(paper.source), np.uint8)
        }
        if paper.embedding is not None:
            columns["texts"] = _digest(paper)
            columns["fingerprint"] = np.frombuffer(paper.embedding.fingerprint.encode(), np.uint8)
            columns["passages"] = paper.embedding.passages.astype(np.float16)
            columns["sentences"] = paper.embedding.sentences.astype(np.float16)
        content = io.BytesIO()
        np.savez(content, allow_pickle=False, **columns)
        target = self.path(paper.key)
        partial = target.with_suffix(".partial")
        partial.write_bytes(content.getvalue())
        os.replace(partial, target)

    def drop(self, key: str) -> None:
        self.path(key).unlink(missing_ok=True)

    def load(self, words: Words) -> Iterator[Paper]:
        """Every readable paper; a damaged file is removed, its paper will be handed in again."""
        for path in sorted(self.folder.glob("*.npz")):
            try:
                paper = _load(path, words)
            except (OSError, ValueError, KeyError, BadZipFile, msgspec.DecodeError):
                path.unlink(missing_ok=True)
            else:
                yield paper


def _load(path: Path, words: Words) -> Paper:
    with path.open("rb") as file, np.load(file, allow_pickle=False) as columns:
        paper = read(msgspec.json.decode(columns["source"].tobytes(), type=Source), words)
        # Vectors of texts that would be cut differently today are of no use.
        if "texts" in columns and np.array_equal(columns["texts"], _digest(paper)):
            paper.embedding = Embedding(
                columns["fingerprint"].tobytes().decode(),
                columns["passages"].astype(np.float32),
                columns["sentences"].astype(np.float32),
            )
    return paper


def _digest(paper: Paper) -> NDArray[np.uint8]:
    texts = "\0".join(text for column in encoded_texts(paper) for text in column)
    return np.frombuffer(hashlib.sha256(texts.encode()).digest(), np.uint8)
