"""The floor: two queues with the same rules, one for speeches and one for question time (chất vấn)."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..speakers import Gate, Policy, Queue
from .base import Command, Id, Seconds

Subject = Annotated[str, Meta(max_length=300)]
Question = Annotated[str, Meta(min_length=1, max_length=1000)]
Budget = Annotated[int, Meta(ge=0, le=36_000)]


class SetSpeakerQueue(Command, frozen=True, tag="speakers.set"):
    """Open: people register and are called. Paused: neither. Closed: those registered are still called."""

    queue: Queue
    state: Gate


class SetSpeakerRule(Command, frozen=True, tag="speakers.rule"):
    """How the queue is ordered, and the seconds for a turn, for a reply or answer, and for a whole item (0: no limit).

    Changing to the chair's hand keeps the order that stands.
    """

    queue: Queue
    policy: Policy
    speech_seconds: Seconds
    reply_seconds: Seconds
    item_seconds: Budget = 0


class RequestSpeech(Command, frozen=True, tag="speech.request"):
    speech: Id
    subject: Subject = ""


class AskQuestion(Command, frozen=True, tag="speech.question"):
    """A question for question time, to somebody of the meeting."""

    speech: Id
    to: Id
    question: Question


class ReplyToSpeech(Command, frozen=True, tag="speech.reply"):
    """Debate (tranh luận) on a speech that has been heard."""

    speech: Id
    to_speech: Id
    subject: Subject = ""


class RaisePointOfOrder(Command, frozen=True, tag="speech.order"):
    """A point about the procedure: it goes before everybody else, also while the queue is closed."""

    speech: Id
    subject: Subject = ""


class WithdrawSpeech(Command, frozen=True, tag="speech.withdraw"):
    speech: Id


class MoveSpeech(Command, frozen=True, tag="speech.move"):
    """Puts a waiting speech at `position` (0 is next) of a queue that the chair orders by hand."""

    speech: Id
    position: Annotated[int, Meta(ge=0, le=5000)]


class CallSpeaker(Command, frozen=True, tag="speech.call"):
    """Gives the floor, for the queue's time unless `seconds` says otherwise; whoever had it gives it back.

    A point of order only interrupts: who had the floor is paused.
    """

    speech: Id
    seconds: Seconds | None = None


class CallForAnswer(Command, frozen=True, tag="speech.answer"):
    """Gives the floor to the person whom a question was put to; `speech` names the answer."""

    speech: Id
    question: Id
    seconds: Seconds | None = None


class PauseSpeech(Command, frozen=True, tag="speech.pause"):
    speech: Id


class ResumeSpeech(Command, frozen=True, tag="speech.resume"):
    """The floor again, with the time that was left; whoever has it meanwhile gives it back."""

    speech: Id


class ExtendSpeech(Command, frozen=True, tag="speech.extend"):
    speech: Id
    seconds: Seconds


class EndSpeech(Command, frozen=True, tag="speech.end"):
    speech: Id


Outside = (
    SetSpeakerQueue | SetSpeakerRule | RequestSpeech | AskQuestion | ReplyToSpeech | RaisePointOfOrder
    | WithdrawSpeech | MoveSpeech | CallSpeaker | CallForAnswer | PauseSpeech | ResumeSpeech | ExtendSpeech | EndSpeech
)  # fmt: skip
