"""Who voted how: published with an open vote, never of a secret one, gone with a void one."""

from __future__ import annotations

from icabinet.actions import viewer
from icabinet.domain import commands as c
from icabinet.domain.tallies import HandTally
from icabinet.domain.votes import Option, Rule, VoterLine
from icabinet.store.database import Database
from icabinet.views.roll_call import RollCall, roll_call
from tests.actions.test_reach import seen
from tests.rooms import MEETING, do, found_meeting, open_vote, start

EVERYBODY = ("chair", "secretary", "d1", "d2", "d3", "guest", "screen")


def listed(db: Database, user: str, vote: str = "v1", stream: str = MEETING) -> RollCall | None:
    return db.read(lambda s: roll_call(s, stream, vote, viewer(s, user, stream)))


def hold(db: Database, rule: Rule, ballots: dict[str, c.Command], options: list[Option] | None = None) -> None:
    """Up to the close."""
    found_meeting(db)
    start(db, ["d1", "d2", "d3"])
    open_vote(db, rule=rule, options=options or [])
    for user, ballot in ballots.items():
        do(db, user, ballot)
    do(db, "chair", c.CloseVote(vote="v1"))


def test_it_is_read_by_everybody_in_the_meeting_from_the_publication_on(db: Database) -> None:
    ballots: dict[str, c.Command] = {
        "d1": c.CastBallot(vote="v1", choice="for"),
        "d3": c.CastBallot(vote="v1", choice="other", opinion="Nên hoãn"),
    }
    hold(db, Rule(), ballots)
    for user in EVERYBODY:
        assert "roll_call" not in seen(db, user) and listed(db, user) is None
    do(db, "chair", c.PublishVote(vote="v1"))
    for user in EVERYBODY:
        assert seen(db, user)["roll_call"]["v1"] == {"cast": 2, "of": 3, "by_hand": 0}
        found = listed(db, user)
        assert found is not None
        said = {line.user: (line.cast, line.choice, line.opinion) for line in found.lines}
        assert said == {"d1": (True, "for", ""), "d2": (False, "", ""), "d3": (True, "other", "Nên hoãn")}


def test_a_void_vote_loses_it(db: Database) -> None:
    hold(db, Rule(), {"d1": c.CastBallot(vote="v1", choice="against")})
    do(db, "chair", c.PublishVote(vote="v1"))
    do(db, "chair", c.VoidVote(vote="v1", reason="Nhầm câu hỏi"))
    assert "roll_call" not in seen(db, "d1") and listed(db, "chair") is None


def test_a_secret_vote_never_has_one(db: Database) -> None:
    sealed: dict[str, c.Command] = {
        user: c.SealBallot(vote="v1", receipt=f"receipt-of-{user}", choice="for") for user in ("d1", "d2", "d3")
    }
    hold(db, Rule(secrecy="secret"), sealed)
    do(db, "chair", c.PublishVote(vote="v1"))
    for user in EVERYBODY:
        assert "roll_call" not in seen(db, user) and listed(db, user) is None
    assert "sealed_list" in seen(db, "d1")


def test_elections_name_what_each_ballot_holds(db: Database) -> None:
    options = [Option("a", "Ông A"), Option("b", "Bà B")]
    ballots: dict[str, c.Command] = {
        "d1": c.CastBallot(vote="v1", picks=["a", "b"]),
        "d2": c.CastBallot(vote="v1"),
    }
    hold(db, Rule(method="list", most=2, seats=1), ballots, options)
    do(db, "chair", c.PublishVote(vote="v1"))
    found = listed(db, "guest")
    assert found is not None
    assert [(line.user, line.cast, line.picks) for line in found.lines] == [
        ("d1", True, ["a", "b"]),
        ("d2", True, []),
        ("d3", False, []),
    ]


def test_ballots_counted_by_hand_have_no_names(db: Database) -> None:
    found_meeting(db)
    start(db, ["d1", "d2", "d3"])
    open_vote(db)
    do(db, "d1", c.CastBallot(vote="v1", choice="for"))
    counted = HandTally(for_=1, against=1)
    do(db, "secretary", c.EnterTally(vote="v1", entry="t1", kind="hands", ballots=2, tally=counted))
    do(db, "chair", c.ConfirmTally(entry="t1"))
    do(db, "chair", c.CloseVote(vote="v1"))
    do(db, "chair", c.PublishVote(vote="v1"))
    assert seen(db, "d1")["roll_call"]["v1"] == {"cast": 1, "of": 3, "by_hand": 2}
    found = listed(db, "d1")
    assert found is not None and [line.user for line in found.lines if line.cast] == ["d1"]


def test_weights_stand_in_it_and_are_not_taken_for_ballots_by_hand(db: Database) -> None:
    found_meeting(db)
    start(db, ["d1", "d2", "d3"])
    voters = [VoterLine("d1", 7), VoterLine("d2", 2)]
    do(db, "chair", c.PrepareVote(vote="v1", item="i2", question="?", rule=Rule(), voters=voters))
    do(db, "chair", c.OpenVote(vote="v1"))
    do(db, "d1", c.CastBallot(vote="v1", choice="for"))
    do(db, "chair", c.CloseVote(vote="v1"))
    do(db, "chair", c.PublishVote(vote="v1"))
    assert seen(db, "d3")["roll_call"]["v1"] == {"cast": 1, "of": 2, "by_hand": 0}
    found = listed(db, "d3")
    assert found is not None and [(line.user, line.weight) for line in found.lines] == [("d1", 7), ("d2", 2)]


def test_another_meeting_does_not_lend_its_roll(db: Database) -> None:
    hold(db, Rule(), {"d1": c.CastBallot(vote="v1", choice="for")})
    do(db, "chair", c.PublishVote(vote="v1"))
    founded = c.FoundMeeting(title="Phiên khác", place="P", starts_at=1, agency="VP")
    do(db, "secretary", founded, "m2")
    assert listed(db, "secretary", stream="m2") is None
