from pathlib import Path

import pytest

from icabinet.assistant.index import Encodes
from icabinet.assistant.loading import load_encoder


@pytest.fixture(scope="session")
def encoder(model_folder: Path) -> Encodes:
    return load_encoder(model_folder, threads=1)
