"""Opinions by writing: a question sent to people, answered by each until a deadline."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from ..circulations import MOST_ASKED, USUAL_REMINDERS, Late, OpinionChoice
from ..reminders import MOST, ReminderRule
from ..votes import Rule
from .base import Command, Id, Line, Moment, Text

MaybeId = Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{0,40}\\Z")]
Asked = Annotated[list[Id], Meta(max_length=MOST_ASKED)]


class FoundCirculation(Command, frozen=True, tag="circulation.found"):
    """Opens a new stream; the sender becomes its secretary. Nobody who is asked sees it before it is sent out."""

    question: Line
    agency: Line
    parent_agency: Annotated[str, Meta(max_length=300)] = ""


class EditCirculation(Command, frozen=True, tag="circulation.edit"):
    """Everything about a draft. `tracker`: the officer who follows the answers. `leader`: whose answer breaks a tie.

    `deadline`: until when answers count as in time. `late`: what happens to answers after it. `names`: the published
    result shows who said what; else everybody but the desk sees numbers only. `base`: how often the draft had been
    edited when the writer saw it; a newer one is never overwritten unseen.
    """

    base: Annotated[int, Meta(ge=0)]
    question: Line
    explanation: Text
    rule: Rule
    deadline: Moment
    late: Late = "refused"
    names: bool = True
    tracker: MaybeId = ""
    leader: MaybeId = ""
    asked: Asked = msgspec.field(default_factory=list)
    reminders: Annotated[list[ReminderRule], Meta(max_length=MOST)] = msgspec.field(
        default_factory=lambda: list(USUAL_REMINDERS)
    )
    """By which those who have not answered are reminded by themselves."""


class SendCirculation(Command, frozen=True, tag="circulation.send"):
    """Goes out to everybody asked, with its papers. `base`: as in EditCirculation; nothing goes out unseen."""

    base: Annotated[int, Meta(ge=0)]


class ExtendCirculation(Command, frozen=True, tag="circulation.extend"):
    deadline: Moment
    reason: Line


class WithdrawCirculation(Command, frozen=True, tag="circulation.withdraw"):
    """Stops it without a decision. It stays on record with the reason."""

    reason: Line


class AnswerCirculation(Command, frozen=True, tag="circulation.answer"):
    """One's own answer; sent again it takes the place of the former, which is kept.

    `document`: one of the sender's own documents, whose file goes with the answer as it is now.
    """

    choice: OpinionChoice
    text: Annotated[str, Meta(max_length=4000)] = ""
    document: MaybeId = ""
    keeps_file: bool = False
    """Without a new document: the file of the former answer stays with this one."""


class ConfirmAnswer(Command, frozen=True, tag="circulation.confirm"):
    """Sent by the server after the sender gave his password once more; `at` names the answer that he saw."""

    at: Moment


class NudgeCirculation(Command, frozen=True, tag="circulation.nudge"):
    """A word to those of the named who have not answered."""

    people: Annotated[list[Id], Meta(min_length=1, max_length=MOST_ASKED)]


class CloseCirculation(Command, frozen=True, tag="circulation.close"):
    """Counts and decides: sent by the server at the deadline; by hand after it, or once everybody has answered."""


class PublishCirculation(Command, frozen=True, tag="circulation.publish"):
    """Shows the result to everybody who was asked."""


Outside = (
    FoundCirculation | EditCirculation | SendCirculation | ExtendCirculation | WithdrawCirculation
    | AnswerCirculation | NudgeCirculation | CloseCirculation | PublishCirculation
)  # fmt: skip

__all__ = [
    "AnswerCirculation",
    "CloseCirculation",
    "ConfirmAnswer",
    "EditCirculation",
    "ExtendCirculation",
    "FoundCirculation",
    "NudgeCirculation",
    "PublishCirculation",
    "SendCirculation",
    "WithdrawCirculation",
]
