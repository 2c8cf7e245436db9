"""A secret ballot as it lies in the database while its vote is open: AES-256-GCM, always of the same length.

It is bound to its vote and its voter, so that it can be read in no other place; the key is in store.keys.
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
TAG_BYTES = 16
_LENGTH_BYTES = 4


class Unreadable(Exception):
    """What lies in the database was not sealed with this key for this voter."""


def seal(key: bytes, vote: str, user: str, content: bytes, size: int) -> bytes:
    """`size` bytes of content fit; the result has `size` + 32 bytes whatever the content. Raises ValueError beyond."""
    if len(content) > size:
        raise ValueError("the ballot is longer than the envelopes of its vote")
    padded = len(content).to_bytes(_LENGTH_BYTES, "big") + content + bytes(size - len(content))
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, padded, _place(vote, user))


def unseal(key: bytes, vote: str, user: str, sealed: bytes) -> bytes:
    """Raises Unreadable."""
    try:
        padded = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _place(vote, user))
    except InvalidTag:
        raise Unreadable(vote) from None
    length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
    return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]


def _place(vote: str, user: str) -> bytes:
    """No id holds a line break, so that no other pair of ids gives the same bytes."""
    return f"{vote}\n{user}".encode()
