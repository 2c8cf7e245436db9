"""The minutes."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import MinutesCorrection, MinutesEdit, MinutesParagraph, MinutesSeal
from .record import Record, shows


@shows(MinutesEdit)
def _minutes_edit(e: MinutesEdit) -> Iterator[Record]:
    value = {"text": e.text, "author": e.author, "at": e.at}
    yield Record("minutes_edit", e.block, audience("minutes_edit"), value)


@shows(MinutesParagraph)
def _minutes_paragraph(p: MinutesParagraph) -> Iterator[Record]:
    value = {"after": p.after, "text": p.text, "author": p.author, "at": p.at}
    yield Record("minutes_paragraph", p.id, audience("minutes_paragraph"), value)


@shows(MinutesSeal)
def _minutes_seal(s: MinutesSeal) -> Iterator[Record]:
    value = {
        "digest": s.digest,
        "secretary": s.secretary,
        "secretary_at": s.secretary_at,
        "chair": s.chair,
        "chair_at": s.chair_at,
        "locked_at": s.locked_at,
    }
    yield Record("minutes_seal", s.stream, audience("minutes_seal"), value)


@shows(MinutesCorrection)
def _minutes_correction(c: MinutesCorrection) -> Iterator[Record]:
    value = {
        "block": c.block,
        "former": c.former,
        "text": c.text,
        "reason": c.reason,
        "author": c.author,
        "at": c.at,
        "number": c.number,
        "accepted_at": c.accepted_at,
    }
    yield Record("minutes_correction", c.id, audience("minutes_correction"), value)
