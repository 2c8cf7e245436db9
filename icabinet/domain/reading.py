"""Which pages of a paper somebody has seen: a bit a page, page 1 the highest bit of the first byte, in base64."""

from __future__ import annotations

import base64
import binascii

from .errors import Refused


def merged(known: str, said: str, pages: int) -> str:
    """Both together; bits beyond the last page are dropped. Refused("reading.no-bits") for what is no base64."""
    size = (pages + 7) // 8
    both = _number(known, size) | _number(said, size)
    spare = size * 8 - pages
    return base64.b64encode((both >> spare << spare).to_bytes(size, "big")).decode()


def count(seen: str) -> int:
    """How many pages were seen."""
    return int.from_bytes(_bytes(seen), "big").bit_count()


def _number(seen: str, size: int) -> int:
    return int.from_bytes(_bytes(seen)[:size].ljust(size, b"\0"), "big")


def _bytes(seen: str) -> bytes:
    try:
        return base64.b64decode(seen, validate=True)
    except binascii.Error as problem:
        raise Refused("reading.no-bits") from problem
