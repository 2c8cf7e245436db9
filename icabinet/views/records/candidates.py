"""Candidates for tasks that were dismissed: for the desk."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import DismissedCandidate
from .record import Record, shows


@shows(DismissedCandidate)
def _dismissed(d: DismissedCandidate) -> Iterator[Record]:
    yield Record("dismissed_candidate", d.candidate, audience("dismissed_candidate"), {"by": d.by, "at": d.at})
