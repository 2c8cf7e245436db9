"""The speaker queue."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import Speech
from .record import Record, shows


@shows(Speech)
def _speech(s: Speech) -> Iterator[Record]:
    value = {
        "item": s.item_id,
        "user": s.user_id,
        "subject": s.subject,
        "state": s.state,
        "requested_at": s.requested_at,
        "called_at": s.called_at,
        "deadline": s.deadline,
        "ended_at": s.ended_at,
    }
    yield Record("speech", s.id, audience("speech"), value)
