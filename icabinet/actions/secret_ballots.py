"""Secret ballots: sealed one by one while the vote is open, opened all together at its close, tied to nobody after.

The log holds who cast a ballot and when, never a choice; the box holds choices under receipts drawn at random by the
tablets. Between the two lies only the vote's key, which is in no database and does not outlive the close.
"""

from __future__ import annotations

from typing import cast

import msgspec
from sqlalchemy import RowMapping, Table, and_, bindparam, delete, insert, select, update

from ..domain import votes
from ..domain.commands import SealBallot
from ..domain.errors import Refused
from ..domain.votes import BoxBallot
from ..store.database import Database
from ..store.keys import KeyLost, Keys
from ..store.prepared import Prepared
from ..store.sealing import Unreadable, seal, unseal
from ..store.tables import BallotBox, SealedBallot, Vote, Voter
from ..views.records.votes import my_sealed, progress
from .bus import handles
from .transaction import Tx

_vote = cast(Table, Vote.__table__)
_voter = cast(Table, Voter.__table__)
_sealed = cast(Table, SealedBallot.__table__)
_needed = ("state", "closed_at", "deadline", "rule", "options", "cast", "present")

_on_roll = and_(_voter.c.vote_id == _vote.c.id, _voter.c.user_id == bindparam("user"))
_load = (
    select(*(_vote.c[name] for name in _needed), _voter.c.weight, _voter.c.sealed_at)
    .select_from(_vote.outerjoin(_voter, _on_roll))
    .where(_vote.c.id == bindparam("vote"), _vote.c.stream == bindparam("stream"))
)
_insert = Prepared(insert(_sealed))
_replace = Prepared(
    update(_sealed)
    .where(_sealed.c.vote_id == bindparam("of_vote"), _sealed.c.user_id == bindparam("of_user"))
    .values(sealed=bindparam("sealed"))
)
_mark = Prepared(
    update(_voter)
    .where(_voter.c.vote_id == bindparam("of_vote"), _voter.c.user_id == bindparam("of_user"))
    .values(sealed_at=bindparam("sealed_at"))
)
_count = Prepared(update(_vote).where(_vote.c.id == bindparam("of_vote")).values(cast=bindparam("cast")))
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(BoxBallot).decode


@handles(SealBallot)
def seal_ballot(tx: Tx, c: SealBallot) -> None:
    """Refused as `ballot.cast` is; Refused("ballot.not-secret") in an open vote, Refused("vote.key-lost") without key.

    Refused("ballot.receipt-known") when the request's own key, which the log keeps with the voter, tells the receipt.
    """
    asked = {"vote": c.vote, "stream": tx.stream, "user": tx.actor.user}
    row = tx.connection.execute(_load, asked).mappings().one_or_none()
    if row is None:
        raise Refused("not-found")
    _need_counted(tx, row, c)
    ballot = BoxBallot(c.receipt, c.choice, c.opinion, c.picks, c.marks)
    size = votes.envelope(row["rule"], row["options"])
    _put(tx, c.vote, seal(_key(tx, c.vote), c.vote, tx.actor.user, _encode(ballot), size), row)


def _need_counted(tx: Tx, row: RowMapping, c: SealBallot) -> None:
    if row["state"] != "open":
        raise Refused("vote.not-open", state=row["state"], closed_at=row["closed_at"] or 0)
    if row["weight"] is None:
        raise Refused("ballot.not-entitled")
    if row["rule"].secrecy != "secret":
        raise Refused("ballot.not-secret")
    if row["deadline"] is not None and tx.now > row["deadline"]:
        raise Refused("vote.deadline", deadline=row["deadline"])
    if c.receipt in tx.cause:
        raise Refused("ballot.receipt-known")
    votes.check_ballot(row["rule"], row["options"], votes.Marks(c.choice, c.opinion, c.picks, c.marks))


def _put(tx: Tx, vote: str, sealed: bytes, row: RowMapping) -> None:
    """A changed ballot replaces the envelope; only the first one counts."""
    user, before = tx.actor.user, row["sealed_at"]
    if before is None:
        values = {"vote_id": vote, "user_id": user, "stream": tx.stream, "sealed": sealed}
        _insert.run(tx.connection, values)
        cast, of = row["cast"], row["present"]
        _count.run(tx.connection, {"of_vote": vote, "cast": cast + 1})
        tx.announce_records([progress(vote, cast, of)], [progress(vote, cast + 1, of)])
    else:
        _replace.run(tx.connection, {"of_vote": vote, "of_user": user, "sealed": sealed})
    _mark.run(tx.connection, {"of_vote": vote, "of_user": user, "sealed_at": tx.now})
    known = [] if before is None else [my_sealed(vote, user, before)]
    tx.announce_records(known, [my_sealed(vote, user, tx.now)])


def begin(tx: Tx, vote: Vote) -> None:
    """The vote's key, on disk before anybody hears that the vote is open."""
    _keys(tx).make(vote.id)


def open_box(tx: Tx, vote: Vote) -> list[votes.Marks]:
    """All ballots, now in the box and tied to nobody; the envelopes go, and the key as soon as that is on disk."""
    rows = tx.session.scalars(select(SealedBallot).where(SealedBallot.vote_id == vote.id)).all()
    if len(rows) != vote.cast:
        raise Refused("vote.key-lost")
    key = _key(tx, vote.id)
    try:
        ballots = votes.box(_decode(unseal(key, vote.id, row.user_id, row.sealed)) for row in rows)
    except Unreadable:
        raise Refused("vote.key-lost") from None
    tx.add(BallotBox(vote_id=vote.id, stream=tx.stream, ballots=ballots))
    destroy(tx, vote)
    return [ballot.said() for ballot in ballots]


def publish_box(tx: Tx, vote: Vote) -> None:
    tx.get(BallotBox, vote.id).published = True


def destroy(tx: Tx, vote: Vote) -> None:
    """Envelopes and key of a vote that was closed, or set aside while it was open."""
    tx.session.execute(delete(SealedBallot).where(SealedBallot.vote_id == vote.id))
    keys: Keys | None = tx.session.info["keys"]
    if keys is not None:
        tx.session.info["after"].append(lambda: keys.destroy(vote.id))


def _keys(tx: Tx) -> Keys:
    keys: Keys | None = tx.session.info["keys"]
    if keys is None:
        raise Refused("vote.key-lost")
    return keys


def _key(tx: Tx, vote: str) -> bytes:
    try:
        return _keys(tx).read(vote)
    except KeyLost:
        raise Refused("vote.key-lost") from None


def tidy(db: Database) -> int:
    """Destroys the keys that a crash left behind after a close; returns how many. Called at start.

    A key without an open vote may also belong to an opening that is being committed elsewhere this very moment: such
    a one is left alone, being overwritten by the next opening of its vote.
    """
    if db.keys is None:
        return 0
    left = db.keys.votes()
    over = (Vote.state != "open") & (Vote.state != "prepared")
    ended = db.read(lambda s: list(s.scalars(select(Vote.id).where(Vote.id.in_(left), over)))) if left else []
    for vote in ended:
        db.keys.destroy(vote)
    if ended:
        db.empty_journal()
    return len(ended)
