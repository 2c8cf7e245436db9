"""Templates of meetings."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...domain.policy import audience
from ...store.tables import MeetingTemplate
from .record import Record, shows


@shows(MeetingTemplate)
def _template(row: MeetingTemplate) -> Iterator[Record]:
    yield Record(
        "meeting_template",
        row.id,
        audience("meeting_template"),
        {"name": row.name, "plan": msgspec.to_builtins(row.plan)},
    )
