"""Which documents of a meeting can be signed digitally, and from when on."""

from __future__ import annotations

from .errors import Refused
from .official import Key, Kind

SIGNED: tuple[Kind, ...] = ("minutes", "conclusions", "invitation", "resolution", "count")
"""What the office issues; lists and forms are signed by hand, if at all."""


def need_final(key: Key, *, meeting: str, called_off: bool, locked: bool, vote: str) -> None:
    """Refused("signing.kind"), or "signing.not-final" while what the document says can still change.

    `meeting` and `vote` are their states ("" without a vote), `locked` says whether the minutes are confirmed.
    """
    if key.kind not in SIGNED:
        raise Refused("signing.kind")
    final = {
        "minutes": locked,
        "conclusions": meeting == "ended" and not called_off,
        "invitation": not called_off,
        "resolution": vote == "published",
        "count": vote == "published",
    }
    if not final[key.kind]:
        raise Refused("signing.not-final")
