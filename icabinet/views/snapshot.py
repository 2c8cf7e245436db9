"""Everything that is known of a stream, and the number of the event up to which it is true."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..domain.audience import Viewer
from ..store.tables import Stream
from .records import Record, Value, records, shown, tables

View = dict[str, dict[str, Value]]
"""kind → id → value"""


def everything(session: Session, stream: str) -> tuple[int, list[Record]] | None:
    """None when there is no such stream. One read transaction gives rows and number of the same moment."""
    seq = session.execute(select(Stream.last_seq).where(Stream.id == stream)).scalar_one_or_none()
    if seq is None:
        return None
    found: list[Record] = []
    for table in tables():
        for row in session.scalars(shown(table, stream)):
            found += records(row).values()
    return seq, found


def seen_by(viewer: Viewer, all_records: list[Record]) -> View:
    """The part of it that the viewer may see."""
    groups, view = viewer.groups(), View()
    for record in all_records:
        if record.audience & groups:
            view.setdefault(record.kind, {})[record.id] = record.value
    return view
