"""The room's code: who may have it, and where it leads."""

from __future__ import annotations

import pytest

from tests.server.conftest import Server

CODE = "/api/streams/m1/code"


@pytest.mark.parametrize("login", ["chair", "secretary", "screen"])
def test_who_shows_the_code_learns_it_and_where_it_is_typed(server: Server, login: str) -> None:
    shown = server.tab(login).http.get(CODE).json()
    assert len(shown["code"]) == 8
    assert shown["address"] == server.url
    assert shown["until"] > shown["now"]


def test_the_picture_is_fetched_anew_each_time(server: Server) -> None:
    answer = server.tab("screen").http.get(f"{CODE}.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("login", ["d1", "guest"])
@pytest.mark.parametrize("path", [CODE, f"{CODE}.svg"])
def test_nobody_checks_in_from_outside_with_a_code_of_the_own_tablet(server: Server, login: str, path: str) -> None:
    assert server.tab(login).http.get(path).status_code == 403
