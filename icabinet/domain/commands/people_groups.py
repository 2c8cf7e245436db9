"""Groups of people that the office uses again and again."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..plans import MOST_MEMBERS
from .base import Command, Id, Line


class SavePeopleGroup(Command, frozen=True, tag="people-group.save"):
    """A new one, or other people or another name for one that is known."""

    group: Id
    name: Line
    people: Annotated[list[Id], Meta(min_length=1, max_length=MOST_MEMBERS)]


class RemovePeopleGroup(Command, frozen=True, tag="people-group.remove"):
    """Meetings and circulations that were made with it stay as they are."""

    group: Id


Outside = SavePeopleGroup | RemovePeopleGroup
