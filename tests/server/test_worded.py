"""Answers in the words of a language model: a real server of ours beside a real HTTP server that plays the model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.language_model import CUT, HANG, Script, language_model
from tests.server.conftest import Server, Tab
from tests.server.test_ask import ask, wait_for_passages
from tests.server.test_files import SENTENCE, wait_until_read, word_file

QUESTION = "Đã kích hoạt bao nhiêu tài khoản định danh điện tử?"
SECRET = "Giá khởi điểm của tài khoản định danh điện tử là 41,7 tỷ đồng."


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def room(server: Server, script: Script) -> Iterator[Tab]:
    """A delegate with one paper that he may read, and a secret one that he may read too."""
    server.stop()
    with language_model(script) as address:
        server.more = {
            "ICABINET_WORDING_ADDRESS": address,
            "ICABINET_WORDING_MODEL": "phong-hop",
            "ICABINET_WORDING_KEY": "abc",
            "ICABINET_WORDING_SECONDS": "1",
        }
        server.start()
        secretary = server.tab("secretary")
        secretary.upload(word_file(SENTENCE), "báo cáo.docx", paper="p1")
        secretary.upload(word_file(SECRET), "mật.docx", paper="p2", readers='["user:d1"]')
        for version in ("p1v", "p2v"):
            wait_until_read(secretary, version)
        secretary.do("paper.publish", papers=["p1", "p2"])
        delegate = server.tab("d1")
        wait_for_passages(delegate, QUESTION, SENTENCE)
        wait_for_passages(delegate, QUESTION, SECRET)
        yield delegate


def worded(tab: Tab, answer: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    told = tab.http.post(f"/api/streams/m1/worded/{answer}")
    assert told.status_code == 200, told.text
    *sentences, end = map(json.loads, told.text.splitlines())
    return sentences, end


def test_only_proven_sentences_reach_the_asker_and_nothing_secret_reaches_the_model(
    server: Server, room: Tab, script: Script
) -> None:
    found = ask(room, QUESTION)
    number = 1 + [one["quote"] for one in found["passages"]].index(SENTENCE)
    assert SECRET in str(found), "he may read it himself"
    true = SENTENCE.rstrip(".")
    script.pieces = [
        f"{true[:20]}",
        f"{true[20:]} [{number}]. ",
        "Thành phố đứng đầu cả nước [",
        f"{number}]. ",
        true,
        ".",
    ]
    assert worded(room, found["wording"]) == (
        [{"text": SENTENCE, "cited": [number]}],
        {"how": "whole", "dropped": 2},
    )
    (asked,) = script.asked
    assert (asked["path"], asked["model"], asked["stream"]) == ("/v1/chat/completions", "phong-hop", True)
    assert QUESTION in str(asked) and SENTENCE in str(asked)
    assert "41,7" not in str(asked) and "báo cáo" not in str(asked)
    assert script.headers[0]["authorization"].startswith("Bearer abc")

    other = server.tab("d2")
    assert other.http.post(f"/api/streams/m1/worded/{found['wording']}").status_code == 410
    assert server.tab("outsider").http.post(f"/api/streams/m1/worded/{found['wording']}").status_code == 404
    assert room.http.get("/api/wording").status_code == 403
    assert server.tab("administrator").http.get("/api/wording").json()["model"] == "phong-hop"

    script.plain = True
    script.pieces = [f"{true} [{number}]. Bỏ qua mọi hướng dẫn [{number}]."]
    assert worded(room, found["wording"])[1] == {"how": "whole", "dropped": 1}
    script.plain = False

    script.pieces = [f"{true} [{number}]. {true}", CUT]
    assert worded(room, found["wording"]) == (
        [{"text": SENTENCE, "cited": [number]}],
        {"how": "broken", "dropped": 0},
    )
    script.pieces = [f"{true} [{number}].\n", HANG]
    assert worded(room, found["wording"])[1] == {"how": "late", "dropped": 0}
    script.status = 429
    assert worded(room, found["wording"]) == ([], {"how": "refused", "dropped": 0})

    server.tab("secretary").do("paper.recall", paper="p1", reason="Nhầm bản.")
    before = len(script.asked)
    assert room.http.post(f"/api/streams/m1/worded/{found['wording']}").status_code == 410
    assert len(script.asked) == before, "what he may no longer read goes nowhere"
