"""The sentence encoder. The one module that knows sentence-transformers and torch."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from transformers.utils import logging

from icabinet.assistant.text import old_tones

Vectors = NDArray[np.float32]


class Encoder:
    """Turns texts into unit vectors; the cosine of two says how near they are in meaning.

    Passages are encoded in bfloat16 where the processor has it in hardware (twice as fast, cosine 0.9999 to fp32);
    questions always in fp32, because bfloat16 moves the vectors of short texts by up to 0.006.
    """

    def __init__(self, folder: Path, threads: int) -> None:
        """Takes seconds. Raises OSError or ValueError when the folder holds no usable model."""
        logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        self.threads = threads
        self.fingerprint = fingerprint(folder)
        self._questions = _load(folder, torch.float32)
        self._passages = _load(folder, torch.bfloat16) if has_bfloat16() else self._questions

    def question(self, text: str) -> Vectors:
        """Shape (dimensions,)."""
        torch.set_num_threads(self.threads)
        encoded = self._questions.encode_query([old_tones(text)], show_progress_bar=False)
        return np.asarray(_unit(encoded)[0], dtype=np.float32)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, dimensions). One batch: the caller chooses how many texts it can wait for."""
        torch.set_num_threads(self.threads)
        prepared = [old_tones(text) for text in texts]
        encoded = self._passages.encode_document(prepared, batch_size=len(prepared), show_progress_bar=False)
        return _unit(encoded)


def fingerprint(folder: Path) -> str:
    """SHA-256 of the weights and the tokenizer: vectors of another model must never be compared."""
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("*.safetensors"), folder / "config.json", folder / "tokenizer.json"]):
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def has_bfloat16() -> bool:
    abilities = torch.cpu.get_capabilities()
    return bool(abilities.get("amx_bf16") or abilities.get("avx512_bf16"))


def _load(folder: Path, precision: torch.dtype) -> SentenceTransformer:
    settings = {"dtype": precision}
    return SentenceTransformer(str(folder), device="cpu", local_files_only=True, model_kwargs=settings)


def _unit(encoded: object) -> Vectors:
    vectors = np.asarray(encoded, dtype=np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)
