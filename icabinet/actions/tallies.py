"""Paper ballots and shows of hands: the desk enters a count, somebody else of the desk confirms it."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.commands import ConfirmTally, EnterTally, RemoveTally
from ..domain.errors import Refused
from ..domain.tallies import Sheet, check_room, check_sheet, counted
from ..domain.votes import Count
from ..store.tables import TallyEntry, Vote
from .bus import handles
from .transaction import Tx


@handles(EnterTally)
def enter(tx: Tx, c: EnterTally) -> None:
    vote = _open(tx, c.vote)
    if any(voter.weight > 1 for voter in vote.voters):
        raise Refused("tally.weighted")
    sheet = Sheet(c.kind, c.ballots, c.tally, c.lines, c.blank, c.invalid)
    check_sheet(vote.rule, vote.options, sheet)
    check_room([*_sheets(_entries(tx, vote)), sheet], vote.cast, vote.present)
    tx.add(TallyEntry(
        id=c.entry, stream=tx.stream, vote_id=vote.id, sheet=sheet, entered_by=tx.actor.user, entered_at=tx.now
    ))  # fmt: skip


@handles(ConfirmTally)
def confirm(tx: Tx, c: ConfirmTally) -> None:
    """Refused("tally.own") for whoever entered it: two people answer for a count."""
    entry = tx.get(TallyEntry, c.entry)
    vote = _open(tx, entry.vote_id)
    if entry.entered_by == tx.actor.user:
        raise Refused("tally.own")
    if entry.confirmed_by is not None:
        raise Refused("tally.confirmed")
    check_room(_sheets(_entries(tx, vote)), vote.cast, vote.present)
    entry.confirmed_by, entry.confirmed_at = tx.actor.user, tx.now


@handles(RemoveTally)
def remove(tx: Tx, c: RemoveTally) -> None:
    """Also a confirmed one, as long as the vote is open: it may have been counted wrongly."""
    entry = tx.get(TallyEntry, c.entry)
    _open(tx, entry.vote_id)
    tx.remove(entry)


def by_hand(tx: Tx, vote: Vote) -> Count:
    """What closing merges. Refused("tally.unconfirmed") while a count waits for its second person."""
    entries = _entries(tx, vote)
    waiting = sum(1 for entry in entries if entry.confirmed_by is None)
    if waiting:
        raise Refused("tally.unconfirmed", count=waiting)
    check_room(_sheets(entries), vote.cast, vote.present)
    return counted(_sheets(entries))


def _open(tx: Tx, vote: str) -> Vote:
    row = tx.get(Vote, vote)
    if row.state != "open":
        raise Refused("tally.vote-not-open", state=row.state)
    return row


def _entries(tx: Tx, vote: Vote) -> Sequence[TallyEntry]:
    return tx.find(TallyEntry, TallyEntry.vote_id == vote.id)


def _sheets(entries: Sequence[TallyEntry]) -> list[Sheet]:
    return [entry.sheet for entry in entries]
