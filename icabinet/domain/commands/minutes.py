"""The minutes."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .base import Command, Text


class EditMinutes(Command, frozen=True, tag="minutes.edit"):
    """Puts the secretary's wording in place of a generated paragraph."""

    block: Annotated[str, Meta(pattern="^[A-Za-z0-9_:.-]{1,120}\\Z")]
    text: Text


class RestoreMinutes(Command, frozen=True, tag="minutes.restore"):
    block: Annotated[str, Meta(pattern="^[A-Za-z0-9_:.-]{1,120}\\Z")]


Outside = EditMinutes | RestoreMinutes
