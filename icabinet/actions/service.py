"""Calls for service: one tap at the seat, one at the desk."""

from __future__ import annotations

from ..domain import service
from ..domain.commands import CallService, FinishService
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended
from ..store.tables import Meeting, ServiceCall
from .bus import handles
from .transaction import Tx


@handles(CallService)
def call(tx: Tx, c: CallService) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    user = tx.actor.user
    waiting = tx.find(ServiceCall, ServiceCall.user_id == user, ServiceCall.done_at.is_(None))
    service.check(c.kind, c.text, any(other.kind == c.kind for other in waiting), len(waiting))
    tx.add(ServiceCall(id=c.call, stream=tx.stream, user_id=user, kind=c.kind, text=c.text.strip(), at=tx.now))


@handles(FinishService)
def finish(tx: Tx, c: FinishService) -> None:
    asked = tx.get(ServiceCall, c.call)
    if asked.user_id != tx.actor.user and "secretary" not in tx.actor.roles:
        raise Refused("service.not-yours")
    if asked.done_at is not None:
        raise Refused("service.done")
    asked.done_at, asked.done_by = tx.now, tx.actor.user
