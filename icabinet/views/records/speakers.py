"""The two queues and every speech. The order follows from them by the rule of domain.speakers: tablets work it out."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import SpeakerQueue, Speech
from .record import Record, shows


@shows(SpeakerQueue)
def _queue(q: SpeakerQueue) -> Iterator[Record]:
    value = {
        "state": q.state,
        "policy": q.policy,
        "speech_seconds": q.speech_seconds,
        "reply_seconds": q.reply_seconds,
        "item_seconds": q.item_seconds,
    }
    yield Record("queue", q.queue, audience("queue"), value)


@shows(Speech)
def _speech(s: Speech) -> Iterator[Record]:
    value = {
        "queue": s.queue,
        "kind": s.kind,
        "item": s.item_id,
        "user": s.user_id,
        "subject": s.subject,
        "to_user": s.to_user,
        "to_speech": s.to_speech,
        "state": s.state,
        "requested_at": s.requested_at,
        "hand": s.hand,
        "called_at": s.called_at,
        "spoken_ms": s.spoken_ms,
        "since": s.since,
        "deadline": s.deadline,
        "left_ms": s.left_ms,
        "ended_at": s.ended_at,
    }
    yield Record("speech", s.id, audience("speech"), value)
