"""A secret vote from its opening to the published box: counted rightly, tied to nobody, and never without its key."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from icabinet.actions import secret_ballots, viewer
from icabinet.domain import commands as c
from icabinet.domain.commands import Command
from icabinet.domain.errors import Refused
from icabinet.domain.votes import LONGEST_OPINION, BoxBallot, Option, Rule, box, envelope
from icabinet.store.database import Database
from icabinet.store.keys import Keys
from icabinet.store.tables import BallotBox, SealedBallot, Vote
from icabinet.views.records import records
from icabinet.views.sealed_list import sealed_list
from icabinet.views.snapshot import View, everything, seen_by
from tests.databases import make_ready
from tests.rooms import MEETING, do, found_meeting, start

SECRET = Rule(secrecy="secret")
VOTERS = ("d1", "d2", "d3")


@pytest.fixture
def room(url: str, tmp_path: Path) -> Database:
    make_ready(url)
    db = Database(url, tmp_path / "keys")
    found_meeting(db)
    start(db, list(VOTERS))
    return db


def keys(db: Database) -> Keys:
    assert db.keys is not None
    return db.keys


def opened(db: Database, vote: str = "v1", rule: Rule = SECRET, options: list[Option] | None = None) -> None:
    do(db, "chair", c.PrepareVote(vote=vote, item="i2", question="Bầu?", rule=rule, options=options or []))
    do(db, "chair", c.OpenVote(vote=vote))


def sealed(choice: str = "for", receipt: str = "receipt-0001", vote: str = "v1", opinion: str = "") -> c.SealBallot:
    return c.SealBallot(vote=vote, receipt=receipt, choice=choice, opinion=opinion)  # type: ignore[arg-type]


def listed(db: Database, user: str) -> Any:
    found = db.read(lambda s: sealed_list(s, MEETING, "v1", viewer(s, user, MEETING)))
    return msgspec.to_builtins(found)


def seen(db: Database, user: str) -> View:
    def look(session: Session) -> View:
        found = everything(session, MEETING)
        assert found is not None
        return seen_by(viewer(session, user, MEETING), found[1])

    return db.read(look)


def refusal(db: Database, user: str, command: Command, cause: str = "") -> str:
    with pytest.raises(Refused) as refused:
        do(db, user, command, cause=cause)
    return refused.value.code


def envelopes(db: Database) -> list[bytes]:
    return db.read(lambda s: list(s.scalars(select(SealedBallot.sealed))))


def test_every_ballot_counts_once_and_its_receipt_is_in_the_published_box(room: Database) -> None:
    opened(room)
    do(room, "d1", sealed("for", "receipt-aaaa"))
    do(room, "d2", sealed("against", "receipt-bbbb"))
    do(room, "d3", sealed("other", "receipt-cccc", opinion="Cần làm rõ nguồn vốn"))
    do(room, "d2", sealed("for", "receipt-0000"))
    do(room, "chair", c.CloseVote(vote="v1"))
    assert "sealed_list" not in seen(room, "d1")
    do(room, "chair", c.PublishVote(vote="v1"))
    vote = room.read(lambda s: s.get_one(Vote, "v1"))
    assert vote.outcome is not None
    assert (vote.outcome.tally.for_, vote.outcome.tally.other, vote.outcome.tally.against) == (2, 1, 0)
    for user in ("d1", "guest", "screen"):
        announced = seen(room, user)["sealed_list"]["v1"]
        found = listed(room, user)
        assert (announced["ballots"], announced["sha256"]) == (3, found["sha256"])
        assert found["ballots"] == [
            {"receipt": "receipt-0000", "choice": "for"},
            {"receipt": "receipt-aaaa", "choice": "for"},
            {"receipt": "receipt-cccc", "choice": "other", "opinion": "Cần làm rõ nguồn vốn"},
        ]
        assert hashlib.sha256(msgspec.json.encode(found["ballots"])).hexdigest() == announced["sha256"]


def test_a_published_list_of_a_thousand_ballots_is_a_small_event(room: Database) -> None:
    """Two hundred bytes instead of some fifty thousand, times every tablet in the room."""
    ballots = [BoxBallot(f"receipt-{number:08}", "for") for number in range(1000)]
    box = BallotBox(vote_id="v9", stream=MEETING, ballots=ballots, published=True)
    pushed = msgspec.json.encode([record.value for record in records(box).values()])
    print(f"sealed_list of 1,000 ballots: {len(pushed)} bytes pushed, {len(msgspec.json.encode(ballots))} fetched")
    assert len(pushed) < 200


def test_elections_are_sealed_too(room: Database) -> None:
    options = [Option(id=f"o{number}", label=f"Ứng cử viên {number}") for number in range(1, 4)]
    opened(room, rule=Rule(method="list", secrecy="secret", most=2, seats=2), options=options)
    do(room, "d1", c.SealBallot(vote="v1", receipt="receipt-0001", picks=["o1", "o2"]))
    do(room, "d2", c.SealBallot(vote="v1", receipt="receipt-0002", picks=["o1"]))
    do(room, "d3", c.SealBallot(vote="v1", receipt="receipt-0003"))
    do(room, "chair", c.CloseVote(vote="v1"))
    outcome = room.read(lambda s: s.get_one(Vote, "v1")).outcome
    assert outcome is not None
    assert [line.for_ for line in outcome.lines] == [2, 1, 0]
    assert outcome.blank == 1


def test_nobody_sees_who_voted_and_only_the_voter_that_it_was_recorded(room: Database) -> None:
    opened(room)
    do(room, "d1", sealed())
    assert set(seen(room, "d1")["my_sealed"]["v1.d1"]) == {"vote", "at"}
    for user in ("chair", "secretary", "d2", "screen"):
        view = seen(room, user)
        assert view["progress"]["v1"]["cast"] == 1
        assert not {"my_sealed", "voted", "my_ballot", "sealed_list"} & view.keys()


def test_envelopes_of_one_vote_have_one_length(room: Database) -> None:
    opened(room)
    do(room, "d1", sealed("for", "r" * 10))
    do(room, "d2", sealed("other", "R" * 40, opinion="🙂" * LONGEST_OPINION))
    do(room, "d3", sealed("other", "x" * 40, opinion="\u0001" * LONGEST_OPINION))
    assert {len(envelope) for envelope in envelopes(room)} == {envelope(SECRET, []) + 32}
    do(room, "chair", c.CloseVote(vote="v1"))


def test_the_longest_election_ballot_fits(room: Database) -> None:
    options = [Option(id=f"{number:040}", label=f"Ứng cử viên {number}") for number in range(60)]
    opened(room, rule=Rule(method="candidates", secrecy="secret", seats=0), options=options)
    do(room, "d1", c.SealBallot(vote="v1", receipt="r" * 40, marks={option.id: "abstain" for option in options}))
    do(room, "chair", c.CloseVote(vote="v1"))
    (ballot,) = room.read(lambda s: s.get_one(BallotBox, "v1")).ballots
    assert len(ballot.marks) == 60


def test_after_the_close_there_is_neither_key_nor_envelope(room: Database) -> None:
    opened(room)
    do(room, "d1", sealed())
    assert keys(room).votes() == ["v1"]
    assert len(envelopes(room)) == 1
    do(room, "chair", c.CloseVote(vote="v1"))
    assert keys(room).votes() == []
    assert envelopes(room) == []


def test_a_vote_that_is_stopped_leaves_nothing_to_open(room: Database) -> None:
    opened(room)
    do(room, "d1", sealed())
    do(room, "chair", c.VoidVote(vote="v1", reason="Mất điện"))
    assert keys(room).votes() == []
    assert envelopes(room) == []
    assert room.read(lambda s: s.get(BallotBox, "v1")) is None


def test_a_lost_key_is_said_and_the_vote_is_repeated(room: Database) -> None:
    opened(room)
    do(room, "d1", sealed())
    keys(room).destroy("v1")
    assert refusal(room, "d2", sealed()) == "vote.key-lost"
    assert refusal(room, "chair", c.CloseVote(vote="v1")) == "vote.key-lost"
    do(room, "chair", c.RepeatVote(vote="v1", again="v2", reason="Mất khóa hòm phiếu"))
    do(room, "chair", c.OpenVote(vote="v2"))
    do(room, "d1", sealed(vote="v2"))
    do(room, "chair", c.CloseVote(vote="v2"))


@pytest.mark.parametrize("what", ["swapped", "dropped"])
def test_envelopes_that_were_touched_are_not_counted(room: Database, what: str) -> None:
    opened(room)
    do(room, "d1", sealed("for", "receipt-0001"))
    do(room, "d2", sealed("against", "receipt-0002"))

    def touch(session: Session) -> None:
        one, two = session.get_one(SealedBallot, ("v1", "d1")), session.get_one(SealedBallot, ("v1", "d2"))
        if what == "swapped":
            one.sealed, two.sealed = two.sealed, one.sealed
        else:
            session.delete(two)

    room.write(touch)
    assert refusal(room, "chair", c.CloseVote(vote="v1")) == "vote.key-lost"


def test_a_key_that_a_crash_left_is_destroyed_at_the_next_start(room: Database) -> None:
    opened(room)
    do(room, "d1", sealed())
    key = keys(room).read("v1")
    do(room, "chair", c.CloseVote(vote="v1"))
    keys(room).path("v1").write_bytes(key)
    assert secret_ballots.tidy(room) == 1
    assert keys(room).votes() == []
    opened(room, "v2")
    assert secret_ballots.tidy(room) == 0
    assert keys(room).votes() == ["v2"], "the key of an open vote stays"


def test_an_opening_that_is_refused_leaves_no_vote_without_its_key(room: Database) -> None:
    do(room, "chair", c.PrepareVote(vote="v1", item="i2", question="?", rule=Rule(secrecy="secret", quorum_number=9)))
    assert refusal(room, "chair", c.OpenVote(vote="v1")) == "vote.no-quorum"
    assert keys(room).votes() == []


def test_ballots_go_the_way_of_their_vote(room: Database) -> None:
    opened(room)
    assert refusal(room, "d1", c.CastBallot(vote="v1", choice="for")) == "ballot.secret"
    assert refusal(room, "guest", sealed()) == "not-allowed"
    assert refusal(room, "chair", sealed()) == "ballot.not-entitled"
    assert refusal(room, "d1", sealed("")) == "ballot.form"
    do(room, "chair", c.CloseVote(vote="v1"))
    assert refusal(room, "d1", sealed()) == "vote.not-open"
    opened(room, "v2", Rule())
    assert refusal(room, "d1", sealed(vote="v2")) == "ballot.not-secret"


def test_a_key_of_the_request_that_tells_the_receipt_is_refused(room: Database) -> None:
    """The log keeps that key beside the voter's name."""
    opened(room)
    assert refusal(room, "d1", sealed(receipt="receipt-0001"), cause="ballot-receipt-0001") == "ballot.receipt-known"


def test_the_same_ballot_sent_again_counts_once(room: Database) -> None:
    opened(room)
    first = do(room, "d1", sealed(), cause="retry")
    assert do(room, "d1", sealed(), cause="retry") == first
    do(room, "chair", c.CloseVote(vote="v1"))
    assert len(room.read(lambda s: s.get_one(BallotBox, "v1")).ballots) == 1


def test_a_process_without_a_place_for_keys_opens_no_secret_vote(room: Database) -> None:
    room.keys = None
    do(room, "chair", c.PrepareVote(vote="v1", item="i2", question="?", rule=SECRET))
    assert refusal(room, "chair", c.OpenVote(vote="v1")) == "vote.key-lost"


def test_fewer_than_five_voters_are_warned(room: Database) -> None:
    opened(room)
    assert seen(room, "d1")["vote"]["v1"]["thin"] is True
    do(room, "chair", c.CloseVote(vote="v1"))
    opened(room, "v2", Rule())
    assert seen(room, "d1")["vote"]["v2"]["thin"] is False


def test_equal_receipts_are_told_apart_and_none_is_lost() -> None:
    ballots = [BoxBallot("same-receipt", "for"), BoxBallot("a-receipt-x", "for"), BoxBallot("same-receipt", "against")]
    boxed = box(ballots)
    assert [ballot.receipt for ballot in boxed] == ["a-receipt-x", "same-receipt", "same-receipt.2"]
    assert boxed == box(reversed(ballots)), "the order of casting leaves no trace"
