"""What a person asked is his alone and can be wiped; a reported answer tells nobody who reported it."""

from __future__ import annotations

import json
from typing import Any

from tests.server.conftest import Server, Tab
from tests.server.test_cited import draft, publish
from tests.server.test_files import SENTENCE

QUESTION = "Đã kích hoạt bao nhiêu tài khoản?"


def asked(tab: Tab) -> Any:
    answer = tab.http.get("/api/streams/m1/asked")
    return [one["question"] for one in answer.json()["asked"]] if answer.status_code == 200 else answer.status_code


def ask(tab: Tab, question: str, **more: str) -> dict[str, Any]:
    answer = tab.http.post("/api/streams/m1/ask", json={"question": question, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_history_is_ones_own_and_is_wiped_whole(server: Server) -> None:
    delegate, other, secretary = server.tab("d1"), server.tab("d2"), server.tab("secretary")
    ask(delegate, QUESTION, id="question-1")
    ask(delegate, QUESTION, id="question-1")
    ask(delegate, "Ai chủ trì?", id="question-2")
    ask(other, "Câu của người khác", id="question-1")
    ask(delegate, "Câu không giữ lại")
    assert sorted(asked(delegate)) == ["Ai chủ trì?", QUESTION]
    assert asked(other) == ["Câu của người khác"]
    assert asked(secretary) == []
    assert asked(server.tab("outsider")) == 404
    assert QUESTION not in str(secretary.records()) + str(delegate.records()), "it is in no log that others follow"
    assert delegate.http.delete("/api/streams/m1/asked").status_code == 204
    assert (asked(delegate), asked(other)) == ([], ["Câu của người khác"])


def test_a_report_becomes_a_question_of_the_evaluation_without_a_name(server: Server) -> None:
    secretary, delegate, administrator = server.tab("secretary"), server.tab("d1"), server.tab("administrator")
    publish(secretary, "p1", SENTENCE)
    publish(secretary, "p2", "Câu chỉ có trong tài liệu mật của cuộc họp.", readers=("user:d1",))
    draft(secretary, "p3", "Câu chỉ có trong dự thảo chưa phát hành.")
    for report, wrong, expected in (
        ("report-4", "hidden", "dự thảo chưa phát hành"),
        ("report-1", "hidden", SENTENCE.upper()),
        ("report-2", "absent", ""),
        ("report-3", "quotes", "tài liệu mật của cuộc họp"),
    ):
        told = {"report": report, "question": QUESTION, "wrong": wrong, "expected": expected}
        for _ in range(2):
            assert delegate.http.post("/api/streams/m1/reports", json=told).status_code == 204
    assert delegate.http.get("/api/reported-answers.jsonl").status_code == 403
    content = administrator.http.get("/api/reported-answers.jsonl").text
    lines = {line["id"]: line for line in map(json.loads, content.splitlines())}
    assert lines["reported-report-1"] == {
        "id": "reported-report-1",
        "question": QUESTION,
        "answerable": True,
        "gold_doc": ["p1.docx"],
        "gold_quote": [SENTENCE.upper()],
    }
    assert (lines["reported-report-2"]["answerable"], lines["reported-report-2"]["gold_quote"]) == (False, [])
    assert lines["reported-report-3"]["gold_doc"] == [], "a secret paper is not named"
    assert lines["reported-report-4"]["gold_doc"] == [], "nor is a draft"
    assert '"d1"' not in content


def test_a_question_about_a_passage_finds_the_others_and_not_itself(server: Server) -> None:
    secretary, delegate = server.tab("secretary"), server.tab("d1")
    passage = "Đến nay đã kích hoạt 1.102.750 tài khoản định danh điện tử mức độ 2."
    other = "Số tài khoản định danh điện tử mức độ 2 đã kích hoạt là 968.420."
    publish(secretary, "p1", passage)
    publish(secretary, "p2", other)
    found = ask(delegate, "Tài liệu khác nói gì?", about=passage)
    for _ in range(100):
        if found["passages"]:
            break
        found = ask(delegate, "Tài liệu khác nói gì?", about=passage)
    quotes = [one["quote"] for one in found["passages"]]
    assert other in quotes
    assert passage not in quotes
    assert found["question"] == "Tài liệu khác nói gì?"
