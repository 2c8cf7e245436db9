"""A scan comes in: readable at once, its letters later, and everybody is told what cannot be searched."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from icabinet.documents.recognise import recogniser
from tests.documents.office_makers import scan
from tests.jobs.test_leaves import opened
from tests.patience import PATIENCE
from tests.server.conftest import Server, Tab, receive
from tests.server.test_ask import ask, wait_for_passages
from tests.server.test_documents import put, wait_until_read

LINE = "Giao Công an thành phố hoàn thành trước ngày 15 tháng 12"


def scanned(pages: int = 1) -> bytes:
    file = io.BytesIO()
    pictures = [scan([f"{LINE}, tờ số {number}"]) for number in range(pages)]
    pictures[0].save(file, "TIFF", save_all=True, append_images=pictures[1:])
    return file.getvalue()


def wait_until(tab: Tab, **wanted: object) -> dict[str, object]:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = dict(tab.records()["version"]["p1v"])
        if all(found[name] == value for name, value in wanted.items()):
            return found
        time.sleep(0.1)
    raise AssertionError(f"never {wanted}")


@pytest.mark.skipif(recogniser() is None, reason="Tesseract with Vietnamese is not installed")
def test_a_scan_is_readable_at_once_and_its_letters_are_found_later(server: Server) -> None:
    secretary = server.tab("secretary")
    with secretary.follow(secretary.at()) as desk:
        assert secretary.upload(scanned(2), "quét.tiff").status_code == 201
        stages = set()
        while "recognising" not in stages:
            told = receive(desk, "signal")
            if told["kind"] == "reading":
                stages |= {step["stage"] for step in told["value"]["versions"].values()}
    done = wait_until(secretary, state="ready", work="")
    assert done["warnings"] == ["page-recognised:1-2"]
    secretary.do("paper.publish", papers=["p1"])
    delegate = server.tab("d1")
    wait_for_passages(delegate, "Công an thành phố hoàn thành trước ngày nào")
    answer = ask(delegate, "Công an thành phố hoàn thành trước ngày nào")
    assert "15 tháng 12" in answer["passages"][0]["quote"]
    assert answer["passages"][0]["boxes"][0]["quads"]
    assert answer["unread"] == []
    assert put(delegate, content=scanned(), name="quét.tiff") == 201
    assert wait_until_read(delegate) == "ready"
    (page,), picture = opened(delegate.http.get("/api/documents/e1/leaves").content)
    assert "Công an thành phố" in page.text, "one's own scan is searched as well"
    assert len(page.words) > 6 * 10
    assert picture


@pytest.mark.skipif(recogniser() is None, reason="Tesseract with Vietnamese is not installed")
def test_a_secret_scan_is_searched_by_its_readers_only_and_nothing_keeps_its_letters(server: Server) -> None:
    secretary, reader, other = (server.tab(user) for user in ("secretary", "d1", "d2"))
    assert secretary.upload(scanned(), "quét.tiff", readers='["user:d1"]').status_code == 201
    wait_until(secretary, state="ready", work="")
    secretary.do("paper.publish", papers=["p1"])
    assert "opening" not in secretary.records()
    answer = reader.http.get("/api/versions/p1v/words")
    assert answer.headers["cache-control"] == "no-store"
    (page,), pictures = opened(answer.content)
    assert "Công an thành phố" in page.text
    assert len(page.words) > 6 * 10
    assert (page.picture, pictures) == (0, b"")
    assert [one["user"] for one in secretary.records()["opening"].values()] == ["d1"]
    assert other.http.get("/api/versions/p1v/words").status_code == 404
    assert reader.http.get("/api/versions/p1v/leaves").status_code == 404


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Server]:
    """A server on a machine without Tesseract and LibreOffice."""
    monkeypatch.setenv("PATH", str(tmp_path))
    yield request.getfixturevalue("server")


def test_without_a_recogniser_people_and_the_assistant_say_what_cannot_be_searched(bare: Server) -> None:
    secretary = bare.tab("secretary")
    secretary.upload(scanned(), "quét.tiff")
    found = wait_until(secretary, state="ready")
    assert (found["warnings"], found["work"]) == (["page-without-text:1"], "")
    secretary.do("paper.publish", papers=["p1"])
    delegate = bare.tab("d1")
    assert delegate.records()["version"]["p1v"]["warnings"] == ["page-without-text:1"]
    assert ask(delegate, "Công an thành phố hoàn thành trước ngày nào?")["unread"] == [{"title": "quét", "pages": "1"}]


def test_an_old_word_file_waits_for_libreoffice_and_can_be_read_again(bare: Server) -> None:
    secretary = bare.tab("secretary")
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(1024)
    assert secretary.upload(old, "cũ.doc").status_code == 201
    found = wait_until(secretary, state="failed")
    assert found["reason"] == "paper.needs-office"
    assert "LibreOffice" in str(found["message"])
    secretary.do("paper.read-again", paper="p1")
    assert wait_until(secretary, state="failed")["reason"] == "paper.needs-office"
