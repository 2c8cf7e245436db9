"""Following the presenter: who may lead, who is shown what, and those who come late."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from websockets.sync.client import ClientConnection

from icabinet.store.database import Database
from tests.patience import PATIENCE
from tests.rooms import add_paper
from tests.server.conftest import Server, receive

PART = [0, 250, 1000, 750]


def show(tablet: ClientConnection, page: int | None, version: str = "p1v", part: list[int] | None = None) -> None:
    value = None if page is None else {"version": version, "page": page, "part": part or PART}
    tablet.send(json.dumps({"type": "signal", "stream": "m1", "kind": "page", "value": value}))


def page(tablet: ClientConnection, seconds: float = PATIENCE) -> dict[str, Any]:
    """The next page that this tablet is shown; presence is no page."""
    while (told := receive(tablet, "signal", seconds=seconds))["kind"] != "page":
        pass
    return told


def nothing(tablet: ClientConnection, seconds: float = 1.0) -> None:
    with pytest.raises(TimeoutError):
        page(tablet, seconds)


@pytest.fixture
def room(server: Server) -> Server:
    db = Database(server.database)
    add_paper(db)
    add_paper(db, paper="p2", publish=False)
    db.close()
    return server


def test_page_and_part_reach_everybody_and_late_comers(room: Server) -> None:
    chair, delegate = room.tab("chair"), room.tab("d1")
    with chair.follow(chair.at()) as desk, delegate.follow(delegate.at()) as tablet:
        show(tablet, 1)
        show(desk, 2)
        told = page(tablet)
        assert told["value"] == {"version": "p1v", "page": 2, "part": PART}
        assert told["user"] == "chair"
        late = room.tab("d2")
        with late.follow(late.at()) as other:
            assert page(other)["value"]["page"] == 2
        show(desk, None)
        assert page(tablet)["value"] is None
        with late.follow(late.at()) as other:
            assert page(other)["value"] is None


def test_of_many_pages_the_last_one_arrives_and_few_of_the_others(room: Server) -> None:
    chair, delegate = room.tab("chair"), room.tab("d1")
    with chair.follow(chair.at()) as desk, delegate.follow(delegate.at()) as tablet:
        start = time.monotonic()
        for number in range(200):
            show(desk, 1 + number % 3, part=[0, 0, 1000, number + 1])
        got = [page(tablet)["value"]["part"][3]]
        while got[-1] != 200:
            got.append(page(tablet)["value"]["part"][3])
        assert len(got) <= 2 + 4 * (time.monotonic() - start)
        assert got == sorted(got)


def test_whom_the_chair_names_may_present_until_the_chair_takes_it_back(room: Server) -> None:
    chair, delegate, other = room.tab("chair"), room.tab("d1"), room.tab("d2")
    with delegate.follow(delegate.at()) as leader, other.follow(other.at()) as tablet:
        show(leader, 1)
        nothing(tablet)
        assert delegate.command("presenter.name", user="d1").status_code == 403
        chair.do("presenter.name", user="d1")
        assert other.records()["presenter"] == {"m1": {"user": "d1"}}
        show(leader, 3)
        assert page(tablet)["value"]["page"] == 3
        chair.do("presenter.name", user=None)
        show(leader, 1)
        nothing(tablet)
        assert chair.command("presenter.name", user="screen").status_code == 400


def test_a_paper_that_somebody_may_not_read_is_words_for_him(room: Server) -> None:
    """The secretary sees the draft, the others are told that something is shown, without its name or page."""
    chair, secretary, delegate = room.tab("chair"), room.tab("secretary"), room.tab("d1")
    chair.do("presenter.name", user="secretary")
    with secretary.follow(secretary.at()) as leader, delegate.follow(delegate.at()) as tablet:
        show(leader, 2, version="p2v")
        assert page(leader)["value"]["version"] == "p2v"
        assert page(tablet)["value"] == {"hidden": True}
        late = room.tab("d2")
        with late.follow(late.at()) as other:
            assert page(other)["value"] == {"hidden": True}


def test_the_chair_cannot_show_what_the_chair_may_not_read_or_what_does_not_exist(room: Server) -> None:
    chair, delegate = room.tab("chair"), room.tab("d1")
    with chair.follow(chair.at()) as desk, delegate.follow(delegate.at()) as tablet:
        show(desk, 1, version="p2v")
        show(desk, 1, version="nothing")
        nothing(tablet)
