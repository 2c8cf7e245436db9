"""Requests that are wrong in unusual ways: refused in words, and nothing of them stays."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest

from icabinet.actions import OFFICE
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.server.sign_in import hash_password
from icabinet.store.database import Database
from tests.rooms import do
from tests.server.conftest import PASSWORD, Server, get, post
from tests.server.test_files import pdf_file


def stored(server: Server) -> list[Path]:
    return [path for path in (server.data / "files").rglob("*") if path.is_file()]


def test_a_paper_that_the_rules_refuse_leaves_no_file(server: Server) -> None:
    secretary = server.tab("secretary")
    answer = secretary.upload(pdf_file(), item="no-such-item")
    assert answer.status_code == 404
    assert stored(server) == []
    assert secretary.upload(pdf_file()).status_code == 201
    assert secretary.upload(pdf_file()).json()["error"] == "exists", "the same content again, and refused"
    assert secretary.http.get("/api/versions/p1v/original").content == pdf_file()


def test_bytes_that_are_no_text_are_a_bad_request(server: Server) -> None:
    delegate = server.tab("d1")
    answer = delegate.http.post(
        "/api/streams/m1/commands",
        content=b'{"type":"speech.request","speech":"s1","subject":"\xff"}',
        headers={"idempotency-key": delegate.key()},
    )
    assert (answer.status_code, answer.json()["error"]) == (400, "bad-request")


def test_a_character_that_a_database_cannot_hold_is_refused_everywhere(any_server: Server) -> None:
    delegate = any_server.tab("d1")
    assert delegate.command("note.edit", note="n1", text="a\0b").json()["error"] == "bad-request"
    for path in ("/api/streams/%00", "/api/versions/%00/reading", "/api/streams/%00/minutes"):
        assert delegate.http.get(path).status_code == 404, path


@pytest.mark.parametrize("name", ["m" + "1" * 60, "mộthai", "m1\n"])
def test_a_meeting_has_a_short_plain_name(server: Server, name: str) -> None:
    secretary = server.tab("secretary")
    fields = {"meeting": name, "title": "Họp", "place": "P1", "starts_at": 1, "agency": "VP"}
    answer = secretary.http.post("/api/meetings", json=fields, headers={"idempotency-key": secretary.key()})
    assert (answer.status_code, answer.json()["error"]) == (400, "bad-request")


def test_guesses_made_at_the_same_moment_are_counted_too(server: Server) -> None:
    """The password is kept as in an office: to compare it takes long enough for guesses to meet."""
    db = Database(server.database)
    do(db, SYSTEM, c.SetPassword(user="d1", hash=hash_password(PASSWORD)), OFFICE)
    db.close()

    def attempt(number: int) -> int:
        given = {"login": "d1", "password": f"đoán lần {number}"}
        return post(f"{server.url}/api/sign-in", json=given).status_code

    with ThreadPoolExecutor(12) as together:
        answers = list(together.map(attempt, range(12)))
    assert sorted(answers) == [401] * 5 + [429] * 7


def test_another_sites_form_cannot_sign_anybody_in(server: Server) -> None:
    """A form sent as text/plain can be JSON; the browser would then work under the other site's account."""
    given = {"login": "d1", "password": PASSWORD}
    answer = post(f"{server.url}/api/sign-in", json=given, headers={"origin": "http://evil.example"})
    assert (answer.status_code, answer.json()["error"]) == (403, "csrf")
    own = post(f"{server.url}/api/sign-in", json=given, headers={"origin": server.url})
    assert own.status_code == 200


def test_a_file_name_that_no_disk_can_hold_is_just_not_there(server: Server) -> None:
    answer = get(f"{server.url}/assets/{'a' * 300}.js", headers={"accept-encoding": "gzip"})
    assert answer.status_code == 404


def test_a_method_that_an_address_does_not_know_is_refused_in_words(server: Server) -> None:
    answer = httpx2.delete(f"{server.url}/api/sign-in")
    assert (answer.status_code, answer.json()["error"]) == (405, "bad-request")
    assert answer.headers["allow"] == "POST"
    assert answer.json()["message"]


def test_an_address_of_the_interface_that_does_not_exist_is_not_the_apps_page(server: Server) -> None:
    answer = get(f"{server.url}/api/no-such-thing")
    assert (answer.status_code, answer.json()["error"]) == (404, "not-found")
    assert get(f"{server.url}/no-such-page").headers["content-type"].startswith("text/")


def test_an_answer_to_a_fault_of_our_own_is_protected_too(server: Server) -> None:
    """A database without its tables is such a fault."""
    with sqlite3.connect(server.database.removeprefix("sqlite:///")) as connection:
        connection.execute("DROP TABLE sign_in")
    answer = get(f"{server.url}/api/me", cookies={"icabinet_session": "x"})
    assert (answer.status_code, answer.json()["error"]) == (500, "internal")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
