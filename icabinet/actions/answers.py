"""Answering a circulation: until its deadline as often as one likes, each answer kept."""

from __future__ import annotations

from ..domain import circulations
from ..domain.circulations import Earlier
from ..domain.commands import AnswerCirculation, ConfirmAnswer
from ..domain.errors import Refused
from ..store.tables import Circulation, Document, Notice, WrittenAnswer
from .bus import handles
from .people import member_id
from .transaction import Tx


@handles(AnswerCirculation)
def answer(tx: Tx, c: AnswerCirculation) -> None:
    """Refused("circulation.over") after the deadline where late answers are not taken, however the clock of the
    sender stands; Refused("circulation.other-empty"), Refused("circulation.file-not-ready").
    """
    row = tx.get(Circulation, tx.stream)
    circulations.need(row.state, "open")
    late = circulations.is_late(tx.now, row.deadline, row.late)
    held = tx.seek(WrittenAnswer, member_id(tx.stream, tx.actor.user))
    file = _file(tx, c.document)
    keeps = c.keeps_file and file is None and held is not None and held.sha256 != ""
    circulations.check_answer(c.choice, c.text, file is not None or keeps)
    if held is None:
        held = _first(tx, c, late)
        row.answered += 1
    else:
        _again(held, c, tx.now, late)
    if not keeps:
        _attach(held, file)
    for notice in tx.find(Notice, Notice.user_id == tx.actor.user, Notice.seen_at.is_(None)):
        notice.seen_at = tx.now  # what asked for the answer needs no reading any more


def _first(tx: Tx, c: AnswerCirculation, late: bool) -> WrittenAnswer:
    made = WrittenAnswer(
        id=member_id(tx.stream, tx.actor.user),
        stream=tx.stream,
        user_id=tx.actor.user,
        choice=c.choice,
        text=c.text.strip(),
        first_at=tx.now,
        at=tx.now,
        late=late,
    )
    return tx.add(made)


def _again(held: WrittenAnswer, c: AnswerCirculation, now: int, late: bool) -> None:
    before = Earlier(held.at, held.choice, held.text, held.file_name, held.confirmed_at)
    held.earlier = [*held.earlier, before]
    held.choice, held.text, held.at, held.late, held.confirmed_at = c.choice, c.text.strip(), now, late, None


def _file(tx: Tx, document: str) -> Document | None:
    """A file of the sender's own that could be read; nobody answers with what is not his."""
    if not document:
        return None
    row = tx.session.get(Document, document)
    if row is None or row.owner != tx.actor.user:
        raise Refused("not-found")
    if row.state != "ready":
        raise Refused("circulation.file-not-ready", name=row.name)
    return row


def _attach(held: WrittenAnswer, file: Document | None) -> None:
    if file is None:
        held.file_name = held.file_kind = held.sha256 = ""
        held.file_size = 0
        return
    held.file_name, held.file_kind, held.sha256, held.file_size = file.name, file.kind, file.sha256, file.size


@handles(ConfirmAnswer)
def confirm(tx: Tx, c: ConfirmAnswer) -> None:
    """Refused("circulation.changed") when the answer is not the one that the sender had before him."""
    circulations.need(tx.get(Circulation, tx.stream).state, "open")
    held = tx.get(WrittenAnswer, member_id(tx.stream, tx.actor.user))
    if held.at != c.at:
        raise Refused("circulation.changed")
    held.confirmed_at = tx.now
