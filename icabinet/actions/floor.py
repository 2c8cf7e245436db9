"""Who has the floor: called, answering, paused, resumed, ended; and what becomes of it when somebody leaves."""

from __future__ import annotations

from ..domain import speakers, speech_clock
from ..domain.commands import CallForAnswer, CallSpeaker, EndSpeech, ExtendSpeech, PauseSpeech, ResumeSpeech
from ..domain.errors import Refused
from ..domain.meetings import need_running
from ..domain.speakers import Queue
from ..domain.speech_clock import Clock
from ..store.tables import Meeting, Member, Speech
from . import queues
from .bus import handles
from .transaction import Tx


@handles(CallSpeaker)
def call(tx: Tx, c: CallSpeaker) -> None:
    speech = tx.get(Speech, c.speech)
    speakers.need(speech.state, "waiting")
    _begin(tx, speech, c.seconds)


@handles(CallForAnswer)
def answer(tx: Tx, c: CallForAnswer) -> None:
    """The person asked need not register; an answer may be called for again."""
    question = tx.get(Speech, c.question)
    if question.kind != "question" or question.to_user is None:
        raise Refused("question.not-put")
    speakers.need_heard(question.state, "question.not-put")
    if tx.seek(Member, f"{tx.stream}.{question.to_user}") is None:
        raise Refused("question.to-whom")
    speech = Speech(
        id=c.speech,
        stream=tx.stream,
        queue=question.queue,
        kind="answer",
        user_id=question.to_user,
        item_id=None,
        subject="",
        requested_at=tx.now,
        to_user=question.user_id,
        to_speech=question.id,
    )
    _begin(tx, tx.add(speech), c.seconds)


@handles(PauseSpeech)
def pause(tx: Tx, c: PauseSpeech) -> None:
    speech = tx.get(Speech, c.speech)
    speakers.need(speech.state, "speaking")
    _pause(tx, speech)


@handles(ResumeSpeech)
def resume(tx: Tx, c: ResumeSpeech) -> None:
    need_running(tx.get(Meeting, tx.stream).state)
    speech = tx.get(Speech, c.speech)
    speakers.need(speech.state, "paused")
    speakers.need_not_paused(speech.queue, queues.get(tx, speech.queue).state, speech.kind)
    _make_room(tx)
    speech.state = "speaking"
    _wind(speech, speech_clock.resumed(_clock(speech), tx.now))
    queues.arrange(tx)


@handles(ExtendSpeech)
def extend(tx: Tx, c: ExtendSpeech) -> None:
    speech = tx.get(Speech, c.speech)
    speakers.need_floor(speech.state)
    _wind(speech, speech_clock.extended(_clock(speech), c.seconds, tx.now))


@handles(EndSpeech)
def end(tx: Tx, c: EndSpeech) -> None:
    speech = tx.get(Speech, c.speech)
    speakers.need_floor(speech.state)
    _end(tx, speech)
    queues.arrange(tx, speech.queue)


def pause_floor(tx: Tx, queue: Queue | None = None) -> None:
    """The meeting, or one queue, is interrupted: nobody's time runs on."""
    for speech in tx.find(Speech, Speech.state == "speaking"):
        if queue in (None, speech.queue):
            _pause(tx, speech)


def clear_floor(tx: Tx) -> None:
    """The meeting ends: both queues close, and who still waits is taken off."""
    for queue in speakers.QUEUES:
        queues.get(tx, queue).state = "closed"
    _stop(tx, list(tx.find(Speech, Speech.state.in_(("waiting", "speaking", "paused")))))


def step_down(tx: Tx, user: str) -> None:
    """Somebody has left: what he waits for is withdrawn, what he was saying is over."""
    _stop(tx, list(tx.find(Speech, Speech.user_id == user, Speech.state.in_(("waiting", "speaking", "paused")))))


def _stop(tx: Tx, speeches: list[Speech]) -> None:
    for speech in speeches:
        if speech.state == "waiting":
            speech.state, speech.ended_at = "withdrawn", tx.now
        else:
            _end(tx, speech)
    if speeches:
        queues.arrange(tx)


def _begin(tx: Tx, speech: Speech, seconds: int | None) -> None:
    meeting = tx.get(Meeting, tx.stream)
    need_running(meeting.state)
    queue = queues.get(tx, speech.queue)
    speakers.need_not_paused(speech.queue, queue.state, speech.kind)
    _make_room(tx, interrupt=speech.kind == "order")
    ordinary = queue.speech_seconds if speech.kind in speakers.ORDINARY else queue.reply_seconds
    speech.state, speech.called_at, speech.item_id = "speaking", tx.now, meeting.item_id
    _wind(speech, speech_clock.begun(ordinary if seconds is None else seconds, tx.now))
    queues.arrange(tx)


def _make_room(tx: Tx, interrupt: bool = False) -> None:
    for other in tx.find(Speech, Speech.state == "speaking"):
        if interrupt:
            _pause(tx, other)
        else:
            _end(tx, other)


def _pause(tx: Tx, speech: Speech) -> None:
    speech.state = "paused"
    _wind(speech, speech_clock.paused(_clock(speech), tx.now))


def _end(tx: Tx, speech: Speech) -> None:
    speech.state, speech.ended_at = "done", tx.now
    _wind(speech, speech_clock.ended(_clock(speech), tx.now))


def _clock(speech: Speech) -> Clock:
    return Clock(speech.spoken_ms, speech.since, speech.deadline, speech.left_ms)


def _wind(speech: Speech, clock: Clock) -> None:
    speech.spoken_ms, speech.since = clock.spoken_ms, clock.since
    speech.deadline, speech.left_ms = clock.deadline, clock.left_ms
