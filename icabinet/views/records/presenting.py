"""Who may present pages beside the chair: everybody sees whom they follow."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import Presenter
from .record import Record, shows


@shows(Presenter)
def _presenter(p: Presenter) -> Iterator[Record]:
    yield Record("presenter", p.stream, audience("presenter"), {"user": p.user_id})
