"""The meeting, its members and its agenda."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import Item, Meeting, Member
from .record import Record, shows


@shows(Meeting)
def _meeting(m: Meeting) -> Iterator[Record]:
    value = {
        "title": m.title,
        "place": m.place,
        "agency": m.agency,
        "parent_agency": m.parent_agency,
        "starts_at": m.starts_at,
        "state": m.state,
        "item": m.item_id,
        "item_since": m.item_since,
        "started_at": m.started_at,
        "ended_at": m.ended_at,
        "quorum": [m.quorum_numerator, m.quorum_denominator],
        "kind": m.kind,
        "ends_at": m.ends_at,
        "called_off": m.called_off,
    }
    yield Record("meeting", m.id, audience("meeting"), value)


@shows(Member)
def _member(m: Member) -> Iterator[Record]:
    if m.gone:
        left = {"name": m.name, "title": m.title, "unit": m.unit}
        yield Record("former_member", m.user_id, audience("former_member"), left)
        return
    value = {
        "name": m.name, "title": m.title, "unit": m.unit, "role": m.role, "votes": m.votes, "order": m.order,
        "stands_for": m.stands_for, "substitute": m.substitute,
    }  # fmt: skip
    yield Record("member", m.user_id, audience("member"), value)
    passages = [[passage.state, passage.at] for passage in m.passages]
    attendance = {"state": m.attendance, "at": m.attendance_at, "late": m.late, "passages": passages}
    yield Record("attendance", m.user_id, audience("attendance"), attendance)
    if m.reason:
        yield Record("absence", m.user_id, audience("absence"), {"reason": m.reason})


@shows(Item)
def _item(i: Item) -> Iterator[Record]:
    value = {
        "position": i.position,
        "title": i.title,
        "presenter": i.presenter,
        "minutes": i.minutes,
        "spent_ms": i.spent_ms,
        "state": i.state,
        "about": i.about,
    }
    yield Record("item", i.id, audience("item"), value)
    if i.conclusion:
        text = {"text": i.conclusion, "at": i.concluded_at}
        yield Record("conclusion", i.id, audience("conclusion"), text)
