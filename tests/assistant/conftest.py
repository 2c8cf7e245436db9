import os
from pathlib import Path

import pytest

from icabinet.assistant.build import is_complete
from icabinet.assistant.index import Encodes
from icabinet.assistant.loading import load_encoder


@pytest.fixture(scope="session")
def model_folder() -> Path:
    """The offline model; `make test` builds it."""
    folder = Path(os.environ.get("ICABINET_MODEL", ".var/model"))
    if not is_complete(folder):
        pytest.skip(f"no model at {folder}: python -m icabinet.assistant.build {folder}")
    return folder


@pytest.fixture(scope="session")
def encoder(model_folder: Path) -> Encodes:
    return load_encoder(model_folder, threads=1)
