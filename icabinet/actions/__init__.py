"""The one way in: every command, its rights, its transaction, its event."""

from . import (
    agenda,
    attendance,
    ballots,
    comments,
    floor,
    invitations,
    meetings,
    minutes,
    notes,
    papers,
    people,
    rolls,
    screens,
    speakers,
    votes,
)
from .bus import OFFICE, handled, perform, takes_part, viewer, viewers

__all__ = [
    "OFFICE",
    "agenda",
    "attendance",
    "ballots",
    "comments",
    "floor",
    "handled",
    "invitations",
    "meetings",
    "minutes",
    "notes",
    "papers",
    "people",
    "perform",
    "rolls",
    "screens",
    "speakers",
    "takes_part",
    "viewer",
    "viewers",
    "votes",
]
