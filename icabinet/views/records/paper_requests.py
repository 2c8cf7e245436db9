"""Papers that were asked for: the secretary and whom he asked see them, nobody else."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...domain.policy import audience
from ...store.tables import PaperRequest
from .record import Record, shows


@shows(PaperRequest)
def _paper_request(r: PaperRequest) -> Iterator[Record]:
    value = {
        "item": r.item_id,
        "title": r.title,
        "addressee": r.addressee,
        "deadline": r.deadline,
        "asked_at": r.asked_at,
        "state": r.state,
        "paper": r.paper_id,
        "secret": bool(r.readers),
        "rounds": msgspec.to_builtins(r.rounds),
    }
    yield Record("paper_request", r.id, audience("paper_request", named=[r.addressee]), value)
