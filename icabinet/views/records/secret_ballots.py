"""The box of a secret vote, once it is published. Envelopes are shown to nobody."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

import msgspec

from ...domain.policy import audience
from ...domain.votes import BoxBallot
from ...store.tables import BallotBox
from .record import Record, shows


@shows(BallotBox)
def _box(b: BallotBox) -> Iterator[Record]:
    """The list itself is fetched by whoever looks for a ballot; the log holds how many they are and their SHA-256."""
    if b.published:
        value = {"vote": b.vote_id, "ballots": len(b.ballots), "sha256": sealed_digest(b.ballots)}
        yield Record("sealed_list", b.vote_id, audience("sealed_list"), value)


def sealed_digest(ballots: Sequence[BoxBallot]) -> str:
    """Of the list as JSON, the bytes in which the database keeps it."""
    return hashlib.sha256(msgspec.json.encode(ballots)).hexdigest()
