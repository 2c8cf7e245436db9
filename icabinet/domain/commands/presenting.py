"""Who leads the others through the papers."""

from __future__ import annotations

from .base import Command, Id

__all__ = ["NamePresenter"]


class NamePresenter(Command, frozen=True, tag="presenter.name"):
    """Beside the chair one more person may present pages; nobody when `user` is left out."""

    user: Id | None = None


Outside = NamePresenter
