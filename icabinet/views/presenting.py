"""Who is shown a presented page."""

from __future__ import annotations

from sqlalchemy.orm import Session

from ..domain.audience import NOBODY, Audience, Viewer
from ..domain.presenting import may_present
from ..store.tables import Presenter, Version
from .records import records


def presents(session: Session, stream: str, who: Viewer) -> bool:
    named = session.get(Presenter, stream)
    return may_present(who.roles, who.user, named.user_id if named else None)


def shown_to(session: Session, stream: str, who: Viewer, version: str) -> Audience:
    """Whoever may read the paper itself; nobody when the presenter may not, or when it cannot be read at all."""
    row = session.get(Version, version)
    if row is None or row.stream != stream or row.state != "ready":
        return NOBODY
    readers: Audience = frozenset().union(*(record.audience for record in records(row).values()))
    return readers if readers & who.groups() else NOBODY
