"""How far somebody has read: how much is for the desk too, where and which pages for nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import Reading
from .record import Record, shows


@shows(Reading)
def _reading(r: Reading) -> Iterator[Record]:
    name = f"{r.version_id}.{r.user_id}"
    yield Record(
        "reading",
        name,
        audience("reading (secret)" if r.secret else "reading", r.user_id),
        {"version": r.version_id, "user": r.user_id, "count": r.count},
    )
    yield Record(
        "reading_place",
        name,
        audience("reading_place", r.user_id),
        {"version": r.version_id, "page": r.page, "seen": r.seen},
    )
