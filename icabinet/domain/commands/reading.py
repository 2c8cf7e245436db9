"""How far somebody has read."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .base import Command, Id

__all__ = ["ReportReading"]


class ReportReading(Command, frozen=True, tag="reading.report"):
    """Where the paper is open, and which pages were on the screen long enough to be seen.

    `seen` holds a bit a page (page 1 is the highest bit of the first byte) in base64; what is known already is kept.
    """

    version: Id
    page: Annotated[int, Meta(ge=1, le=5000)]
    seen: Annotated[str, Meta(max_length=840, pattern=r"^[A-Za-z0-9+/]*=?=?\Z")] = ""


Outside = ReportReading
