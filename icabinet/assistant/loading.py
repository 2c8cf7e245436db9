"""Brings in the encoder, late and in the right surroundings (environment variables)."""

import contextlib
import ctypes
import gc
import os
from pathlib import Path

from icabinet.assistant.index import Encodes
from icabinet.assistant.weights import fingerprint

SURROUNDINGS = {
    # Threads that wait must sleep: spinning ones took 10 to 50 times as long when other processes were busy too.
    "OMP_WAIT_POLICY": "PASSIVE",
    "OPENBLAS_NUM_THREADS": "1",
    "HF_HUB_OFFLINE": "1",
    "TOKENIZERS_PARALLELISM": "false",
    # Machine code for shapes that came once, and pools that threads do not share: both grew with every paper.
    "ONEDNN_PRIMITIVE_CACHE_CAPACITY": "64",
    "MALLOC_ARENA_MAX": "2",
}


def load_encoder(folder: Path, threads: int, *, thrifty: bool = False) -> Encodes:
    """Takes seconds. ``thrifty``: computes with numpy, in the least memory; the offline build's kind of model only.

    Raises OSError or ValueError (msgspec.ValidationError is one) when the folder holds no usable model.
    """
    for name, value in SURROUNDINGS.items():
        os.environ.setdefault(name, value)  # read when the library is first imported, which is now
    try:
        return _thrifty(folder, threads) if thrifty else _general(folder, threads)
    finally:
        give_back_memory()


def _thrifty(folder: Path, threads: int) -> Encodes:
    from icabinet.assistant.plain import PlainEncoder

    return PlainEncoder(folder, threads, fingerprint(folder))


def _general(folder: Path, threads: int) -> Encodes:
    from icabinet.assistant.model import Encoder

    return Encoder(folder, threads, fingerprint(folder))


def give_back_memory() -> None:
    """What is needed no more goes back to the system (glibc keeps it otherwise); elsewhere nothing happens."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
