"""Big screens: what can be put on a wall, and who is told."""

from __future__ import annotations

import pytest

from icabinet.domain import commands as c
from icabinet.domain.errors import Refused
from icabinet.domain.screens import MOST
from icabinet.store.database import Database
from tests.actions.test_reach import refusal, seen
from tests.rooms import add_paper, do, found_meeting


@pytest.fixture
def room(db: Database) -> Database:
    found_meeting(db)
    add_paper(db, pages=3)
    return db


def test_a_screen_is_added_by_setting_it_and_keeps_its_place(room: Database) -> None:
    do(room, "chair", c.SetScreen(screen="main", name="Chính"))
    do(room, "secretary", c.SetScreen(screen="left", name="Bên trái", shows="clock"))
    do(room, "chair", c.SetScreen(screen="main", name="Chính", shows="message", text="  Nghỉ 15 phút "))
    shown = seen(room, "screen")["screen"]
    assert [(shown[name]["position"], shown[name]["shows"]) for name in ("main", "left")] == [
        (0, "message"),
        (1, "clock"),
    ]
    assert shown["main"]["text"] == "Nghỉ 15 phút"


def test_only_the_desk_and_the_screens_know_what_they_show(room: Database) -> None:
    do(room, "chair", c.SetScreen(screen="main", name="Chính"))
    assert all("main" in seen(room, user)["screen"] for user in ("chair", "secretary", "screen"))
    assert all("screen" not in seen(room, user) for user in ("d1", "guest"))
    assert refusal(room, "d1", c.SetScreen(screen="main", name="Chính")) == "not-allowed"


def test_a_paper_must_be_published_and_have_the_page(room: Database) -> None:
    wall = c.SetScreen(screen="main", name="Chính", shows="paper", paper="p1", page=3)
    do(room, "secretary", wall)
    too_far = c.SetScreen(screen="main", name="Chính", shows="paper", paper="p1", page=4)
    assert refusal(room, "secretary", too_far) == "screen.no-such-page"
    do(room, "secretary", c.RecallPaper(paper="p1", reason="Có sai sót"))
    assert refusal(room, "secretary", wall) == "paper.not-published"


def test_without_a_paper_a_screen_follows_the_presenter(room: Database) -> None:
    do(room, "chair", c.SetScreen(screen="main", name="Chính", shows="paper"))
    assert seen(room, "screen")["screen"]["main"]["paper"] is None


def test_a_message_needs_words(room: Database) -> None:
    assert (
        refusal(room, "chair", c.SetScreen(screen="main", name="Chính", shows="message", text=" \n"))
        == "screen.no-text"
    )


def test_two_screens_are_told_apart_by_their_names(room: Database) -> None:
    do(room, "chair", c.SetScreen(screen="main", name="Hội trường"))
    assert refusal(room, "chair", c.SetScreen(screen="left", name=" hội trường ")) == "screen.name-taken"
    do(room, "chair", c.SetScreen(screen="main", name="Hội trường", shows="clock"))
    do(room, "chair", c.SetScreen(screen="main", name="HỘI TRƯỜNG", shows="clock"))


def test_a_removed_screen_is_gone_for_all(room: Database) -> None:
    do(room, "chair", c.SetScreen(screen="main", name="Chính"))
    do(room, "secretary", c.RemoveScreen(screen="main"))
    assert "screen" not in seen(room, "screen")
    assert refusal(room, "chair", c.RemoveScreen(screen="main")) == "not-found"


def test_there_is_an_end_to_screens(room: Database) -> None:
    for number in range(MOST):
        do(room, "chair", c.SetScreen(screen=f"s{number}", name=f"Màn hình {number}"))
    with pytest.raises(Refused, match="screen"):
        do(room, "chair", c.SetScreen(screen="more", name="Một màn hình nữa"))
    do(room, "chair", c.SetScreen(screen="s0", name="Vẫn đổi được", shows="clock"))
