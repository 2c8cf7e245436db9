"""The minutes as they were confirmed, kept as JSON: nothing that happens later changes them."""

from __future__ import annotations

import hashlib

import msgspec

from .minutes_draft import Draft

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder(Draft).decode


def freeze(draft: Draft) -> str:
    return _encode(draft).decode()


def thaw(frozen: str) -> Draft:
    return _decode(frozen)


def digest(draft: Draft) -> str:
    """SHA-256 of all words and figures; not of the position in the log or of the events behind them."""
    words = [(block.id, block.kind, block.text, block.head, block.rows) for block in draft.blocks]
    plain = msgspec.structs.replace(draft, at=0, state="", blocks=[], digest="", locked_at=None, corrections=[])
    return hashlib.sha256(_encode((plain, words))).hexdigest()
