"""How a meeting is laid out before it is founded: by an earlier one, by a template, by hand."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from .agenda import About
from .people import Role
from .values import Id, Line
from .votes import MeetingKind
from .wording import folded

MOST_ITEMS = 300
MOST_MEMBERS = 2000


class PlannedItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`item`: the name of the new item, chosen by the sender."""

    item: Id
    title: Line
    presenter: Annotated[str, Meta(max_length=300)] = ""
    minutes: Annotated[int, Meta(ge=0, le=600)] = 0
    about: About = ""


class PlannedMember(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    user: Id
    role: Role
    votes: bool = False


Items = Annotated[list[PlannedItem], Meta(max_length=MOST_ITEMS)]
Members = Annotated[list[PlannedMember], Meta(max_length=MOST_MEMBERS)]


class MeetingPlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a template keeps, and what one meeting hands to the next. `length` in milliseconds."""

    kind: MeetingKind
    place: Line
    agency: Line
    parent_agency: Annotated[str, Meta(max_length=300)]
    length: Annotated[int, Meta(ge=0, le=7 * 24 * 3_600_000)]
    items: Items
    members: Members
    hall: Id | None = None


class Place(msgspec.Struct, frozen=True):
    """Where a meeting is: in words, and the room of the office if one was chosen (empty: none)."""

    words: str
    hall: str = ""
    hall_name: str = ""


def same_place(one: Place, other: Place) -> bool:
    """Two chosen rooms are told by their names in the table; words without regard to case, marks, spaces and points."""
    if one.hall and other.hall:
        return one.hall == other.hall
    return not _bare(one).isdisjoint(_bare(other))


def _bare(place: Place) -> frozenset[str]:
    words = ("".join(letter for letter in folded(said) if letter.isalnum()) for said in (place.words, place.hall_name))
    return frozenset(filter(None, words))
