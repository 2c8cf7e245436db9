"""The office's own templates of a meeting's documents."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..domain.official import Kind
from ..store.tables import OfficialTemplate


def templates_of(session: Session, meeting_id: str) -> Mapping[Kind, str]:
    """The SHA-256 of the file of each kind that has one."""
    rows = session.scalars(select(OfficialTemplate).where(OfficialTemplate.stream == meeting_id))
    return {row.kind: row.sha256 for row in rows}
