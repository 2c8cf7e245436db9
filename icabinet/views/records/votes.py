"""Votes, rolls, ballots."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...domain.policy import audience
from ...domain.votes import Count, describe, is_thin
from ...store.tables import Ballot, Vote, Voter
from .record import Record, shows


@shows(Vote)
def _vote(v: Vote) -> Iterator[Record]:
    seen = audience(_sight(v))
    yield Record("vote", v.id, seen, _plan(v) | _course(v))
    if v.state == "prepared" and len(v.items) > 1:
        yield Record("block", v.id, audience("block"), {"question": v.question, "items": v.items})
    if v.voters:
        yield Record("vote_list", v.id, seen, {"voters": msgspec.to_builtins(v.voters)})
    if v.state != "prepared":
        yield progress(v.id, v.cast, v.present)
    if v.state == "open" and v.live is not None:
        yield live_tally(v.id, v.live)
    if v.outcome is not None:
        known = v.rule.shows != "publish" or v.published_at is not None
        whom = audience("result (published, or shown at close)" if known else "result (closed)")
        yield Record("result", v.id, whom, msgspec.to_builtins(v.outcome))
    if v.state == "published" and v.rule.secrecy == "open":
        yield _roll_call(v)


def _sight(v: Vote) -> str:
    if v.state != "prepared":
        return "vote (open, closed, published, void)"
    return "vote (prepared, announced)" if v.announced else "vote (prepared)"


def _plan(v: Vote) -> dict[str, object]:
    return {
        "item": v.item_id,
        "items": v.items,
        "question": v.question,
        "created_at": v.created_at,
        "rule": msgspec.to_builtins(v.rule),
        "rule_text": describe(v.rule, v.options, v.voters),
        "options": msgspec.to_builtins(v.options),
        "seconds": v.seconds,
        "announced": v.announced,
        "repeats": v.repeats,
        "pulled": v.pulled,
    }


def _course(v: Vote) -> dict[str, object]:
    return {
        "state": v.state,
        "opened_at": v.opened_at,
        "deadline": v.deadline,
        "closed_at": v.closed_at,
        "published_at": v.published_at,
        "voided_at": v.voided_at,
        "reason": v.reason,
        "entitled": v.entitled,
        "present": v.present,
        "recused": v.recused,
        "thin": is_thin(v.rule, len(v.voters) if v.state == "prepared" else v.present),
    }


def progress(vote: str, cast: int, of: int) -> Record:
    """How many of the roll have voted, never how."""
    return Record("progress", vote, audience("progress"), {"cast": cast, "of": of})


def live_tally(vote: str, so_far: Count) -> Record:
    """What is counted so far, where the rule lets everybody watch."""
    return Record("live_tally", vote, audience("live_tally"), msgspec.to_builtins(so_far))


def _roll_call(v: Vote) -> Record:
    """That it can be read who voted how (views.roll_call), and how many ballots in it have no name.

    The names themselves are fetched by those who look: a thousand of them are 50 kB, and would be sent again with
    every snapshot for each vote of the meeting.
    """
    weighted = any(voter.weight > 1 for voter in v.voters)  # then nothing was counted by hand
    by_hand = 0 if weighted or v.outcome is None else max(0, v.outcome.cast - v.cast)
    value = {"cast": v.cast, "of": v.present, "by_hand": by_hand}
    return Record("roll_call", v.id, audience("roll_call (published open vote)"), value)


@shows(Voter)
def _voter(v: Voter) -> Iterator[Record]:
    value = {"vote": v.vote_id, "user": v.user_id, "weight": v.weight}
    yield Record("voter", f"{v.vote_id}.{v.user_id}", audience("voter"), value)
    if v.sealed_at is not None:
        yield my_sealed(v.vote_id, v.user_id, v.sealed_at)


def my_sealed(vote: str, user: str, at: int) -> Record:
    """That a secret ballot was recorded; neither what it says nor its receipt."""
    return Record("my_sealed", f"{vote}.{user}", audience("my_sealed", user), {"vote": vote, "at": at})


@shows(Ballot)
def _ballot(b: Ballot) -> Iterator[Record]:
    id_ = f"{b.vote_id}.{b.user_id}"
    yield Record("voted", id_, audience("voted"), {"at": b.first_at})
    mine = {
        "vote": b.vote_id,
        "choice": b.choice,
        "opinion": b.opinion,
        "picks": b.picks,
        "marks": b.marks,
        "at": b.at,
    }
    yield Record("my_ballot", id_, audience("my_ballot", b.user_id), mine)
