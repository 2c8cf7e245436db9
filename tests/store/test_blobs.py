"""Content-addressed files: whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from icabinet.store.blobs import Blobs, TooLarge

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def chunks(*parts: bytes, breaks: bool = False) -> AsyncIterator[bytes]:
    for part in parts:
        yield part
    if breaks:
        raise ConnectionError


async def test_what_is_kept_has_the_name_of_its_content(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    place, blob = await blobs.receive(chunks(b"bao ", b"cao"), at_most=100)
    kept = blobs.keep(place, blob)
    assert blob.sha256 == hashlib.sha256(b"bao cao").hexdigest()
    assert kept.read_bytes() == b"bao cao"
    assert not place.exists()


@pytest.mark.parametrize("breaks", [True, False], ids=["broken-off", "too-large"])
async def test_what_is_not_whole_leaves_nothing(tmp_path: Path, breaks: bool) -> None:
    blobs = Blobs(tmp_path)
    with pytest.raises((ConnectionError, TooLarge)):
        await blobs.receive(chunks(b"x" * 60, b"x" * (10 if breaks else 60), breaks=breaks), at_most=100)
    assert list(blobs.incoming.iterdir()) == []


async def test_the_same_content_is_stored_once(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    first = blobs.put(b"mot noi dung")
    place, second = await blobs.receive(chunks(b"mot noi dung"), at_most=100)
    blobs.keep(place, second)
    assert first == second
    assert sum(1 for path in (tmp_path / "blobs").rglob("*") if path.is_file()) == 1


async def test_a_start_clears_what_a_crash_left(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    place, _ = await blobs.receive(chunks(b"half"), at_most=100)
    folder = blobs.temporary()
    (folder / "inner").mkdir(parents=True)
    for left in (place, folder):
        os.utime(left, (1, 1))
    fresh, _ = await blobs.receive(chunks(b"of another node"), at_most=100)
    assert blobs.sweep() == 2
    assert list(blobs.incoming.iterdir()) == [fresh]
