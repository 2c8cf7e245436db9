"""People, as the office sees them."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.policy import audience
from ...store.tables import User
from .record import Record, shows


@shows(User)
def _user(u: User) -> Iterator[Record]:
    value = {
        "login": u.login,
        "name": u.name,
        "title": u.title,
        "unit": u.unit,
        "role": u.role,
        "active": u.active,
        "email": u.email,
    }
    yield Record("user", u.id, audience("user"), value)
