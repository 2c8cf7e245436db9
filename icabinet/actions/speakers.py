"""The two queues: their gates and rules, asking for the floor, withdrawing, and the chair's hand."""

from __future__ import annotations

from ..domain import speakers
from ..domain.agenda import moved
from ..domain.commands import (
    AskQuestion,
    MoveSpeech,
    RaisePointOfOrder,
    ReplyToSpeech,
    RequestSpeech,
    SetSpeakerQueue,
    SetSpeakerRule,
    WithdrawSpeech,
)
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended
from ..store.tables import Meeting, Member, Speech
from . import queues
from .bus import handles
from .floor import pause_floor
from .people import member_id
from .transaction import Tx


@handles(SetSpeakerQueue)
def set_queue(tx: Tx, c: SetSpeakerQueue) -> None:
    """Pausing a queue also stops the clock of whoever has the floor from it."""
    need_not_ended(tx.get(Meeting, tx.stream).state)
    queue = queues.get(tx, c.queue)
    queue.state = c.state
    if c.state == "paused":
        pause_floor(tx, c.queue)


@handles(SetSpeakerRule)
def set_rule(tx: Tx, c: SetSpeakerRule) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    queue = queues.get(tx, c.queue)
    if c.policy == "by-hand" != queue.policy:
        _number(tx, [place.speech for place in queue.places])
    queue.policy = c.policy
    queue.speech_seconds, queue.reply_seconds, queue.item_seconds = c.speech_seconds, c.reply_seconds, c.item_seconds
    queues.arrange(tx, c.queue)


@handles(RequestSpeech)
def request(tx: Tx, c: RequestSpeech) -> None:
    speakers.need_open("speakers", _gate(tx, "speakers"))
    queues.enter(tx, _wish(tx, c.speech, "speakers", "speech", c.subject))


@handles(AskQuestion)
def ask(tx: Tx, c: AskQuestion) -> None:
    """Questions are put to somebody of the meeting, by others."""
    speakers.need_open("questions", _gate(tx, "questions"))
    addressee = tx.seek(Member, member_id(tx.stream, c.to))
    if addressee is None or addressee.role == "screen" or c.to == tx.actor.user:
        raise Refused("question.to-whom")
    speech = _wish(tx, c.speech, "questions", "question", c.question)
    if not speech.subject:
        raise Refused("question.empty")
    speech.to_user = c.to
    queues.enter(tx, speech)


@handles(ReplyToSpeech)
def reply(tx: Tx, c: ReplyToSpeech) -> None:
    """In the queue of what it replies to; also when that takes no more registrations, but not while it is paused."""
    to = tx.get(Speech, c.to_speech)
    speakers.need_heard(to.state, "speech.reply-to-nothing")
    if to.kind == "order" or to.user_id == tx.actor.user:
        raise Refused("speech.reply-to-nothing")
    speakers.need_not_paused(to.queue, _gate(tx, to.queue), "reply")
    speech = _wish(tx, c.speech, to.queue, "reply", c.subject)
    speech.to_speech, speech.to_user = to.id, to.user_id
    queues.enter(tx, speech)


@handles(RaisePointOfOrder)
def raise_point_of_order(tx: Tx, c: RaisePointOfOrder) -> None:
    """In question time it goes to its queue, otherwise to the speakers'."""
    queue: speakers.Queue = "questions" if _gate(tx, "questions") == "open" else "speakers"
    queues.enter(tx, _wish(tx, c.speech, queue, "order", c.subject))


@handles(WithdrawSpeech)
def withdraw(tx: Tx, c: WithdrawSpeech) -> None:
    speech = tx.get(Speech, c.speech)
    if speech.user_id != tx.actor.user:
        raise Refused("speech.not-yours")
    speakers.need(speech.state, "waiting")
    speech.state, speech.ended_at = "withdrawn", tx.now
    queues.arrange(tx, speech.queue)


@handles(MoveSpeech)
def move(tx: Tx, c: MoveSpeech) -> None:
    speech = tx.get(Speech, c.speech)
    speakers.need(speech.state, "waiting")
    queue = queues.get(tx, speech.queue)
    if queue.policy != "by-hand":
        raise Refused("speakers.not-by-hand")
    _put(tx, [place.speech for place in queue.places], speech, c.position)
    queues.arrange(tx, speech.queue)


def _gate(tx: Tx, queue: speakers.Queue) -> speakers.Gate:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    return queues.get(tx, queue).state


def _wish(tx: Tx, name: str, queue: speakers.Queue, kind: speakers.Kind, subject: str) -> Speech:
    return Speech(
        id=name,
        stream=tx.stream,
        queue=queue,
        kind=kind,
        user_id=tx.actor.user,
        item_id=tx.get(Meeting, tx.stream).item_id,
        subject=subject.strip(),
        requested_at=tx.now,
    )


def _put(tx: Tx, order: list[str], speech: Speech, position: int) -> None:
    """Points of order stay above; among the others the speech gets a number between those of its new neighbours."""
    rows = {row.id: row for row in tx.find(Speech, Speech.id.in_(order))}
    above = sum(rows[name].kind == "order" for name in order)
    others = [(name, rows[name].hand) for name in order if rows[name].kind != "order" and name != speech.id]
    place = min(max(0, position - above), len(others))
    hand = speakers.between(others, place)
    if hand is None:
        _number(tx, moved(order, speech.id, position))
    else:
        speech.hand = hand


def _number(tx: Tx, order: list[str]) -> None:
    for place, name in enumerate(order):
        tx.get(Speech, name).hand = place * speakers.GAP
