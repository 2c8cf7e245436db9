"""Casting a ballot: the hot path, when a thousand tablets vote in the same second.

It uses prepared statements (about four times as fast as the ORM here), loads only what decides whether the ballot
counts, and announces the records that can have changed itself.
"""

from __future__ import annotations

from typing import Any, cast

import msgspec
from sqlalchemy import BindParameter, RowMapping, Table, and_, bindparam, insert, select, update

from ..domain import votes
from ..domain.commands import CastBallot
from ..domain.errors import Refused
from ..store.prepared import Prepared
from ..store.tables import Ballot, Vote, Voter
from ..views.records.votes import live_tally, progress
from .bus import handles
from .transaction import Tx

_vote = cast(Table, Vote.__table__)
_voter = cast(Table, Voter.__table__)
_ballot = cast(Table, Ballot.__table__)
_needed = ("state", "closed_at", "deadline", "rule", "options", "cast", "present", "live")

_here = and_(_vote.c.id == bindparam("vote"), _vote.c.stream == bindparam("stream"))
_on_roll = and_(_voter.c.vote_id == _vote.c.id, _voter.c.user_id == bindparam("user"))
_held = and_(_ballot.c.vote_id == _vote.c.id, _ballot.c.user_id == bindparam("user"))
_load = (
    select(*(_vote.c[name] for name in _needed), _voter.c.weight, *(c.label(f"held_{c.key}") for c in _ballot.c))
    .select_from(_vote.outerjoin(_voter, _on_roll).outerjoin(_ballot, _held))
    .where(_here)
)
_insert = Prepared(insert(_ballot))
_said: dict[str, BindParameter[Any]] = {name: bindparam(name) for name in ("choice", "opinion", "picks", "marks", "at")}
_replace = Prepared(
    update(_ballot)
    .where(_ballot.c.vote_id == bindparam("of_vote"), _ballot.c.user_id == bindparam("of_user"))
    .values(**_said)
)
_of_vote = _vote.c.id == bindparam("of_vote")
_count = Prepared(update(_vote).where(_of_vote).values(cast=bindparam("cast")))
_watch = Prepared(update(_vote).where(_of_vote).values(live=bindparam("live")))
_encode = msgspec.json.Encoder(order="deterministic").encode


@handles(CastBallot)
def cast_ballot(tx: Tx, c: CastBallot) -> None:
    """Refused("vote.not-open") before and after the vote, Refused("vote.deadline") once its time is over,
    Refused("ballot.not-entitled") off the roll, Refused("ballot.form" or "ballot.picks") for one that does not fit.
    """
    asked = {"vote": c.vote, "stream": tx.stream, "user": tx.actor.user}
    row = tx.connection.execute(_load, asked).mappings().one_or_none()
    if row is None:
        raise Refused("not-found")
    said = votes.Marks(c.choice, c.opinion, c.picks, c.marks)
    _need_counted(tx, row, said)
    ballot = Ballot(
        vote_id=c.vote,
        user_id=tx.actor.user,
        stream=tx.stream,
        first_at=tx.now if row["held_vote_id"] is None else row["held_first_at"],
        at=tx.now,
        **_content(said),
    )
    if row["held_vote_id"] is None:
        _first(tx, ballot, row)
    else:
        _again(tx, ballot, row)
    if row["live"] is not None:
        _show(tx, c.vote, said, row)


def _need_counted(tx: Tx, row: RowMapping, said: votes.Marks) -> None:
    if row["state"] != "open":
        raise Refused("vote.not-open", state=row["state"], closed_at=row["closed_at"] or 0)
    if row["weight"] is None:
        raise Refused("ballot.not-entitled")
    if row["rule"].secrecy == "secret":
        raise Refused("ballot.secret")
    if row["deadline"] is not None and tx.now > row["deadline"]:
        raise Refused("vote.deadline", deadline=row["deadline"])
    votes.check_ballot(row["rule"], row["options"], said)


def _first(tx: Tx, ballot: Ballot, row: RowMapping) -> None:
    _insert.run(tx.connection, _values(ballot))
    cast, of = row["cast"], row["present"]
    _count.run(tx.connection, {"of_vote": ballot.vote_id, "cast": cast + 1})
    tx.announce(None, ballot)
    tx.announce_records([progress(ballot.vote_id, cast, of)], [progress(ballot.vote_id, cast + 1, of)])


def _again(tx: Tx, ballot: Ballot, row: RowMapping) -> None:
    values = _values(ballot)
    where = {"of_vote": ballot.vote_id, "of_user": ballot.user_id}
    _replace.run(tx.connection, where | {name: values[name] for name in _said})
    tx.announce(Ballot(**{column.key: row[f"held_{column.key}"] for column in _ballot.c}), ballot)


def _show(tx: Tx, vote: str, said: votes.Marks, row: RowMapping) -> None:
    """What everybody watches while the vote is open: a replaced ballot leaves the count as the new one enters."""
    before, weight = row["live"], row["weight"]
    after = votes.plus(before, votes.of_one(said, weight))
    if row["held_vote_id"] is not None:
        held = votes.Marks(row["held_choice"], row["held_opinion"], row["held_picks"], row["held_marks"])
        after = votes.plus(after, votes.of_one(held, -weight))
    _watch.run(tx.connection, {"of_vote": vote, "live": _encode(after).decode()})
    tx.announce_records([live_tally(vote, before)], [live_tally(vote, after)])


def _content(said: votes.Marks) -> dict[str, Any]:
    return {"choice": said.choice, "opinion": said.opinion, "picks": said.picks, "marks": said.marks}


def _values(ballot: Ballot) -> dict[str, Any]:
    """As the driver takes them, which knows no lists."""
    values = {column.key: getattr(ballot, column.key) for column in _ballot.c}
    return values | {name: _encode(values[name]).decode() for name in ("picks", "marks")}
