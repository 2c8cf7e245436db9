"""The minutes."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .base import Command, Id, Line, Text

BlockId = Annotated[str, Meta(pattern="^[A-Za-z0-9_:.-]{1,120}\\Z")]
Digest = Annotated[str, Meta(pattern="^[0-9a-f]{64}\\Z")]


class EditMinutes(Command, frozen=True, tag="minutes.edit"):
    """Puts the secretary's wording in place of a paragraph.

    `base` is the wording that the writer began from; none: the generated one. Another wording is never overwritten.
    """

    block: BlockId
    text: Text
    base: Text | None = None


class RestoreMinutes(Command, frozen=True, tag="minutes.restore"):
    block: BlockId


class AddParagraph(Command, frozen=True, tag="minutes.add"):
    """A paragraph of the secretary's own, behind the block `after`."""

    paragraph: Id
    after: BlockId
    text: Text


class MoveParagraph(Command, frozen=True, tag="minutes.move"):
    paragraph: Id
    after: BlockId


class RemoveParagraph(Command, frozen=True, tag="minutes.remove"):
    paragraph: Id


class ConfirmMinutes(Command, frozen=True, tag="minutes.confirm"):
    """Says that the minutes with this SHA-256 are right. Both chair and secretary: they are locked."""

    digest: Digest


class CorrectMinutes(Command, frozen=True, tag="minutes.correct"):
    """Proposes a correction of locked minutes; it stands once the chair has accepted it."""

    correction: Id
    block: BlockId
    text: Text
    reason: Line


class AcceptCorrection(Command, frozen=True, tag="minutes.accept"):
    correction: Id


class WithdrawCorrection(Command, frozen=True, tag="minutes.withdraw"):
    correction: Id


Outside = (
    EditMinutes | RestoreMinutes | AddParagraph | MoveParagraph | RemoveParagraph
    | ConfirmMinutes | CorrectMinutes | AcceptCorrection | WithdrawCorrection
)  # fmt: skip
