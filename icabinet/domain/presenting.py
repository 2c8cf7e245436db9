"""Who may present the pages that everybody's tablet follows."""

from __future__ import annotations

from .errors import Refused
from .people import Role


def check(role: Role) -> None:
    """Refused("presenter.no-person") for a big screen, which shows and never leads."""
    if role == "screen":
        raise Refused("presenter.no-person")


def may_present(roles: frozenset[str], user: str, named: str | None) -> bool:
    """The chair always, and whom the chair has named."""
    return "chair" in roles or (user == named and bool(roles & {"secretary", "delegate", "guest"}))
