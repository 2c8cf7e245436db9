"""What the minutes say of speeches: one sentence each, and the time that people and units took."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..clock import local
from ..domain.speakers import Kind
from ..domain.wording import duration, legal_time
from ..store.tables import Member, Speech

WITH_OTHER: dict[Kind, str] = {
    "speech": "phát biểu",
    "question": "chất vấn {other}",
    "reply": "tranh luận với {other}",
    "order": "nêu vấn đề thủ tục",
    "answer": "trả lời chất vấn của {other}",
}


def sentence(speech: Speech, members: Mapping[str, Member]) -> str:
    """ "Lê Văn An (Sở Tư pháp) chất vấn Trần Thị Bình lúc 08 giờ 10 phút (55 giây): …"; pauses are not counted."""
    member = members.get(speech.user_id)
    other = members.get(speech.to_user or "")
    act = WITH_OTHER[speech.kind].format(other=other.name if other else "đại biểu")
    spoke = f" ({duration(speech.spoken_ms // 1000)})" if speech.ended_at else ""
    subject = f": {speech.subject}" if speech.subject else ""
    text = f"{named(member) if member else 'Đại biểu'} {act} lúc {legal_time(local(speech.called_at or 0))}{spoke}"
    return _ended(f"{text}{subject}")


def outside(speeches: Iterable[Speech], items: Iterable[str]) -> list[Speech]:
    """Those heard while no item of the agenda was current."""
    known = set(items)
    return [speech for speech in speeches if speech.called_at and speech.item_id not in known]


def unheard(speeches: Iterable[Speech], members: Mapping[str, Member], end: int | None) -> list[str]:
    """Questions that the meeting's end took off: they still ask for an answer in writing."""
    return [
        _ended(f"{members[q.user_id].name} chất vấn {_name(members, q.to_user)}: {q.subject}")
        for q in sorted(speeches, key=lambda speech: (speech.requested_at, speech.id))
        if q.kind == "question" and q.state == "withdrawn" and q.ended_at == end and q.user_id in members
    ]


def totals(speeches: Sequence[Speech], members: Mapping[str, Member]) -> list[str]:
    """One line a unit in the order of the list of members: turns and time, then those of its people."""
    heard: dict[str, list[Speech]] = {}
    for speech in speeches:
        if speech.called_at:
            heard.setdefault(speech.user_id, []).append(speech)
    units: dict[str, list[str]] = {}
    for user, member in members.items():
        if user in heard:
            units.setdefault(member.unit, []).append(user)
    return [_unit_line(unit, users, heard, members) for unit, users in units.items()]


def named(member: Member) -> str:
    place = ", ".join(part for part in (member.title, member.unit) if part)
    return f"{member.name} ({place})" if place else member.name


def _unit_line(
    unit: str, users: Sequence[str], heard: Mapping[str, Sequence[Speech]], members: Mapping[str, Member]
) -> str:
    people = "; ".join(f"{members[user].name} {_turns(heard[user])}" for user in users)
    if not unit:
        return f"{people}."
    return f"{unit}: {_turns([speech for user in users for speech in heard[user]])} ({people})."


def _turns(speeches: Sequence[Speech]) -> str:
    return f"{len(speeches)} lượt, {duration(sum(speech.spoken_ms for speech in speeches) // 1000)}"


def _name(members: Mapping[str, Member], user: str | None) -> str:
    member = members.get(user or "")
    return member.name if member else "đại biểu"


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
