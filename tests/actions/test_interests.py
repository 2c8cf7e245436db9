"""Who has a stake in an item says so, and is off the roll of its votes."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from icabinet.actions import viewer
from icabinet.domain import commands as c
from icabinet.domain.commands import Command
from icabinet.domain.errors import Refused
from icabinet.domain.votes import Rule
from icabinet.store.database import Database
from icabinet.store.tables import Interest, Vote
from icabinet.views.minutes import draft
from icabinet.views.snapshot import View, everything, seen_by
from tests.rooms import MEETING, do, found_meeting, open_vote, start


@pytest.fixture
def room(db: Database) -> Database:
    found_meeting(db)
    start(db, ["d1", "d2", "d3"])
    return db


def seen(db: Database, user: str) -> View:
    def look(session: Session) -> View:
        found = everything(session, MEETING)
        assert found is not None
        return seen_by(viewer(session, user, MEETING), found[1])

    return db.read(look)


def refusal(db: Database, user: str, command: Command) -> str:
    with pytest.raises(Refused) as refused:
        do(db, user, command)
    return refused.value.code


def declared(user: str = "", reason: str = "Có vốn góp trong doanh nghiệp được giao đất") -> c.DeclareInterest:
    return c.DeclareInterest(item="i2", reason=reason, user=user)


def test_whoever_declared_is_off_the_roll_and_out_of_the_base(room: Database) -> None:
    do(room, "d1", declared())
    open_vote(room, rule=Rule(base="entitled", numerator=1, denominator=1, more_than=False))
    assert refusal(room, "d1", c.CastBallot(vote="v1", choice="against")) == "ballot.not-entitled"
    for user in ("d2", "d3"):
        do(room, user, c.CastBallot(vote="v1", choice="for"))
    do(room, "chair", c.CloseVote(vote="v1"))
    vote = room.read(lambda s: s.get_one(Vote, "v1"))
    assert (vote.entitled, vote.present) == (2, 2)
    assert vote.outcome is not None and vote.outcome.passed


def test_an_interest_in_one_item_is_none_in_another(room: Database) -> None:
    do(room, "d1", c.DeclareInterest(item="i1", reason="Người thân dự tuyển"))
    open_vote(room)
    do(room, "d1", c.CastBallot(vote="v1", choice="for"))


def test_everybody_sees_it_and_the_minutes_tell_it(room: Database) -> None:
    do(room, "d1", declared())
    assert seen(room, "guest")["interest"]["i2.d1"]["reason"].startswith("Có vốn góp")
    open_vote(room)
    do(room, "chair", c.CloseVote(vote="v1"))
    blocks = {block.id: block for block in room.read(lambda s: draft(s, MEETING)).blocks}
    told = blocks["interest:i2.d1"]
    assert told.text == (
        "Người d1 (Chuyên viên, Sở Tư pháp) không tham gia biểu quyết nội dung này. "
        "Lý do: Có vốn góp trong doanh nghiệp được giao đất."
    )
    assert told.events, "the sentence rests on the event that made it"


def test_the_desk_declares_for_a_delegate_and_nobody_else_does(room: Database) -> None:
    do(room, "secretary", declared("d1"))
    record = room.read(lambda s: s.get_one(Interest, "i2.d1"))
    assert (record.user_id, record.by) == ("d1", "secretary")
    assert refusal(room, "d2", declared("d3")) == "not-allowed"
    assert refusal(room, "guest", declared()) == "not-allowed"
    assert refusal(room, "secretary", declared()) == "interest.no-vote"


def test_said_again_it_changes_the_reason_and_withdrawn_it_is_gone(room: Database) -> None:
    do(room, "d1", declared())
    do(room, "d1", declared(reason="Lý do khác"))
    assert [row["reason"] for row in seen(room, "d2")["interest"].values()] == ["Lý do khác"]
    do(room, "d1", c.WithdrawInterest(item="i2"))
    assert "interest" not in seen(room, "d2")
    open_vote(room)
    do(room, "d1", c.CastBallot(vote="v1", choice="for"))


def test_while_a_vote_on_the_item_is_open_nothing_moves(room: Database) -> None:
    do(room, "d2", declared())
    open_vote(room)
    assert refusal(room, "d1", declared()) == "interest.vote-open"
    assert refusal(room, "d2", c.WithdrawInterest(item="i2")) == "interest.vote-open"
    do(room, "d1", c.DeclareInterest(item="i1", reason="Nội dung khác thì được"))


def test_a_reason_of_blanks_is_none(room: Database) -> None:
    assert refusal(room, "d1", declared(reason="   ")) == "interest.no-reason"


def test_an_item_or_member_taken_away_takes_the_declaration_with_it(db: Database) -> None:
    found_meeting(db)
    do(db, "d1", declared())
    do(db, "d2", declared())
    do(db, "secretary", c.RemoveMember(user="d1"))
    assert list(seen(db, "d3")["interest"]) == ["i2.d2"]
    do(db, "secretary", c.RemoveItem(item="i2"))
    assert "interest" not in seen(db, "d3")
