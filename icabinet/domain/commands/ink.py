"""Strokes of a pen on pages: private until their page is shared, and never changed, only drawn and erased.

Several go in one command, for whoever writes quickly. Both commands may come twice, or for strokes that another device
of the same person has drawn or erased already: what is so already stays so.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, field

from ..ink import Replacement, StrokeLine
from ..sharing import Groups
from .base import Command, Id


class DrawStrokes(Command, frozen=True, tag="ink.draw"):
    """`shared` and `named` are for strokes that come back, as they were; new ones are shared as their page is."""

    version: Id
    strokes: Annotated[list[StrokeLine], Meta(min_length=1, max_length=100)]
    shared: bool | None = None
    named: Groups = field(default_factory=list)


class EraseStrokes(Command, frozen=True, tag="ink.erase"):
    paper: Id
    strokes: Annotated[list[Id], Meta(min_length=1, max_length=500)]


class ShareInk(Command, frozen=True, tag="ink.share"):
    """All one's strokes on a page, and those that are drawn there later."""

    version: Id
    page: Annotated[int, Meta(ge=1, le=5000)]
    shared: bool
    named: Groups = field(default_factory=list)


class ReplaceStrokes(Command, frozen=True, tag="ink.replace"):
    """The rest of a stroke after a part was rubbed out; backwards, the stroke as it was."""

    version: Id
    strokes: Annotated[list[Replacement], Meta(min_length=1, max_length=100)]


Outside = DrawStrokes | EraseStrokes | ReplaceStrokes | ShareInk
