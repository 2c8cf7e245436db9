"""Tasks; all of them are commands to the stream of tasks, which outlives every meeting."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from ..tasks import Plan, Quotation
from .base import Command, Id, Line, Moment
from .papers import FileKind, Sha256

Percent = Annotated[int, Meta(ge=0, le=100)]
Words = Annotated[str, Meta(max_length=2000)]
Reason = Annotated[str, Meta(min_length=1, max_length=1000)]


class CreateTask(Command, frozen=True, tag="task.create"):
    """Out of a meeting, and if named out of the conclusion of an item or a sentence of a paper; or of the office."""

    task: Id
    plan: Plan
    meeting: Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{0,40}\\Z")] = ""
    item: Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{0,40}\\Z")] = ""
    quotation: Quotation | None = None


class EditTask(Command, frozen=True, tag="task.edit"):
    task: Id
    plan: Plan


class AcceptTask(Command, frozen=True, tag="task.accept"):
    task: Id


class AttachFile(Command, frozen=True, tag="task.file"):
    """Sent by the server after the bytes are safe on disk; never accepted from outside."""

    task: Id
    file: Id
    name: Line
    kind: FileKind
    sha256: Sha256
    size: int


class ReportTask(Command, frozen=True, tag="task.report"):
    """`files` were attached before."""

    task: Id
    text: Reason
    percent: Percent
    files: Annotated[list[Id], Meta(max_length=20)] = msgspec.field(default_factory=list)


class AskForTime(Command, frozen=True, tag="task.ask-time"):
    task: Id
    until: Moment
    reason: Reason


class AnswerForTime(Command, frozen=True, tag="task.answer-time"):
    """Granted: the deadline is `until` from now on. Refused: `reason` says why."""

    task: Id
    granted: bool
    until: Moment = 0
    reason: Words = ""


class FinishTask(Command, frozen=True, tag="task.finish"):
    task: Id
    outcome: Reason
    files: Annotated[list[Id], Meta(max_length=20)] = msgspec.field(default_factory=list)


class ConfirmTask(Command, frozen=True, tag="task.confirm"):
    task: Id
    text: Words = ""


class ReturnTask(Command, frozen=True, tag="task.return"):
    task: Id
    reason: Reason


class CancelTask(Command, frozen=True, tag="task.cancel"):
    task: Id
    reason: Reason


class DismissCandidate(Command, frozen=True, tag="candidate.dismiss"):
    """To the meeting: this work, found in its papers, is not given as a task."""

    candidate: Id


class RestoreCandidate(Command, frozen=True, tag="candidate.restore"):
    candidate: Id


Outside = (
    CreateTask | EditTask | AcceptTask | ReportTask | AskForTime | AnswerForTime | FinishTask | ConfirmTask
    | ReturnTask | CancelTask | DismissCandidate | RestoreCandidate
)  # fmt: skip
