"""Answers to the invitation, substitutes, and the room's own rules."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from ..invitations import Answer, Policy
from .base import Command, Id, Line, Text


class AnswerInvitation(Command, frozen=True, tag="invitation.answer"):
    """The sender's own answer; the desk may write down that of `user`, given by telephone or letter.

    `authority`: the substitute votes, and whoever sends him does not.
    """

    answer: Answer
    user: Id | None = None
    reason: Text = ""
    substitute: Id | None = None
    authority: bool = False


class DecideSubstitute(Command, frozen=True, tag="substitute.decide"):
    """The chair's yes or no to the substitute of `user`."""

    user: Id
    accept: bool
    reason: Text = ""


class RevokeSubstitute(Command, frozen=True, tag="substitute.revoke"):
    """`user` has come himself: his vote returns to him."""

    user: Id
    reason: Line


class SetRoomRules(Command, frozen=True, tag="room.rules"):
    substitutes: Policy
    code_needed: bool = False


class SendInvitations(Command, frozen=True, tag="invitations.send"):
    """By e-mail to every member whose calendar does not show the meeting as it is; no `users`: to all of them."""

    users: Annotated[list[Id], Meta(max_length=2000)] = msgspec.field(default_factory=list)


Outside = SendInvitations | AnswerInvitation | DecideSubstitute | RevokeSubstitute | SetRoomRules
