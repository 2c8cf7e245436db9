"""What each row shows, and to whom: one function a table, no queries.

A record has exactly one audience. A row with a private and a public part shows two records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import msgspec

from ..domain.audience import Audience
from ..domain.policy import audience
from ..domain.votes import describe
from ..store.tables import (
    Ballot,
    Comment,
    Item,
    Meeting,
    Member,
    MinutesEdit,
    Note,
    Paper,
    Row,
    Speech,
    User,
    Version,
    Vote,
    Voter,
)  # fmt: skip

Value = dict[str, Any]
Key = tuple[str, str]


class Record(msgspec.Struct, frozen=True):
    kind: str
    id: str
    audience: Audience
    value: Value


class Change(msgspec.Struct, frozen=True, array_like=True):
    """What happened to one record for one audience; `value` None: it is gone for them."""

    audience: Audience
    kind: str
    id: str
    value: Value | None


R = TypeVar("R", bound=Row)
_SHOWS: dict[type[Row], Callable[[Any], Iterator[Record]]] = {}


def shows(table: type[R]) -> Callable[[Callable[[R], Iterator[Record]]], Callable[[R], Iterator[Record]]]:
    def register(function: Callable[[R], Iterator[Record]]) -> Callable[[R], Iterator[Record]]:
        _SHOWS[table] = function
        return function

    return register


def tables() -> list[type[Row]]:
    return list(_SHOWS)


def records(row: Row | None) -> dict[Key, Record]:
    return {} if row is None else {(r.kind, r.id): r for r in _SHOWS[type(row)](row)}


def diff(before: dict[Key, Record], after: dict[Key, Record]) -> Iterator[Change]:
    """Who loses a record is told first, then who has it now is told what it says."""
    for key, old in before.items():
        new = after.get(key)
        if new is None or new.audience != old.audience:
            yield Change(old.audience, *key, None)
    for key, new in after.items():
        if new != before.get(key):
            yield Change(new.audience, *key, new.value)


@shows(User)
def _user(u: User) -> Iterator[Record]:
    value = {
        "login": u.login,
        "name": u.name,
        "title": u.title,
        "unit": u.unit,
        "role": u.role,
        "active": u.active,
    }
    yield Record("user", u.id, audience("user"), value)


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
        "queue_open": m.queue_open,
    }
    yield Record("meeting", m.id, audience("meeting"), value)


@shows(Member)
def _member(m: Member) -> Iterator[Record]:
    value = {
        "name": m.name, "title": m.title, "unit": m.unit, "role": m.role, "votes": m.votes, "order": m.order,
    }  # fmt: skip
    yield Record("member", m.user_id, audience("member"), value)
    attendance = {"state": m.attendance, "at": m.attendance_at}
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
    }
    yield Record("item", i.id, audience("item"), value)
    if i.conclusion:
        text = {"text": i.conclusion, "at": i.concluded_at}
        yield Record("conclusion", i.id, audience("conclusion"), text)


@shows(Paper)
def _paper(p: Paper) -> Iterator[Record]:
    value = {
        "item": p.item_id,
        "title": p.title,
        "position": p.position,
        "state": p.state,
        "version": p.version_id,
        "published_at": p.published_at,
    }
    yield Record("paper", p.id, audience(f"paper ({p.state})"), value)


@shows(Version)
def _version(v: Version) -> Iterator[Record]:
    value = {
        "paper": v.paper_id,
        "number": v.number,
        "name": v.name,
        "kind": v.kind,
        "size": v.size,
        "pages": v.pages,
        "state": v.state,
        "reason": v.reason,
        "message": v.message,
        "warnings": v.warnings,
    }
    yield Record("version", v.id, audience(f"paper ({v.paper_state})"), value)


@shows(Note)
def _note(n: Note) -> Iterator[Record]:
    value = {
        "version": n.version_id,
        "paper": n.paper_id,
        "page": n.page,
        "quads": n.quads,
        "exact": n.exact,
        "prefix": n.prefix,
        "suffix": n.suffix,
        "start": n.start,
        "end": n.end,
        "text": n.text,
        "colour": n.colour,
        "author": n.author,
        "shared": n.shared,
        "at": n.at,
    }
    state = "recalled" if n.recalled else "shared" if n.shared else "private"
    yield Record("note", n.id, audience(f"note ({state})", n.author), value)


@shows(Comment)
def _comment(c: Comment) -> Iterator[Record]:
    value = {"paper": c.paper_id, "author": c.author, "text": c.text, "at": c.at}
    yield Record("comment", c.id, audience("comment (recalled)" if c.recalled else "comment"), value)


@shows(Speech)
def _speech(s: Speech) -> Iterator[Record]:
    value = {
        "item": s.item_id,
        "user": s.user_id,
        "subject": s.subject,
        "state": s.state,
        "requested_at": s.requested_at,
        "called_at": s.called_at,
        "deadline": s.deadline,
        "ended_at": s.ended_at,
    }
    yield Record("speech", s.id, audience("speech"), value)


@shows(Vote)
def _vote(v: Vote) -> Iterator[Record]:
    seen = audience("vote (prepared)" if v.state == "prepared" else "vote (open, closed, published)")
    value = {
        "item": v.item_id,
        "question": v.question,
        "rule": msgspec.to_builtins(v.rule),
        "rule_text": describe(v.rule),
        "state": v.state,
        "opened_at": v.opened_at,
        "closed_at": v.closed_at,
        "published_at": v.published_at,
        "entitled": v.entitled,
        "present": v.present,
    }
    yield Record("vote", v.id, seen, value)
    if v.state != "prepared":
        yield Record("progress", v.id, audience("progress"), {"cast": v.cast, "of": v.present})
    if v.outcome is not None:
        whom = audience("result (published)" if v.state == "published" else "result (closed)")
        yield Record("result", v.id, whom, msgspec.to_builtins(v.outcome))


@shows(Voter)
def _voter(v: Voter) -> Iterator[Record]:
    yield Record("voter", f"{v.vote_id}.{v.user_id}", audience("voter"), {"vote": v.vote_id, "user": v.user_id})


@shows(Ballot)
def _ballot(b: Ballot) -> Iterator[Record]:
    id_ = f"{b.vote_id}.{b.user_id}"
    yield Record("voted", id_, audience("voted"), {"at": b.first_at})
    mine = {"vote": b.vote_id, "choice": b.choice, "opinion": b.opinion, "at": b.at}
    yield Record("my_ballot", id_, audience("my_ballot", b.user_id), mine)


@shows(MinutesEdit)
def _minutes_edit(e: MinutesEdit) -> Iterator[Record]:
    value = {"text": e.text, "author": e.author, "at": e.at}
    yield Record("minutes_edit", e.block, audience("minutes_edit"), value)
