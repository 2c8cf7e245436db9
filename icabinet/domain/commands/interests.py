"""Declared interests: who takes no part in the votes on an item."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .base import Command, Id, Line

Somebody = Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{0,40}\\Z")]
"""A user; empty: the sender."""


class DeclareInterest(Command, frozen=True, tag="interest.declare"):
    """Declaring again changes the reason."""

    item: Id
    reason: Line
    user: Somebody = ""


class WithdrawInterest(Command, frozen=True, tag="interest.withdraw"):
    item: Id
    user: Somebody = ""


Outside = DeclareInterest | WithdrawInterest
