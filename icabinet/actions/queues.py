"""The two queues of a meeting, and the order in which people wait in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, select

from ..domain import speakers
from ..domain.errors import Refused
from ..domain.speakers import QUEUES, Gate, Policy, Queue, Talk, Wish
from ..store.tables import Meeting, Member, SpeakerQueue, Speech
from .transaction import Tx

FIRST: dict[Queue, tuple[Gate, int, int]] = {"speakers": ("open", 300, 180), "questions": ("closed", 60, 180)}
"""State, and seconds for a turn and for a reply, before anybody declares others. Three minutes for debate are those
of the National Assembly (Nội quy kỳ họp Quốc hội, Điều 18 khoản 3)."""


def queue_id(stream: str, queue: Queue) -> str:
    return f"{stream}.{queue}"


def found(tx: Tx) -> None:
    """A new meeting's queues."""
    for queue, (state, speech, reply) in FIRST.items():
        tx.add(
            SpeakerQueue(
                id=queue_id(tx.stream, queue),
                stream=tx.stream,
                queue=queue,
                state=state,
                policy="first-come",
                speech_seconds=speech,
                reply_seconds=reply,
                item_seconds=0,
            )
        )


def get(tx: Tx, queue: Queue) -> SpeakerQueue:
    """The queue; Refused("not-found") where there is no meeting."""
    tx.get(Meeting, tx.stream)
    return tx.get(SpeakerQueue, queue_id(tx.stream, queue))


def enter(tx: Tx, speech: Speech) -> None:
    """Into the queue; one wish of a kind a person. Refused("attendance.needed"), ("speech.already-waiting")."""
    member = tx.seek(Member, f"{tx.stream}.{speech.user_id}")
    if member is None or member.attendance != "present":
        raise Refused("attendance.needed")
    waiting = tx.find(Speech, Speech.state == "waiting", Speech.queue == speech.queue)
    if any(other.user_id == speech.user_id and other.kind == speech.kind for other in waiting):
        raise Refused("speech.already-waiting")
    speech.hand = max((other.hand for other in waiting), default=-speakers.GAP) + speakers.GAP
    tx.add(speech)
    arrange(tx, speech.queue)


def arrange(tx: Tx, *queues: Queue) -> None:
    """Asks the rule for the order again, after anything that it goes by has changed."""
    tx.session.flush()
    for queue in queues or QUEUES:
        row = get(tx, queue)
        places = _places(tx, queue, row.policy)
        if places != row.places:
            row.places = places


def _places(tx: Tx, queue: Queue, policy: Policy) -> list[speakers.Place]:
    columns = (
        Speech.id, Speech.user_id, Speech.kind, Speech.state, Speech.requested_at, Speech.hand,
        Speech.to_speech, Speech.called_at, Speech.spoken_ms, Member.unit,
    )  # fmt: skip
    same = and_(Member.stream == Speech.stream, Member.user_id == Speech.user_id)
    chosen = select(*columns).outerjoin(Member, same).where(Speech.stream == tx.stream, Speech.queue == queue)
    rows = tx.session.execute(chosen).all()
    talks = [Talk(r.user_id, r.unit or "", r.kind, r.called_at, r.spoken_ms) for r in rows if r.called_at]
    return speakers.placed(policy, _wishes(rows), speakers.past(talks))


def _wishes(rows: Sequence[Any]) -> list[Wish]:
    by_id = {r.id: r for r in rows}

    def asked(row: Any) -> bool:
        """Whether the reply is to the own question, or to the answer to it."""
        to = by_id.get(row.to_speech)
        question = by_id.get(to.to_speech) if to is not None and to.kind == "answer" else to
        return question is not None and question.kind == "question" and question.user_id == row.user_id

    return [
        Wish(r.id, r.user_id, r.unit or "", r.kind, r.requested_at, r.hand, r.kind == "reply" and asked(r))
        for r in rows
        if r.state == "waiting"
    ]
