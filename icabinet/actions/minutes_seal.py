"""Confirming the minutes, which locks them, and correcting them afterwards."""

from __future__ import annotations

from ..domain.commands import AcceptCorrection, ConfirmMinutes, CorrectMinutes, WithdrawCorrection
from ..domain.errors import Refused
from ..domain.policy import CHAIR
from ..store.tables import Meeting, MinutesCorrection, MinutesSeal
from ..views.minutes import draft
from ..views.minutes_frozen import freeze
from .bus import handles
from .minutes import need_open
from .transaction import Tx


@handles(ConfirmMinutes)
def confirm(tx: Tx, c: ConfirmMinutes) -> None:
    """Refused("minutes.not-ended"), "minutes.called-off" for a meeting that never was, "minutes.locked", or
    "minutes.changed" when other words stand there by now.

    A confirmation of other words falls away: both must have confirmed the same.
    """
    meeting = tx.get(Meeting, tx.stream)
    if meeting.state != "ended":
        raise Refused("minutes.not-ended")
    if meeting.called_off:
        raise Refused("minutes.called-off")
    need_open(tx)
    now = draft(tx.session, tx.stream)
    if now.digest != c.digest:
        raise Refused("minutes.changed")
    row = tx.seek(MinutesSeal, tx.stream) or tx.add(MinutesSeal(id=tx.stream, stream=tx.stream, digest=c.digest))
    if row.digest != c.digest:
        row.digest, row.secretary, row.secretary_at, row.chair, row.chair_at = c.digest, "", None, "", None
    if CHAIR in tx.actor.roles:
        row.chair, row.chair_at = tx.actor.user, tx.now
    else:
        row.secretary, row.secretary_at = tx.actor.user, tx.now
    if row.chair and row.secretary:
        row.locked_at, row.frozen = tx.now, freeze(now)


@handles(CorrectMinutes)
def correct(tx: Tx, c: CorrectMinutes) -> None:
    """Refused("minutes.not-locked") while they can still be edited, "minutes.no-block" without such a paragraph."""
    seal = tx.session.get(MinutesSeal, tx.stream)
    if seal is None or seal.locked_at is None:
        raise Refused("minutes.not-locked")
    former = next((block.text for block in draft(tx.session, tx.stream).blocks if block.id == c.block), None)
    if former is None:
        raise Refused("minutes.no-block")
    tx.add(
        MinutesCorrection(
            id=c.correction,
            stream=tx.stream,
            block=c.block,
            former=former,
            text=c.text,
            reason=c.reason,
            author=tx.actor.user,
            at=tx.now,
        )
    )


@handles(AcceptCorrection)
def accept(tx: Tx, c: AcceptCorrection) -> None:
    row = _proposed(tx, c.correction)
    row.number = 1 + max((other.number for other in tx.find(MinutesCorrection)), default=0)
    row.accepted_by, row.accepted_at = tx.actor.user, tx.now


@handles(WithdrawCorrection)
def withdraw(tx: Tx, c: WithdrawCorrection) -> None:
    tx.remove(_proposed(tx, c.correction))


def _proposed(tx: Tx, correction: str) -> MinutesCorrection:
    """Refused("minutes.correction-stands") once it has a number."""
    row = tx.get(MinutesCorrection, correction)
    if row.number:
        raise Refused("minutes.correction-stands")
    return row
