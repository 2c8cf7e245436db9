"""The room's rotating code: whoever reads it stands in front of it.

As in RFC 6238, an HMAC of a secret and the number of the time step; SHA-256 and eight letters of base 32 instead of
digits, since nobody needs to type them often.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import b32encode

from .errors import Refused

STEP = 30_000
"""Milliseconds that a code is shown."""
STEPS = 2
"""The code shown now and the one before are accepted: a photo is worth nothing after STEP × STEPS."""
_BYTES = 5


def code(secret: bytes, meeting: str, at: int) -> str:
    """What the room shows at the moment `at` (ms)."""
    said = f"{meeting}|{at // STEP}".encode()
    return b32encode(hmac.digest(secret, said, hashlib.sha256)[:_BYTES]).decode()


def until(at: int) -> int:
    """When the code shown at `at` gives way to the next (ms)."""
    return (at // STEP + 1) * STEP


def check(secret: bytes, meeting: str, given: str, now: int, needed: bool) -> None:
    """Refused("check-in.code-needed") or Refused("check-in.code-old"); no code is fine where none is needed."""
    if not given:
        if needed:
            raise Refused("check-in.code-needed")
        return
    good = [code(secret, meeting, now - back * STEP) for back in range(STEPS)]
    if not any(hmac.compare_digest(one, given) for one in good):
        raise Refused("check-in.code-old")
