"""The minutes as they write themselves from what happened, with the secretary's words in them."""

from __future__ import annotations

from msgspec import structs
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..store.tables import MinutesCorrection, MinutesSeal
from .minutes_draft import OWN as OWN
from .minutes_draft import Block as Block
from .minutes_draft import Correction
from .minutes_draft import Draft as Draft
from .minutes_frozen import digest, thaw
from .minutes_sources import Sources
from .minutes_writer import Parts, Writer


def draft(session: Session, meeting_id: str) -> Draft:
    """What stands in the minutes; once they are locked, what was confirmed, and the corrections."""
    return drafted(session, Sources(meeting_id), {})


def drafted(session: Session, sources: Sources, parts: Parts) -> Draft:
    """The same from sources and parts that were kept; both are brought up to date."""
    seal = session.get(MinutesSeal, sources.meeting_id)
    if seal is not None and seal.locked_at is not None:
        accepted = _corrections(session, sources.meeting_id)
        kept = thaw(seal.frozen)
        return structs.replace(kept, digest=seal.digest, locked_at=seal.locked_at, corrections=accepted)
    sources.read(session)
    found = Writer(sources, parts).draft()
    return structs.replace(found, digest=digest(found))


def editable(session: Session, meeting_id: str, tables: bool = False) -> dict[str, str]:
    """The blocks whose wording is the secretary's, with what is generated; the figures of a vote only with `tables`."""
    sources = Sources(meeting_id)
    sources.read(session, traced=False)
    blocks = Writer(sources, {}).generated()
    return {block.id: block.generated for block in blocks if tables or block.kind != "votes"}


def _corrections(session: Session, meeting_id: str) -> list[Correction]:
    rows = session.scalars(select(MinutesCorrection).where(MinutesCorrection.stream == meeting_id))
    accepted = sorted((row for row in rows if row.number), key=lambda row: row.number)
    return [Correction(row.number, row.accepted_at or 0, row.former, row.text, row.reason) for row in accepted]
