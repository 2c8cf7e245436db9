"""The big screens."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..screens import PagePart, Scene
from .base import Command, Id, Line


class SetScreen(Command, frozen=True, tag="screen.set"):
    """Names a screen and says what it shows; one that the meeting does not have yet is added.

    `text` is for a message; `paper` and `page` (1 is the first) are for a page of a paper.
    """

    screen: Id
    name: Line
    shows: Scene = "automatic"
    text: Annotated[str, Meta(max_length=300)] = ""
    paper: Id | None = None
    page: Annotated[int, Meta(ge=1, le=5000)] = 1
    part: PagePart = "whole"


class RemoveScreen(Command, frozen=True, tag="screen.remove"):
    screen: Id


Outside = SetScreen | RemoveScreen
