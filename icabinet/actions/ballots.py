"""Casting a ballot: the hot path, when a thousand tablets vote in the same second.

It uses prepared statements (about four times as fast as the ORM here) and announces the two images itself.
"""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import Table, and_, bindparam, insert, select, update

from ..domain.commands import CastBallot
from ..domain.errors import Refused
from ..store.prepared import Prepared
from ..store.tables import Ballot, Vote, Voter
from .bus import handles
from .transaction import Tx

_vote = cast(Table, Vote.__table__)
_voter = cast(Table, Voter.__table__)
_ballot = cast(Table, Ballot.__table__)

_here = and_(_vote.c.id == bindparam("vote"), _vote.c.stream == bindparam("stream"))
_on_roll = and_(_voter.c.vote_id == _vote.c.id, _voter.c.user_id == bindparam("user"))
_held = and_(_ballot.c.vote_id == _vote.c.id, _ballot.c.user_id == bindparam("user"))
_load = (
    select(_vote, _voter.c.user_id.label("on_roll"), *(c.label(f"held_{c.key}") for c in _ballot.c))
    .select_from(_vote.outerjoin(_voter, _on_roll).outerjoin(_ballot, _held))
    .where(_here)
)
_insert = Prepared(insert(_ballot))
_replace = Prepared(
    update(_ballot)
    .where(_ballot.c.vote_id == bindparam("of_vote"), _ballot.c.user_id == bindparam("of_user"))
    .values(choice=bindparam("choice"), opinion=bindparam("opinion"), at=bindparam("at"))
)
_count = Prepared(update(_vote).where(_vote.c.id == bindparam("of_vote")).values(cast=bindparam("cast")))


@handles(CastBallot)
def cast_ballot(tx: Tx, c: CastBallot) -> None:
    """Refused("vote.not-open") before and after the vote, Refused("ballot.not-entitled") off the roll."""
    asked = {"vote": c.vote, "stream": tx.stream, "user": tx.actor.user}
    row = tx.connection.execute(_load, asked).mappings().one_or_none()
    if row is None:
        raise Refused("not-found")
    vote = Vote(**{column.key: row[column.key] for column in _vote.c})
    if vote.state != "open":
        raise Refused("vote.not-open", state=vote.state, closed_at=vote.closed_at or 0)
    if row["on_roll"] is None:
        raise Refused("ballot.not-entitled")
    if row["held_vote_id"] is None:
        _first(tx, c, vote)
    else:
        _again(tx, c, Ballot(**{column.key: row[f"held_{column.key}"] for column in _ballot.c}))


def _first(tx: Tx, c: CastBallot, before: Vote) -> None:
    ballot = Ballot(
        vote_id=c.vote,
        user_id=tx.actor.user,
        stream=tx.stream,
        choice=c.choice,
        opinion=c.opinion,
        first_at=tx.now,
        at=tx.now,
    )
    _insert.run(tx.connection, _values(ballot))
    _count.run(tx.connection, {"of_vote": c.vote, "cast": before.cast + 1})
    tx.announce(None, ballot)
    tx.announce(before, Vote(**_values(before) | {"cast": before.cast + 1}))


def _again(tx: Tx, c: CastBallot, before: Ballot) -> None:
    changed = {"choice": c.choice, "opinion": c.opinion, "at": tx.now}
    _replace.run(tx.connection, {"of_vote": c.vote, "of_user": tx.actor.user, **changed})
    tx.announce(before, Ballot(**_values(before) | changed))


def _values(row: Vote | Ballot) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in row.__table__.columns}
