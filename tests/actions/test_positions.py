"""Positions before the meeting, and the common vote out of which anybody takes an item."""

from __future__ import annotations

import pytest

from icabinet.domain import commands as c
from icabinet.domain import positions
from icabinet.domain.errors import Refused
from icabinet.domain.votes import Rule
from icabinet.store.database import Database
from tests.actions.test_reach import refusal, seen
from tests.rooms import do, found_meeting, start


@pytest.fixture
def room(db: Database) -> Database:
    found_meeting(db)
    do(db, "secretary", c.AddItem(item="i3", title="Nội dung thứ ba"))
    return db


def block(db: Database, *items: str) -> None:
    question = positions.question([int(item[1:]) for item in items])
    do(db, "chair", c.PrepareVote(vote="v1", item=items[0], items=list(items), question=question, rule=Rule()))


def test_a_position_is_seen_by_its_owner_and_the_desk(room: Database) -> None:
    do(room, "d1", c.SetPosition(item="i2", stance="remark", text=" Cần rõ kinh phí "))
    for user in ("d1", "chair", "secretary"):
        assert seen(room, user)["position"]["i2.d1"]["text"] == "Cần rõ kinh phí"
    for user in ("d2", "guest", "screen"):
        assert "position" not in seen(room, user)


def test_a_position_changes_until_the_item_is_reached(room: Database) -> None:
    do(room, "d1", c.SetPosition(item="i1", stance="agree"))
    do(room, "d1", c.SetPosition(item="i1", stance="speak"))
    assert seen(room, "d1")["position"]["i1.d1"]["stance"] == "speak"
    start(room, ["d1"])
    assert refusal(room, "d1", c.SetPosition(item="i1", stance="agree")) == "position.item-begun"
    assert refusal(room, "d1", c.WithdrawPosition(item="i1")) == "position.item-begun"
    do(room, "d1", c.SetPosition(item="i2", stance="agree"))
    do(room, "d1", c.WithdrawPosition(item="i2"))
    assert "i2.d1" not in seen(room, "d1")["position"]


def test_a_remark_needs_words_and_a_guest_has_no_position(room: Database) -> None:
    assert refusal(room, "d1", c.SetPosition(item="i1", stance="remark", text=" ")) == "position.no-text"
    assert refusal(room, "guest", c.SetPosition(item="i1", stance="agree")) == "not-allowed"
    assert refusal(room, "d1", c.WithdrawPosition(item="i1")) == "not-found"


def test_everybody_sees_the_common_vote_and_takes_an_item_out(room: Database) -> None:
    block(room, "i1", "i2", "i3")
    assert seen(room, "guest")["block"]["v1"]["items"] == ["i1", "i2", "i3"]
    do(room, "d1", c.SetPosition(item="i1", stance="agree"))
    do(room, "d1", c.PullFromBlock(vote="v1", item="i1"))
    shown = seen(room, "d2")["block"]["v1"]
    assert shown["items"] == ["i2", "i3"]
    assert shown["question"] == "Thông qua một lần nội dung 2 và 3 trong chương trình (không có ý kiến khác)"
    assert seen(room, "chair")["vote"]["v1"]["item"] == "i2"
    assert seen(room, "chair")["position"]["i1.d1"]["stance"] == "speak"
    assert refusal(room, "d1", c.PullFromBlock(vote="v1", item="i1")) == "block.not-in-it"


def test_the_last_item_stays_as_an_ordinary_vote(room: Database) -> None:
    block(room, "i1", "i2")
    do(room, "d1", c.PullFromBlock(vote="v1", item="i1"))
    assert "block" not in seen(room, "d1")
    assert refusal(room, "d2", c.PullFromBlock(vote="v1", item="i2")) == "block.not-in-it"


def test_once_open_nothing_is_taken_out(room: Database) -> None:
    block(room, "i1", "i2")
    start(room, ["d1", "d2", "d3"])
    do(room, "chair", c.OpenVote(vote="v1"))
    assert "block" not in seen(room, "d1")
    assert refusal(room, "d1", c.PullFromBlock(vote="v1", item="i2")) == "block.opened"


def test_a_question_worded_by_the_desk_stays(room: Database) -> None:
    items = ["i1", "i2", "i3"]
    do(
        room,
        "chair",
        c.PrepareVote(vote="v1", item="i1", items=items, question="Thông qua ba nghị quyết?", rule=Rule()),
    )
    do(room, "d1", c.PullFromBlock(vote="v1", item="i2"))
    assert seen(room, "chair")["vote"]["v1"]["question"] == "Thông qua ba nghị quyết?"


def test_a_removed_item_takes_its_positions_along(room: Database) -> None:
    do(room, "d1", c.SetPosition(item="i3", stance="agree"))
    do(room, "secretary", c.RemoveItem(item="i3"))
    assert "position" not in seen(room, "chair")


def test_what_was_pulled_is_not_put_back_by_editing_the_vote(room: Database) -> None:
    do(room, "secretary", c.PrepareVote(vote="v1", item="i1", items=["i1", "i2"], question="?", rule=Rule()))
    do(room, "d1", c.PullFromBlock(vote="v1", item="i2"))
    for items in (["i1", "i2"], ["i2"]):
        with pytest.raises(Refused, match=r"block\.pulled"):
            do(room, "secretary", c.EditVote(vote="v1", item="i1", items=items, question="?", rule=Rule()))
    do(room, "secretary", c.EditVote(vote="v1", item="i1", question="Đổi", rule=Rule()))
    do(room, "secretary", c.PrepareVote(vote="v2", item="i2", question="Riêng?", rule=Rule()))
