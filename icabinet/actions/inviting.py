"""Invitations by e-mail: asked, changed, called off. A person's letters hold what his calendar was told last."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select

from ..clock import local
from ..domain.calendar import Event, Method, next_event, planned_end
from ..domain.commands import SendInvitations
from ..domain.errors import Refused
from ..domain.letters import Kind
from ..domain.meetings import need_not_ended
from ..domain.wording import WEEKDAYS, legal_date, legal_time
from ..store.tables import Letter, Meeting, Member
from . import letters
from .bus import handles
from .transaction import Tx

ATTACHED = "invitation"


@handles(SendInvitations)
def send(tx: Tx, c: SendInvitations) -> None:
    """Refused("invitations.sent") when everybody's calendar is right already."""
    meeting = tx.get(Meeting, tx.stream)
    need_not_ended(meeting.state)
    told, known = _told(tx, letters.told(waiting=True)), _known(tx)
    wanted = []
    for member in tx.find(Member, Member.role != "screen", ~Member.gone):
        if c.users and member.user_id not in c.users:
            continue
        last = told.get(member.user_id)
        event = next_event(last, _as_it_is(meeting, "REQUEST"))
        if event is not None:
            changed = last is not None and last.method == "REQUEST"
            wanted.append(_letter(tx, meeting, member.user_id, event, "changed" if changed else "invitation", known))
    if not wanted:
        raise Refused("invitations.sent")
    letters.queue(tx, wanted)


def call_off(tx: Tx, meeting: Meeting, users: Sequence[str]) -> None:
    """Whoever was told of the meeting hears that it is off, or that he is not expected any more."""
    if not users or (meeting.state == "ended" and not meeting.called_off):
        return
    told, off = _told(tx, letters.told(waiting=False), users), _as_it_is(meeting, "CANCEL")
    events = {user: event for user in users if (event := next_event(told.get(user), off)) is not None}
    letters.take_back(tx, meeting.id, users)
    known = _known(tx)
    letters.queue(tx, [_letter(tx, meeting, user, event, "called-off", known) for user, event in events.items()])


def _known(tx: Tx) -> frozenset[str]:
    """The names of all letters with a calendar part, also of those that never left."""
    names = select(Letter.id).where(Letter.stream == tx.stream, Letter.calendar.is_not(None))
    return frozenset(tx.session.scalars(names))


def _told(tx: Tx, by: ColumnElement[bool], users: Sequence[str] = ()) -> dict[str, Event]:
    """By person (of these, if any are named), what his calendar was told last by such letters."""
    where = [Letter.stream == tx.stream, Letter.calendar.is_not(None), by]
    if users:
        where.append(Letter.user_id.in_(users))
    found: dict[str, Event] = {}
    for user, told in tx.session.execute(select(Letter.user_id, Letter.calendar).where(*where)):
        known = found.get(user)
        if told is not None and (known is None or known.sequence < told.sequence):
            found[user] = told
    return found


def _as_it_is(meeting: Meeting, method: Method) -> Event:
    ends = planned_end(meeting.starts_at, meeting.ends_at)
    return Event(method, 0, meeting.title, meeting.place, meeting.starts_at, ends)


def _letter(tx: Tx, meeting: Meeting, user: str, event: Event, kind: Kind, known: frozenset[str]) -> letters.Wanted:
    key = f"calendar.{event.sequence}.{event.method}.{user}"
    while f"{tx.stream}.{key}" in known:  # one with this number was taken back before it left
        key += "x"
    return letters.Wanted(
        key=key,
        user=user,
        kind=kind,
        title=f"{_HEADINGS[kind]}: {event.title}",
        text=_text(meeting, event, kind),
        link=f"/meeting/{meeting.id}",
        until=max(event.ends_at, tx.now),
        calendar=event,
        attached="" if event.method == "CANCEL" else ATTACHED,
    )


_HEADINGS: dict[Kind, str] = {
    "invitation": "Giấy mời họp",
    "changed": "Thay đổi giấy mời họp",
    "called-off": "Không tổ chức họp",
}


def _text(meeting: Meeting, event: Event, kind: Kind) -> str:
    at = local(event.starts_at)
    when = f"{legal_time(at)}, {WEEKDAYS[at.weekday()].lower()}, {legal_date(at)}"
    facts = f"Nội dung: {event.title}\nThời gian: {when}\nĐịa điểm: {event.place}"
    if kind == "called-off":
        reason = f"\nLý do: {meeting.called_off}" if meeting.called_off else ""
        return f"{meeting.agency} xin thông báo: cuộc họp sau đây không còn trong lịch của đại biểu.\n\n{facts}{reason}"
    word = "trân trọng thông báo thay đổi của cuộc họp" if kind == "changed" else "trân trọng kính mời đại biểu dự họp"
    return f"{meeting.agency} {word}.\n\n{facts}\n\nXin trả lời giấy mời trong phần mềm họp."
