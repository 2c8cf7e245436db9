"""What is sealed opens for its own key, vote and voter only, and shows nothing by its length."""

from __future__ import annotations

import secrets
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.store.keys import KEY_BYTES, KeyLost, Keys
from icabinet.store.sealing import Unreadable, seal, unseal

SIZE = 512


@settings(derandomize=True)
@given(st.binary(max_size=SIZE))
def test_every_content_comes_back_and_all_look_alike(content: bytes) -> None:
    key = secrets.token_bytes(KEY_BYTES)
    sealed = seal(key, "v1", "u1", content, SIZE)
    assert unseal(key, "v1", "u1", sealed) == content
    assert len(sealed) == SIZE + 32
    assert sealed != seal(key, "v1", "u1", content, SIZE), "the same ballot twice is two different envelopes"
    assert len(content) < 4 or content not in sealed


@pytest.mark.parametrize(("vote", "user"), [("v2", "u1"), ("v1", "u2"), ("v1\nu", "1")])
def test_an_envelope_in_another_place_does_not_open(vote: str, user: str) -> None:
    key = secrets.token_bytes(KEY_BYTES)
    sealed = seal(key, "v1", "u1", b"for", SIZE)
    with pytest.raises(Unreadable):
        unseal(key, vote, user, sealed)


def test_another_key_or_a_touched_envelope_does_not_open() -> None:
    key = secrets.token_bytes(KEY_BYTES)
    sealed = seal(key, "v1", "u1", b"for", SIZE)
    with pytest.raises(Unreadable):
        unseal(secrets.token_bytes(KEY_BYTES), "v1", "u1", sealed)
    with pytest.raises(Unreadable):
        unseal(key, "v1", "u1", sealed[:-1] + bytes([sealed[-1] ^ 1]))


def test_too_long_a_ballot_is_not_cut() -> None:
    with pytest.raises(ValueError, match="longer"):
        seal(secrets.token_bytes(KEY_BYTES), "v1", "u1", bytes(SIZE + 1), SIZE)


def test_a_key_is_its_owners_alone_and_is_gone_when_destroyed(tmp_path: Path) -> None:
    keys = Keys(tmp_path / "keys")
    assert keys.votes() == []
    keys.make("V-1")
    key = keys.read("V-1")
    assert len(key) == KEY_BYTES
    assert stat.S_IMODE(keys.path("V-1").stat().st_mode) == 0o600
    assert stat.S_IMODE(keys.folder.stat().st_mode) == 0o700
    keys.make("v-1")
    assert keys.votes() == ["V-1", "v-1"]
    keys.destroy("V-1")
    keys.destroy("V-1")
    assert keys.votes() == ["v-1"]
    with pytest.raises(KeyLost):
        keys.read("V-1")


def test_a_key_is_overwritten_before_its_name_goes(tmp_path: Path) -> None:
    """Another name for the same bytes on disk shows what was left of them."""
    keys = Keys(tmp_path / "keys")
    keys.make("v1")
    other_name = tmp_path / "remnant"
    other_name.hardlink_to(keys.path("v1"))
    keys.destroy("v1")
    assert other_name.read_bytes() == bytes(KEY_BYTES)


def test_an_opening_that_came_to_nothing_leaves_no_key_in_use(tmp_path: Path) -> None:
    keys = Keys(tmp_path / "keys")
    keys.make("v1")
    former = keys.read("v1")
    keys.make("v1")
    assert keys.read("v1") != former


@pytest.mark.parametrize("content", [b"", bytes(KEY_BYTES), b"short"])
def test_half_a_key_is_none(tmp_path: Path, content: bytes) -> None:
    keys = Keys(tmp_path / "keys")
    keys.make("v1")
    keys.path("v1").write_bytes(content)
    with pytest.raises(KeyLost):
        keys.read("v1")
