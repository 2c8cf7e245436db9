"""Reports of how far somebody has read."""

from __future__ import annotations

from ..domain import reading
from ..domain.commands import ReportReading
from ..store.tables import Reading
from .bus import handles
from .reach import readable_version
from .transaction import Tx


@handles(ReportReading)
def report(tx: Tx, c: ReportReading) -> None:
    """Pages once seen stay seen, whichever of a person's tablets says so last."""
    version = readable_version(tx, c.version)
    page = min(c.page, version.pages)
    held = tx.seek(Reading, (c.version, tx.actor.user))
    seen = reading.merged(held.seen if held else "", c.seen, version.pages)
    count = reading.count(seen)
    if held is None:
        tx.add(
            Reading(
                version_id=c.version,
                user_id=tx.actor.user,
                stream=tx.stream,
                page=page,
                seen=seen,
                count=count,
                secret=bool(version.readers),
            )
        )
    else:
        held.page, held.seen, held.count = page, seen, count
