"""Declared interests."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import Interest
from .record import Record, shows


@shows(Interest)
def _interest(i: Interest) -> Iterator[Record]:
    value = {"item": i.item_id, "user": i.user_id, "reason": i.reason, "by": i.by, "at": i.at}
    yield Record("interest", i.id, audience("interest"), value)
