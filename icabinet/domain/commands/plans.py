"""Several items or members at once, and templates of meetings."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..plans import MOST_ITEMS, MOST_MEMBERS, MeetingPlan, PlannedItem, PlannedMember
from .base import Command, Id, Line


class AddItems(Command, frozen=True, tag="items.add"):
    """At the end of the agenda, in this order."""

    items: Annotated[list[PlannedItem], Meta(min_length=1, max_length=MOST_ITEMS)]


class AddMembers(Command, frozen=True, tag="members.add"):
    """Whoever has a part already keeps it as it is."""

    members: Annotated[list[PlannedMember], Meta(min_length=1, max_length=MOST_MEMBERS)]


class SaveMeetingTemplate(Command, frozen=True, tag="meeting-template.save"):
    """In the office: a new one, or other words for one that is known."""

    template: Id
    name: Line
    plan: MeetingPlan


class RemoveMeetingTemplate(Command, frozen=True, tag="meeting-template.remove"):
    template: Id


Outside = AddItems | AddMembers | SaveMeetingTemplate | RemoveMeetingTemplate
