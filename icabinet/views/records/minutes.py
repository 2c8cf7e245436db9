"""The minutes."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import MinutesEdit
from .record import Record, shows


@shows(MinutesEdit)
def _minutes_edit(e: MinutesEdit) -> Iterator[Record]:
    value = {"text": e.text, "author": e.author, "at": e.at}
    yield Record("minutes_edit", e.block, audience("minutes_edit"), value)
