"""The box of a secret vote, once it is published. Envelopes are shown to nobody."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...domain.policy import audience
from ...store.tables import BallotBox
from .record import Record, shows


@shows(BallotBox)
def _box(b: BallotBox) -> Iterator[Record]:
    if b.published:
        value = {"vote": b.vote_id, "ballots": msgspec.to_builtins(b.ballots)}
        yield Record("sealed_list", b.vote_id, audience("sealed_list"), value)
