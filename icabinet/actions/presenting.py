"""Naming who presents pages beside the chair."""

from __future__ import annotations

from ..domain import presenting
from ..domain.commands import NamePresenter
from ..domain.meetings import need_not_ended
from ..store.tables import Meeting, Member, Presenter
from .bus import handles
from .people import member_id
from .transaction import Tx


@handles(NamePresenter)
def name(tx: Tx, c: NamePresenter) -> None:
    """Said again it changes nothing: at the end the person is named, or nobody is."""
    need_not_ended(tx.get(Meeting, tx.stream).state)
    held = tx.seek(Presenter, tx.stream)
    if c.user is None:
        if held is not None:
            tx.remove(held)
        return
    presenting.check(tx.get(Member, member_id(tx.stream, c.user)).role)
    if held is None:
        tx.add(Presenter(stream=tx.stream, user_id=c.user))
    else:
        held.user_id = c.user
