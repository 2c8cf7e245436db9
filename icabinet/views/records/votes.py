"""Votes, rolls, ballots."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...domain.policy import audience
from ...domain.votes import describe
from ...store.tables import Ballot, Vote, Voter
from .record import Record, shows


@shows(Vote)
def _vote(v: Vote) -> Iterator[Record]:
    seen = audience("vote (prepared)" if v.state == "prepared" else "vote (open, closed, published)")
    value = {
        "item": v.item_id,
        "question": v.question,
        "rule": msgspec.to_builtins(v.rule),
        "rule_text": describe(v.rule),
        "state": v.state,
        "opened_at": v.opened_at,
        "closed_at": v.closed_at,
        "published_at": v.published_at,
        "entitled": v.entitled,
        "present": v.present,
    }
    yield Record("vote", v.id, seen, value)
    if v.state != "prepared":
        yield Record("progress", v.id, audience("progress"), {"cast": v.cast, "of": v.present})
    if v.outcome is not None:
        whom = audience("result (published)" if v.state == "published" else "result (closed)")
        yield Record("result", v.id, whom, msgspec.to_builtins(v.outcome))


@shows(Voter)
def _voter(v: Voter) -> Iterator[Record]:
    yield Record("voter", f"{v.vote_id}.{v.user_id}", audience("voter"), {"vote": v.vote_id, "user": v.user_id})


@shows(Ballot)
def _ballot(b: Ballot) -> Iterator[Record]:
    id_ = f"{b.vote_id}.{b.user_id}"
    yield Record("voted", id_, audience("voted"), {"at": b.first_at})
    mine = {"vote": b.vote_id, "choice": b.choice, "opinion": b.opinion, "at": b.at}
    yield Record("my_ballot", id_, audience("my_ballot", b.user_id), mine)
