"""Reads the folder of a plain BERT encoder with mean pooling, as the offline build writes it, without its library."""

import hashlib
import json
import math
import os
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Half = NDArray[np.float16]
T = TypeVar("T")

PLAIN = ("bert", "gelu", "absolute")
PARTS = ["Transformer", "Pooling", "Normalize"]


class _Config(msgspec.Struct, frozen=True):
    model_type: str
    hidden_act: str
    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    layer_norm_eps: float
    position_embedding_type: str = "absolute"


class _Part(msgspec.Struct, frozen=True):
    type: str


class _Pooling(msgspec.Struct, frozen=True):
    pooling_mode_mean_tokens: bool = False


class _Limits(msgspec.Struct, frozen=True):
    max_seq_length: int
    do_lower_case: bool = False


class _Prompts(msgspec.Struct, frozen=True):
    query: str = ""
    document: str = ""


class _Asking(msgspec.Struct, frozen=True):
    prompts: _Prompts


class _Tensor(msgspec.Struct, frozen=True):
    dtype: str
    shape: list[int]
    data_offsets: tuple[int, int]


@dataclass(frozen=True)
class Layer:
    """Matrices are turned so that a row of the input is multiplied from the left; each with its bias.

    ``attend``: query, key and value side by side.
    """

    attend: tuple[Half, Half]
    out: tuple[Half, Half]
    out_norm: tuple[Half, Half]
    widen: tuple[Half, Half]
    narrow: tuple[Half, Half]
    narrow_norm: tuple[Half, Half]


@dataclass(frozen=True)
class Bert:
    """What is needed to compute; ``words``, most of the model, stays in the file: few rows are ever needed."""

    tokenizer: Tokenizer
    question_lead: str
    passage_lead: str
    heads: int
    epsilon: float
    words: "Rows"
    places: Half
    norm: tuple[Half, Half]
    layers: list[Layer]

    def without_layers(self) -> "Bert":
        """For those who have them in a form of their own."""
        return replace(self, layers=[])

    def looked_up(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], list[int]]:
        """What goes into the first layer, one text after the other, and the length of each."""
        return self.rows_of([one.ids for one in self.tokenizer.encode_batch([text.strip() for text in texts])])

    def rows_of(self, numbers: Sequence[Sequence[int]]) -> tuple[NDArray[np.float32], list[int]]:
        """The same for texts that are cut into pieces already."""
        rows = self.words.at(np.concatenate([np.asarray(one, np.int64) for one in numbers])).astype(np.float32)
        rows += np.concatenate([self.places[: len(one)] for one in numbers])
        return rows, [len(one) for one in numbers]


def fingerprint(folder: Path) -> str:
    """SHA-256 of the weights and the tokenizer: vectors of another model must never be compared."""
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("*.safetensors"), folder / "config.json", folder / "tokenizer.json"]):
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def read(folder: Path) -> Bert:
    """Raises OSError, ValueError or msgspec.ValidationError when the folder holds another kind of model."""
    config = _json(folder / "config.json", _Config)
    parts = [one.type.rpartition(".")[2] for one in _json(folder / "modules.json", list[_Part])]
    mean = _json(folder / "1_Pooling" / "config.json", _Pooling).pooling_mode_mean_tokens
    limits = _json(folder / "sentence_bert_config.json", _Limits)
    kind = (config.model_type, config.hidden_act, config.position_embedding_type)
    if kind != PLAIN or parts != PARTS or not mean or limits.do_lower_case:
        raise ValueError("not a plain encoder")
    prompts = _json(folder / "config_sentence_transformers.json", _Asking).prompts
    weights = _Weights(folder / "model.safetensors")
    tensors = _Tensors(weights)
    places = tensors["embeddings.position_embeddings.weight"] + tensors["embeddings.token_type_embeddings.weight"][0]
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(min(limits.max_seq_length, len(places)))
    return Bert(
        tokenizer,
        prompts.query,
        prompts.document,
        config.num_attention_heads,
        config.layer_norm_eps,
        Rows(weights, *tensors.place("embeddings.word_embeddings.weight")),
        places,
        _pair(tensors, "embeddings.LayerNorm"),
        [_layer(tensors, f"encoder.layer.{at}") for at in range(config.num_hidden_layers)],
    )


def _json(path: Path, kind: type[T]) -> T:
    return msgspec.json.decode(path.read_bytes(), type=kind)


class _Weights:
    """The file of the weights, open as long as it is needed."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._handle)

    def read(self, size: int, offset: int) -> bytes:
        return os.pread(self._handle, size, offset)


class _Tensors:
    """The file's directory is JSON behind a length (u64); the tensors follow it."""

    def __init__(self, file: "_Weights") -> None:
        self._file = file
        length = int.from_bytes(file.read(8, 0), "little")
        directory = json.loads(file.read(length, 8))
        directory.pop("__metadata__", None)
        self._start = 8 + length
        self._found = {name: msgspec.convert(one, _Tensor) for name, one in directory.items()}
        if any(one.dtype != "F16" for one in self._found.values()):
            raise ValueError("weights in another precision")

    def __getitem__(self, name: str) -> Half:
        offset, shape = self.place(name)
        content = self._file.read(2 * math.prod(shape), offset)
        return np.frombuffer(content, np.float16).reshape(shape)

    def place(self, name: str) -> tuple[int, list[int]]:
        if name not in self._found:
            raise ValueError(f"no {name}")
        return self._start + self._found[name].data_offsets[0], self._found[name].shape


class Rows:
    """A large table read row by row; mapped into memory it would soon be there as a whole."""

    def __init__(self, file: "_Weights", offset: int, shape: list[int]) -> None:
        self._file = file
        self._offset = offset
        self._width = shape[1]

    def at(self, numbers: NDArray[np.int64]) -> Half:
        wanted, places = np.unique(numbers, return_inverse=True)
        size = 2 * self._width
        rows = b"".join(self._file.read(size, self._offset + size * int(number)) for number in wanted)
        return np.frombuffer(rows, np.float16).reshape(-1, self._width)[places]


def _pair(tensors: _Tensors, name: str) -> tuple[Half, Half]:
    return tensors[f"{name}.weight"], tensors[f"{name}.bias"]


def _layer(tensors: _Tensors, name: str) -> Layer:
    sides = [_pair(tensors, f"{name}.attention.self.{side}") for side in ("query", "key", "value")]
    attend = np.concatenate([one for one, _ in sides]), np.concatenate([one for _, one in sides])
    pairs: Iterator[tuple[Half, Half]] = (
        _pair(tensors, f"{name}.{part}")
        for part in (
            "attention.output.dense",
            "attention.output.LayerNorm",
            "intermediate.dense",
            "output.dense",
            "output.LayerNorm",
        )
    )
    return Layer(attend, *pairs)
