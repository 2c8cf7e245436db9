"""Signing in, and the three gates seen from outside."""

from __future__ import annotations

import httpx2

from tests.server.conftest import PASSWORD, Server, get, post


def test_the_cookie_is_http_only_and_same_site(server: Server) -> None:
    answer = post(f"{server.url}/api/sign-in", json={"login": "chair", "password": PASSWORD})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_wrong_password_says_how_many_tries_are_left_and_then_waits(server: Server) -> None:
    def attempt(password: str) -> httpx2.Response:
        return post(f"{server.url}/api/sign-in", json={"login": "d1", "password": password})

    left = [attempt("sai mật khẩu").json()["facts"]["left"] for _ in range(5)]
    assert left == [4, 3, 2, 1, 0]
    assert attempt(PASSWORD).status_code == 429
    other = post(f"{server.url}/api/sign-in", json={"login": "d2", "password": PASSWORD})
    assert other.status_code == 200, "another person is not made to wait"


def test_an_unknown_login_is_answered_like_a_wrong_password(server: Server) -> None:
    answer = post(f"{server.url}/api/sign-in", json={"login": "khong-co", "password": "x"})
    assert answer.status_code == 401
    assert answer.json()["error"] == "sign-in.wrong"


def test_nothing_is_served_without_signing_in(server: Server) -> None:
    for path in ("/api/me", "/api/meetings", "/api/streams/m1", "/api/versions/p1v/reading", "/api/users"):
        answer = get(server.url + path)
        assert answer.status_code == 401, path
        assert answer.json()["message"].startswith("Phiên đăng nhập đã hết")


def test_a_change_needs_the_csrf_token(server: Server) -> None:
    tab = server.tab("d1")
    del tab.http.headers["x-csrf-token"]
    assert tab.command("attendance.check-in").json()["error"] == "csrf"
    assert server.tab("d2").records()["attendance"]["d1"]["state"] == "absent"


def test_a_meeting_does_not_exist_for_those_outside_it(server: Server) -> None:
    outsider = server.tab("outsider")
    assert outsider.http.get("/api/streams/m1").status_code == 404
    assert outsider.http.get("/api/meetings").json()["meetings"] == []
    assert outsider.command("attendance.check-in").status_code == 403


def test_the_office_is_for_its_administrators(server: Server) -> None:
    assert server.tab("d1").http.get("/api/users").status_code == 403
    assert server.tab("d1").http.get("/api/streams/office").status_code == 404
    users = server.tab("administrator").http.get("/api/users").json()["users"]
    assert {"chair", "secretary", "d1"} <= {user["login"] for user in users}
    assert "password" not in users[0]


def test_a_new_password_ends_the_other_tabs_of_the_person(server: Server) -> None:
    tab, other = server.tab("d1"), server.tab("d1")
    changed = tab.http.post("/api/me/password", json={"current": PASSWORD, "password": "mat-khau-moi-2"})
    assert changed.status_code == 204
    assert tab.http.get("/api/me").status_code == 200
    assert other.http.get("/api/me").status_code == 401


def test_messages_are_english_for_those_who_ask(server: Server) -> None:
    answer = get(f"{server.url}/api/me", headers={"accept-language": "en"})
    assert answer.json()["message"] == "Your session has ended. Please sign in again."


def test_every_page_forbids_foreign_scripts(server: Server) -> None:
    policy = get(f"{server.url}/api/health").headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
