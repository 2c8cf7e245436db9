"""Brings in the model library, late and in the right surroundings (environment variables)."""

import os
from pathlib import Path

from icabinet.assistant.index import Encodes

SURROUNDINGS = {
    # Threads that wait must sleep: spinning ones took 10 to 50 times as long when other processes were busy too.
    "OMP_WAIT_POLICY": "PASSIVE",
    "OPENBLAS_NUM_THREADS": "1",
    "HF_HUB_OFFLINE": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


def load_encoder(folder: Path, threads: int) -> Encodes:
    """Takes seconds. Raises OSError or ValueError when the folder holds no usable model."""
    for name, value in SURROUNDINGS.items():
        os.environ.setdefault(name, value)  # read when the library is first imported, which is now
    from icabinet.assistant.model import Encoder

    return Encoder(folder, threads)
