"""The agenda and the conclusions."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..agenda import About
from .base import Command, Id, Line, Minutes, Text


class AddItem(Command, frozen=True, tag="item.add"):
    item: Id
    title: Line
    presenter: Text = ""
    minutes: Minutes = 0
    about: About = ""


class UpdateItem(Command, frozen=True, tag="item.update"):
    item: Id
    title: Line
    presenter: Text
    minutes: Minutes


class MoveItem(Command, frozen=True, tag="item.move"):
    """Puts the item at `position` (0 is first); the others keep their order."""

    item: Id
    position: Annotated[int, Meta(ge=0, le=500)]


class RemoveItem(Command, frozen=True, tag="item.remove"):
    item: Id


class GoToItem(Command, frozen=True, tag="agenda.go"):
    item: Id


class ConcludeItem(Command, frozen=True, tag="item.conclude"):
    item: Id
    text: Text


Outside = AddItem | UpdateItem | MoveItem | RemoveItem | GoToItem | ConcludeItem
