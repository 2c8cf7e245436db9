"""What each row shows, and to whom: one function a table, no queries, one module a subject."""

from __future__ import annotations

from . import (
    halls,
    interests,
    invitations,
    meetings,
    minutes,
    office,
    paper_requests,
    papers,
    placements,
    positions,
    presenting,
    reading,
    screens,
    secret_ballots,
    service,
    speakers,
    tallies,
    votes,
)
from .record import Change, Key, Record, Value, diff, records, shows, tables

__all__ = ["Change", "Key", "Record", "Value", "diff", "records", "shows", "tables"]
