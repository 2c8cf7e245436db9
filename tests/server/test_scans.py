"""A scan comes in: readable at once, its letters later, and everybody is told what cannot be searched."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from icabinet.documents.recognise import recogniser
from tests.documents.office_makers import scan
from tests.server.conftest import Server, Tab, receive
from tests.server.test_ask import ask, wait_for_passages

LINE = "Giao Công an thành phố hoàn thành trước ngày 15 tháng 12"


def scanned(pages: int = 1) -> bytes:
    file = io.BytesIO()
    pictures = [scan([f"{LINE}, tờ số {number}"]) for number in range(pages)]
    pictures[0].save(file, "TIFF", save_all=True, append_images=pictures[1:])
    return file.getvalue()


def wait_until(tab: Tab, **wanted: object) -> dict[str, object]:
    until = time.monotonic() + 90
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
            told = receive(desk, "signal", seconds=60)
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
