"""Asking the assistant over the server: quotations with their place, and nothing of what one may not see."""

from __future__ import annotations

import time
from typing import Any

from tests.patience import PATIENCE
from tests.server.conftest import Server, Tab
from tests.server.test_files import SENTENCE, wait_until_read, word_file


def ask_archive(tab: Tab, question: str, **narrowed: str | int) -> dict[str, Any]:
    answer = tab.http.post("/api/archive/ask", json={"question": question, **narrowed})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


DRAFT = "Dự kiến kinh phí cho trung tâm dữ liệu mới của thành phố là 145 tỷ đồng."


def ask(tab: Tab, question: str) -> dict[str, Any]:
    answer = tab.http.post("/api/streams/m1/ask", json={"question": question})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def wait_for_passages(tab: Tab, question: str, quote: str = "") -> dict[str, Any]:
    """The index follows the papers within moments; `quote` waits for a certain one."""
    until = time.monotonic() + PATIENCE
    while True:
        found = ask(tab, question)
        if any(quote in passage["quote"] for passage in found["passages"]) or time.monotonic() > until:
            return found
        time.sleep(0.2)


def test_an_answer_quotes_the_paper_word_for_word_with_page_and_box(server: Server) -> None:
    secretary, delegate = server.tab("secretary"), server.tab("d1")
    secretary.upload(word_file(SENTENCE, "Các đơn vị báo cáo trước ngày 15 hằng tháng."), "báo cáo.docx")
    wait_until_read(secretary)
    secretary.do("paper.publish", papers=["p1"])
    found = wait_for_passages(delegate, "so tai khoan dinh danh dien tu da kich hoat")
    best = found["passages"][0]
    assert best["quote"] == SENTENCE
    assert (best["paper"], best["version"], best["page"]) == ("p1", "p1v", 1)
    left, top, right, bottom = best["boxes"][0]["quads"][0]
    assert 0 < left < right <= 6120
    assert 0 < top < bottom <= 8420
    assert found["mode"] == "keywords", "without a model the answer says so"


def test_a_paper_that_is_not_searched_yet_is_named(server: Server) -> None:
    """Or "the papers do not tell" would be said of a paper that nobody has read."""
    secretary = server.tab("secretary")
    secretary.upload(word_file(SENTENCE), "báo cáo.docx")
    wait_until_read(secretary)
    until = time.monotonic() + PATIENCE
    while not (found := ask(secretary, "tài khoản định danh điện tử"))["passages"]:
        assert found["missing"] == ["báo cáo"]
        assert time.monotonic() < until
    assert found["missing"] == []


def test_a_draft_or_recalled_paper_leaves_no_trace_in_anothers_answer(server: Server) -> None:
    secretary, delegate = server.tab("secretary"), server.tab("d1")
    secretary.upload(word_file(SENTENCE), "báo cáo.docx", paper="p1")
    secretary.upload(word_file(DRAFT), "dự toán.docx", paper="p2")
    wait_until_read(secretary, "p1v")
    wait_until_read(secretary, "p2v")
    secretary.do("paper.publish", papers=["p1"])
    question = "kinh phí trung tâm dữ liệu mới"
    assert wait_for_passages(secretary, question, DRAFT)["passages"][0]["quote"] == DRAFT
    assert "145" not in str(ask(delegate, question))
    assert "145" not in str(ask_archive(delegate, question))
    secretary.do("paper.publish", papers=["p2"])
    assert "145" in str(ask(delegate, question))
    told = ask_archive(delegate, question)
    assert (told["papers"], told["meetings"], told["passages"][0]["meeting"]["stream"]) == (2, 1, "m1")
    assert told["passages"][0]["quote"] == DRAFT
    choices = delegate.http.get("/api/archive").json()
    inside = {"year": choices["years"][0], "kind": choices["kinds"][0]}
    assert ask_archive(delegate, question, **inside)["papers"] == 2
    assert ask_archive(delegate, question, **inside, agency="Cơ quan khác")["papers"] == 0
    assert ask_archive(delegate, question, year=inside["year"] - 1)["passages"] == []
    assert server.tab("outsider").http.get("/api/archive").json() == {"years": [], "kinds": [], "agencies": []}
    nothing = ask_archive(server.tab("outsider"), question)
    assert (nothing["papers"], nothing["passages"], nothing["state"]) == (0, [], "refused")
    secretary.do("paper.recall", paper="p2", reason="Có sai sót")
    assert "145" not in str(ask(delegate, question))
    assert "145" not in str(ask_archive(delegate, question))


def test_only_participants_ask_and_questions_are_bounded(server: Server) -> None:
    outsider, delegate = server.tab("outsider"), server.tab("d1")
    assert outsider.http.post("/api/streams/m1/ask", json={"question": "x"}).status_code == 404
    assert delegate.http.post("/api/streams/m1/ask", json={"question": "x" * 2000}).status_code == 400
    assert delegate.http.post("/api/streams/m1/ask", json={"question": ""}).status_code == 400
