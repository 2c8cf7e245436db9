"""What members say of an item before the meeting, and the common vote."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..positions import Stance
from .base import Command, Id


class SetPosition(Command, frozen=True, tag="position.set"):
    item: Id
    stance: Stance
    text: Annotated[str, Meta(max_length=2000)] = ""


class WithdrawPosition(Command, frozen=True, tag="position.withdraw"):
    item: Id


class PullFromBlock(Command, frozen=True, tag="block.pull"):
    """Takes an item out of a vote on several items, so that it is discussed and decided by itself."""

    vote: Id
    item: Id


Outside = SetPosition | WithdrawPosition | PullFromBlock
