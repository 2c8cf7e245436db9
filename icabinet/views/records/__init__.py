"""What each row shows, and to whom: one function a table, no queries, one module a subject."""

from __future__ import annotations

from . import (
    candidates,
    circulations,
    documents,
    halls,
    ink,
    ink_places,
    interests,
    invitations,
    letters,
    meetings,
    minutes,
    office,
    official,
    paper_requests,
    papers,
    people_groups,
    placements,
    plans,
    positions,
    presenting,
    reading,
    screens,
    secret_ballots,
    service,
    speakers,
    tallies,
    tasks,
    votes,
)
from .papers import version_audience
from .record import Change, Key, Record, Value, diff, records, sees, shown, shows, tables
from .tasks import parties

__all__ = [
    "Change",
    "Key",
    "Record",
    "Value",
    "diff",
    "parties",
    "records",
    "sees",
    "shown",
    "shows",
    "tables",
    "version_audience",
]
