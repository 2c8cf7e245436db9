"""Calls for service."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import ServiceCall
from .record import Record, shows


@shows(ServiceCall)
def _service(c: ServiceCall) -> Iterator[Record]:
    value = {"user": c.user_id, "kind": c.kind, "text": c.text, "at": c.at, "done_at": c.done_at}
    yield Record("service", c.id, audience("service", c.user_id), value)
