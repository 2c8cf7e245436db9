"""The speaker queue: asking for the floor, being called, giving it back."""

from __future__ import annotations

from ..domain import speakers
from ..domain.commands import (
    CallSpeaker,
    EndSpeech,
    ExtendSpeech,
    RequestSpeech,
    SetSpeakerQueue,
    WithdrawSpeech,
)
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended, need_running
from ..store.tables import Meeting, Member, Speech
from .bus import handles
from .people import member_id
from .transaction import Tx


@handles(SetSpeakerQueue)
def set_queue(tx: Tx, c: SetSpeakerQueue) -> None:
    meeting = tx.get(Meeting, tx.stream)
    need_not_ended(meeting.state)
    meeting.queue_open = c.open


@handles(RequestSpeech)
def request(tx: Tx, c: RequestSpeech) -> None:
    meeting = tx.get(Meeting, tx.stream)
    need_not_ended(meeting.state)
    if not meeting.queue_open:
        raise Refused("speakers.closed")
    if tx.get(Member, member_id(tx.stream, tx.actor.user)).attendance != "present":
        raise Refused("attendance.needed")
    if tx.find(Speech, Speech.user_id == tx.actor.user, Speech.state == "waiting"):
        raise Refused("speech.already-waiting")
    tx.add(
        Speech(
            id=c.speech,
            stream=tx.stream,
            user_id=tx.actor.user,
            item_id=meeting.item_id,
            subject=c.subject.strip(),
            requested_at=tx.now,
        )
    )


@handles(WithdrawSpeech)
def withdraw(tx: Tx, c: WithdrawSpeech) -> None:
    speech = tx.get(Speech, c.speech)
    if speech.user_id != tx.actor.user:
        raise Refused("speech.not-yours")
    speakers.need(speech.state, "waiting")
    speech.state, speech.ended_at = "withdrawn", tx.now


@handles(CallSpeaker)
def call(tx: Tx, c: CallSpeaker) -> None:
    meeting = tx.get(Meeting, tx.stream)
    need_running(meeting.state)
    speech = tx.get(Speech, c.speech)
    speakers.need(speech.state, "waiting")
    for other in tx.find(Speech, Speech.state == "speaking"):
        other.state, other.ended_at = "done", tx.now
    speech.state, speech.called_at = "speaking", tx.now
    speech.item_id = meeting.item_id
    speech.deadline = tx.now + c.seconds * 1000


@handles(ExtendSpeech)
def extend(tx: Tx, c: ExtendSpeech) -> None:
    speech = tx.get(Speech, c.speech)
    speakers.need(speech.state, "speaking")
    speech.deadline = speakers.extended(speech.deadline or tx.now, c.seconds, tx.now)


@handles(EndSpeech)
def end(tx: Tx, c: EndSpeech) -> None:
    speech = tx.get(Speech, c.speech)
    speakers.need(speech.state, "speaking")
    speech.state, speech.ended_at = "done", tx.now
