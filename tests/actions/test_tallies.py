"""Paper ballots and show of hands: two people answer for a count, and it can never be more than the roll."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.domain import commands as c
from icabinet.domain.commands import Command
from icabinet.domain.errors import Refused
from icabinet.domain.tallies import HandSums, HandTally, Sheet, check_sheet, counted
from icabinet.domain.votes import Option, Rule, VoterLine
from icabinet.store.database import Database
from icabinet.store.tables import Vote
from icabinet.views.minutes import draft
from tests.rooms import MEETING, do, found_meeting, open_vote, start

OPTIONS = [Option(id=f"o{number}", label=f"Ứng cử viên {number}") for number in range(1, 4)]
LIST = Rule(method="list", most=2, seats=2)
CANDIDATES = Rule(method="candidates", seats=0)


@pytest.fixture
def room(db: Database) -> Database:
    found_meeting(db, delegates=6)
    start(db, [f"d{number}" for number in range(1, 7)])
    return db


def refusal(db: Database, user: str, command: Command) -> str:
    with pytest.raises(Refused) as refused:
        do(db, user, command)
    return refused.value.code


def paper(entry: str = "t1", vote: str = "v1", **sums: int) -> c.EnterTally:
    tally = HandTally(for_=sums.get("for_", 0), against=sums.get("against", 0))
    ballots = sums.get("for_", 0) + sums.get("against", 0) + sums.get("invalid", 0)
    return c.EnterTally(
        vote=vote, entry=entry, kind="paper", ballots=ballots, tally=tally, invalid=sums.get("invalid", 0)
    )


def outcome(db: Database) -> Any:
    found = db.read(lambda s: s.get_one(Vote, "v1")).outcome
    assert found is not None
    return found


def test_paper_is_merged_with_tablets_and_marked(room: Database) -> None:
    open_vote(room, rule=Rule(base="cast"))
    do(room, "d1", c.CastBallot(vote="v1", choice="for"))
    do(room, "secretary", paper(for_=2, against=1, invalid=1))
    do(room, "chair", c.ConfirmTally(entry="t1"))
    do(room, "chair", c.CloseVote(vote="v1"))
    result = outcome(room)
    assert (result.tally.for_, result.tally.against) == (3, 1)
    assert (result.cast, result.invalid, result.paper) == (5, 1, 4)
    told = " ".join(block.text for block in room.read(lambda s: draft(s, MEETING)).blocks)
    assert "4 phiếu kiểm đếm ngoài hệ thống" in told


def test_paper_is_merged_with_a_secret_vote(room: Database) -> None:
    open_vote(room, rule=Rule(secrecy="secret"))
    do(room, "d1", c.SealBallot(vote="v1", receipt="receipt-0001", choice="against"))
    do(room, "chair", paper(for_=2))
    do(room, "secretary", c.ConfirmTally(entry="t1"))
    do(room, "chair", c.CloseVote(vote="v1"))
    assert (outcome(room).tally.for_, outcome(room).tally.against) == (2, 1)


def test_hands_have_no_place_in_a_secret_vote(room: Database) -> None:
    open_vote(room, rule=Rule(secrecy="secret"))
    hands = c.EnterTally(vote="v1", entry="t1", kind="hands", ballots=1, tally=HandTally(for_=1))
    assert refusal(room, "secretary", hands) == "tally.hands-secret"


def test_two_people_answer_for_a_count(room: Database) -> None:
    open_vote(room)
    do(room, "secretary", paper(for_=2))
    assert refusal(room, "secretary", c.ConfirmTally(entry="t1")) == "tally.own"
    assert refusal(room, "chair", c.CloseVote(vote="v1")) == "tally.unconfirmed"
    do(room, "chair", c.ConfirmTally(entry="t1"))
    assert refusal(room, "chair", c.ConfirmTally(entry="t1")) == "tally.confirmed"
    do(room, "chair", c.CloseVote(vote="v1"))
    assert outcome(room).tally.for_ == 2


def test_a_wrong_count_is_taken_away_until_the_close(room: Database) -> None:
    open_vote(room)
    do(room, "secretary", paper(for_=2))
    do(room, "chair", c.ConfirmTally(entry="t1"))
    do(room, "secretary", c.RemoveTally(entry="t1"))
    do(room, "secretary", paper("t2", for_=3))
    do(room, "chair", c.ConfirmTally(entry="t2"))
    do(room, "chair", c.CloseVote(vote="v1"))
    assert outcome(room).tally.for_ == 3
    assert refusal(room, "chair", c.RemoveTally(entry="t2")) == "tally.vote-not-open"
    assert refusal(room, "chair", paper("t3", for_=1)) == "tally.vote-not-open"


def test_paper_and_tablets_together_are_never_more_than_the_roll(room: Database) -> None:
    open_vote(room)
    do(room, "d1", c.CastBallot(vote="v1", choice="for"))
    assert refusal(room, "secretary", paper(for_=6)) == "tally.too-many"
    do(room, "secretary", paper(for_=3))
    assert refusal(room, "secretary", paper("t2", for_=3)) == "tally.too-many"
    for user in ("d2", "d3", "d4"):
        do(room, user, c.CastBallot(vote="v1", choice="for"))
    assert refusal(room, "chair", c.ConfirmTally(entry="t1")) == "tally.too-many"


def test_a_ballot_too_many_after_the_confirmation_stops_the_close(room: Database) -> None:
    open_vote(room)
    do(room, "secretary", paper(for_=5))
    do(room, "chair", c.ConfirmTally(entry="t1"))
    for user in ("d1", "d2"):
        do(room, user, c.CastBallot(vote="v1", choice="for"))
    assert refusal(room, "chair", c.CloseVote(vote="v1")) == "tally.too-many"


def test_weighted_votes_are_not_counted_by_hand(room: Database) -> None:
    voters = [VoterLine(user="d1", weight=3), VoterLine(user="d2")]
    do(room, "chair", c.PrepareVote(vote="v1", item="i2", question="?", rule=Rule(), voters=voters))
    do(room, "chair", c.OpenVote(vote="v1"))
    assert refusal(room, "secretary", paper(for_=1)) == "tally.weighted"


def test_only_the_desk_counts(room: Database) -> None:
    open_vote(room)
    assert refusal(room, "d1", paper(for_=1)) == "not-allowed"
    do(room, "secretary", paper(for_=1))
    assert refusal(room, "d1", c.ConfirmTally(entry="t1")) == "not-allowed"


def sheet(ballots: int, lines: dict[str, HandSums], **more: Any) -> Sheet:
    return Sheet("paper", ballots, lines=lines, **more)


@pytest.mark.parametrize(
    ("rule", "wrong", "code"),
    [
        (Rule(), Sheet("paper", 3, HandTally(for_=2)), "tally.sum"),
        (Rule(), Sheet("paper", 2, HandTally(for_=2), invalid=1), "tally.sum"),
        (Rule(), Sheet("paper", 1, blank=1, invalid=1), "tally.sum"),
        (Rule(), Sheet("paper", 1, HandTally(for_=1), {"o1": HandSums(for_=1)}), "tally.form"),
        (LIST, sheet(2, {"o1": HandSums(for_=3)}), "tally.sum"),
        (LIST, sheet(2, {"o1": HandSums(for_=2), "o2": HandSums(for_=2), "o3": HandSums(for_=1)}), "tally.sum"),
        (LIST, sheet(2, {"o1": HandSums(for_=1)}), "tally.sum"),
        (LIST, sheet(2, {"o1": HandSums(for_=2, against=1)}), "tally.sum"),
        (LIST, sheet(1, {"o9": HandSums(for_=1)}), "tally.form"),
        (LIST, Sheet("paper", 1, HandTally(for_=1), {"o1": HandSums(for_=1)}), "tally.form"),
        (CANDIDATES, sheet(2, {"o1": HandSums(for_=1, against=1, abstain=1)}), "tally.sum"),
    ],
)
def test_numbers_that_cannot_be_are_refused(rule: Rule, wrong: Sheet, code: str) -> None:
    with pytest.raises(Refused, match=code):
        check_sheet(rule, [] if rule.method == "standard" else OPTIONS, wrong)


@settings(derandomize=True)
@given(st.lists(st.tuples(st.sets(st.sampled_from(["o1", "o2", "o3"]), max_size=2), st.booleans()), min_size=1))
def test_whatever_a_box_of_list_ballots_holds_its_true_count_is_accepted(ballots: list[tuple[set[str], bool]]) -> None:
    """Each ballot: what it picks (nothing: blank), and whether it is invalid."""
    good = [picks for picks, invalid in ballots if not invalid]
    sums = {option.id: HandSums(for_=sum(option.id in picks for picks in good)) for option in OPTIONS}
    blank = sum(not picks for picks in good)
    told = sheet(len(ballots), sums, blank=blank, invalid=len(ballots) - len(good))
    check_sheet(LIST, OPTIONS, told)
    merged = counted([told, told])
    assert merged.cast == merged.paper == 2 * len(ballots)
    assert sum(line.for_ for line in merged.lines.values()) == 2 * sum(len(picks) for picks in good)


def test_the_minutes_name_who_entered_and_who_confirmed_a_count(room: Database) -> None:
    open_vote(room)
    do(room, "secretary", paper("t1", for_=1, against=1))
    do(room, "chair", c.ConfirmTally(entry="t1"))
    do(room, "chair", c.CloseVote(vote="v1"))
    told = {block.id: block for block in room.read(lambda s: draft(s, MEETING)).blocks}["vote:v1:sentence"]
    assert "Kết quả kiểm phiếu giấy (2) do Người secretary nhập, Người chair xác nhận." in told.text
    assert len({trace.seq for trace in told.events}) >= 4, "entering and confirming are among its events"
