"""Calls for service: the desk and the caller see them, nobody else."""

from __future__ import annotations

import pytest

from icabinet.actions import viewer
from icabinet.domain import commands as c
from icabinet.domain.errors import Refused
from icabinet.store.database import Database
from icabinet.views.snapshot import everything, seen_by
from tests.rooms import MEETING, do, found_meeting


def seen(db: Database, user: str) -> set[str]:
    found = db.read(lambda s: everything(s, MEETING))
    assert found is not None
    who = db.read(lambda s: viewer(s, user, MEETING))
    return set(seen_by(who, found[1]).get("service", {}))


def refusal(db: Database, user: str, command: c.Command) -> str:
    with pytest.raises(Refused) as refused:
        do(db, user, command)
    return refused.value.code


def test_a_call_reaches_the_desk_alone_and_is_done_once(db: Database) -> None:
    found_meeting(db)
    do(db, "d1", c.CallService(call="w1", kind="water"))
    assert [seen(db, user) for user in ("d1", "secretary", "d2", "screen")] == [{"w1"}, {"w1"}, set(), set()]
    assert refusal(db, "d2", c.FinishService(call="w1")) == "service.not-yours"
    do(db, "secretary", c.FinishService(call="w1"))
    assert refusal(db, "d1", c.FinishService(call="w1")) == "service.done"


def test_the_same_thing_is_not_called_twice_and_other_says_what(db: Database) -> None:
    found_meeting(db)
    do(db, "d1", c.CallService(call="w1", kind="water"))
    assert refusal(db, "d1", c.CallService(call="w2", kind="water")) == "service.asked"
    assert refusal(db, "d1", c.CallService(call="w2", kind="other", text=" ")) == "service.text"
    do(db, "d1", c.CallService(call="w2", kind="paper"))
    do(db, "d1", c.CallService(call="w3", kind="technician"))
    assert refusal(db, "d1", c.CallService(call="w4", kind="other", text="Micro")) == "service.many"
