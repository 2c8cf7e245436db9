"""Letters, reminders by rule, and notices."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..letters import Outcome
from ..reminders import MOST, ReminderRule
from .base import Command

RowId = Annotated[str, Meta(min_length=1, max_length=200)]
RowIds = Annotated[list[RowId], Meta(min_length=1, max_length=2000)]


class FinishLetters(Command, frozen=True, tag="letters.finish"):
    """What became of letters; sent by the server itself."""

    outcomes: Annotated[list[Outcome], Meta(min_length=1, max_length=500)]


class SendLettersAgain(Command, frozen=True, tag="letters.again"):
    """Letters that did not arrive, to the addresses that the office knows today."""

    letters: RowIds


class SetReminders(Command, frozen=True, tag="reminders.set"):
    """In the place of the meeting's rules; what was sent stays sent."""

    rules: Annotated[list[ReminderRule], Meta(max_length=MOST)]


class FireReminder(Command, frozen=True, tag="reminder.fire"):
    """Its moment has come; sent by the server itself."""

    reminder: RowId


class SeeNotices(Command, frozen=True, tag="notices.see"):
    """Their owner has read them."""

    notices: RowIds


Outside = SendLettersAgain | SetReminders | SeeNotices
