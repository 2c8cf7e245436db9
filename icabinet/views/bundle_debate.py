"""The minutes of a meeting as the pieces of a debate in Akoma Ntoso."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..clock import local
from ..documents.bundle.debate import Debate, Person, Piece, SpeechKind, Spoken
from ..store.tables import Meeting, Member, Speech
from .minutes_draft import Block, Draft

KINDS: dict[str, SpeechKind] = {"question": "question", "answer": "answer"}
"""Every other kind of speech is a speech."""


def debate_of(session: Session, meeting_id: str, draft: Draft) -> Debate:
    meeting = session.get_one(Meeting, meeting_id)
    members = session.scalars(select(Member).where(Member.stream == meeting_id).order_by(Member.order, Member.id))
    people = tuple(Person(member.user_id, member.name) for member in members if member.role != "screen")
    speeches = {s.id: s for s in session.scalars(select(Speech).where(Speech.stream == meeting_id))}
    known = frozenset(person.id for person in people)
    return Debate(
        meeting=meeting_id,
        title=draft.title,
        agency=draft.agency,
        date=local(meeting.started_at or meeting.starts_at).date().isoformat(),
        people=people,
        pieces=tuple(_piece(block, speeches, known) for block in draft.blocks),
    )


def _piece(block: Block, speeches: dict[str, Speech], known: frozenset[str]) -> Piece:
    events = tuple(trace.seq for trace in block.events if not trace.tasks)
    if block.kind == "heading":
        return Piece(block.id, "heading", block.text, events)
    if block.kind in ("attendance", "votes"):
        rows = tuple(tuple(row) for row in block.rows)
        return Piece(block.id, "table", block.text, events, head=tuple(block.head), rows=rows)
    subject, _, id_ = block.id.partition(":")
    speech = speeches.get(id_) if subject == "speech" else None
    if speech is not None and speech.user_id in known:
        return Piece(block.id, "speech", block.text, events, spoken=_spoken(speech, known))
    decides = block.id.endswith((":conclusion", ":sentence"))
    return Piece(block.id, "summary" if decides else "narrative", block.text, events)


def _spoken(speech: Speech, known: frozenset[str]) -> Spoken:
    return Spoken(
        kind=KINDS.get(speech.kind, "speech"),
        by=speech.user_id,
        to=speech.to_user if speech.to_user in known else "",
        started=_moment(speech.called_at),
        ended=_moment(speech.ended_at),
    )


def _moment(at: int | None) -> str:
    """ "2026-11-23T08:05:09+07:00"; empty before it happened."""
    return local(at).isoformat(timespec="seconds") if at else ""
