"""Answers to the invitation, and the room's own rules."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import Invitation, RoomRules
from .record import Record, shows


@shows(Invitation)
def _invitation(i: Invitation) -> Iterator[Record]:
    value = {
        "answer": i.answer,
        "state": i.state,
        "at": i.at,
        "reason": i.reason,
        "substitute": i.substitute_id,
        "name": i.substitute_name,
        "place": i.substitute_place,
        "authority": i.authority,
        "decided_at": i.decided_at,
        "decision": i.decision,
    }
    yield Record("invitation", i.user_id, audience("invitation", i.user_id), value)


@shows(RoomRules)
def _room_rules(r: RoomRules) -> Iterator[Record]:
    value = {"substitutes": r.substitutes, "code_needed": r.code_needed}
    yield Record("room_rules", r.id, audience("room_rules"), value)
