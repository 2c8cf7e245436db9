"""Rooms and seats over HTTP: what only the desk is given, and what everybody hears."""

from __future__ import annotations

from tests.server.conftest import Server, wait_for_change

ROWS = ["ooo", "o.o"]


def test_the_desk_is_given_rooms_and_sign_in_names_and_nobody_else(server: Server) -> None:
    administrator = server.tab("administrator")
    drawn = administrator.command("hall.set", stream="office", hall="h1", name="Hội trường", rows=ROWS)
    assert drawn.status_code == 200
    for login in ("chair", "secretary"):
        tab = server.tab(login)
        assert tab.http.get("/api/streams/m1/halls").json()["halls"] == [
            {"id": "h1", "name": "Hội trường", "rows": ROWS}
        ]
        assert tab.http.get("/api/streams/m1/logins").json()["logins"]["d1"] == "d1"
    for login, status in (("d1", 403), ("guest", 403), ("screen", 403), ("outsider", 404), ("administrator", 404)):
        for path in ("halls", "logins"):
            assert server.tab(login).http.get(f"/api/streams/m1/{path}").status_code == status, (login, path)


def test_a_guest_hears_who_is_moved(server: Server) -> None:
    server.tab("administrator").command("hall.set", stream="office", hall="h1", name="Hội trường", rows=ROWS)
    secretary, guest = server.tab("secretary"), server.tab("guest")
    secretary.do("seating.choose", hall="h1")
    with guest.follow(guest.at()) as tablet:
        secretary.do("seating.assign", seats=[{"user": "d1", "seat": "B2"}])
        assert wait_for_change(tablet, "seat") == ["seat", "d1", {"seat": "B2"}]
        secretary.do("seating.clear")
        assert wait_for_change(tablet, "seat") == ["seat", "d1", None]


def test_a_plan_that_cannot_be_is_refused_in_words(server: Server) -> None:
    administrator = server.tab("administrator")
    for rows in ([], ["x"], ["o" * 61], ["o"] * 61):
        answer = administrator.command("hall.set", stream="office", hall="h1", name="Hội trường", rows=rows)
        assert (answer.status_code, answer.json()["error"]) == (400, "bad-request"), rows
    answer = administrator.command("hall.set", stream="office", hall="h1", name="Hội trường", rows=["oo", "o"])
    assert answer.status_code == 400 and "dài ngắn khác nhau" in answer.json()["message"]


def test_a_thousand_seats_are_assigned_at_once(server: Server) -> None:
    """The longest list that a tablet sends: everybody of a full hall, by the names that tablets draw."""
    rows = ["o" * 60] * 17
    server.tab("administrator").command("hall.set", stream="office", hall="h1", name="Hội trường", rows=rows)
    secretary = server.tab("secretary")
    secretary.do("seating.choose", hall="h1")
    seats = [{"user": f"{number:022}", "seat": f"Q{number % 60 + 1}"} for number in range(3600)]
    answer = secretary.command("seating.assign", seats=seats)
    assert (answer.status_code, answer.json()["error"]) == (409, "seat.not-member")
