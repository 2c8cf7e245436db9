"""The speaker queue."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .base import Command, Id, Seconds


class SetSpeakerQueue(Command, frozen=True, tag="speakers.set"):
    open: bool


class RequestSpeech(Command, frozen=True, tag="speech.request"):
    speech: Id
    subject: Annotated[str, Meta(max_length=300)] = ""


class WithdrawSpeech(Command, frozen=True, tag="speech.withdraw"):
    speech: Id


class CallSpeaker(Command, frozen=True, tag="speech.call"):
    """Gives the floor for `seconds`; whoever had it gives it back."""

    speech: Id
    seconds: Seconds = 300


class ExtendSpeech(Command, frozen=True, tag="speech.extend"):
    speech: Id
    seconds: Seconds


class EndSpeech(Command, frozen=True, tag="speech.end"):
    speech: Id


Outside = SetSpeakerQueue | RequestSpeech | WithdrawSpeech | CallSpeaker | ExtendSpeech | EndSpeech
