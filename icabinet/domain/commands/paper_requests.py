"""Papers that the secretary asks a unit or a person for."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from .base import Command, Id, Line, Moment
from .papers import FileCommand, Readers


class AskForPaper(Command, frozen=True, tag="request.ask"):
    """`addressee` is one person (`user:…`) or everybody of a unit (`unit:…`); `item` an agenda item or a group.

    With `readers` what is handed in is a secret paper from the start; until it is published whom it asks sees it too.
    """

    request: Id
    item: Id
    title: Line
    addressee: Annotated[str, Meta(pattern="^(user:[A-Za-z0-9_-]{1,40}|unit:[^\\0]{1,300})\\Z")]
    deadline: Moment
    readers: Readers = msgspec.field(default_factory=list)


class SubmitPaper(FileCommand, frozen=True, tag="request.submit"):
    """What was submitted before gives way to it."""

    request: Id
    paper: Id


class ApproveSubmission(Command, frozen=True, tag="request.approve"):
    """The paper is then a draft of the secretary's, ready to be published."""

    request: Id


class ReturnSubmission(Command, frozen=True, tag="request.return"):
    request: Id
    reason: Line


class WithdrawRequest(Command, frozen=True, tag="request.withdraw"):
    request: Id


Outside = AskForPaper | ApproveSubmission | ReturnSubmission | WithdrawRequest
