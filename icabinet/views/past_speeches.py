"""How long people spoke in meetings that are over: what a forecast goes by before anybody has spoken in this one."""

from __future__ import annotations

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from ..store.tables import Meeting, Member, Speech

ENOUGH = 5
"""Speeches of this meeting's own people; with fewer of them the whole office's are asked."""


class PastSpeeches(msgspec.Struct, frozen=True):
    """`seconds`: the mean length of `speeches` speeches, in whole seconds rounded down; 0 when there were none."""

    seconds: int = 0
    speeches: int = 0


def past_speeches(session: Session, meeting_id: str) -> PastSpeeches:
    """Of this meeting's people in earlier meetings, or else of everybody; points of order are no speeches."""
    people = select(Member.user_id).where(Member.stream == meeting_id)
    own = _mean(session, meeting_id, Speech.user_id.in_(people))
    return own if own.speeches >= ENOUGH else _mean(session, meeting_id)


def _mean(session: Session, meeting_id: str, *who: ColumnElement[bool]) -> PastSpeeches:
    count, total = session.execute(
        select(func.count(), func.coalesce(func.sum(Speech.spoken_ms), 0))
        .select_from(Speech)
        .join(Meeting, Meeting.id == Speech.stream)
        .where(
            Meeting.state == "ended", Speech.state == "done", Speech.kind != "order", Speech.stream != meeting_id, *who
        )
    ).one()
    return PastSpeeches(int(total) // count // 1000, count) if count else PastSpeeches()
