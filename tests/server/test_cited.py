"""Which paper cites which, over the server: for the asker's papers only."""

from __future__ import annotations

from typing import Any

from tests.server.conftest import Server, Tab
from tests.server.test_ask import ask, wait_for_passages
from tests.server.test_files import wait_until_read, word_file

REPORT = "Thực hiện điểm a khoản 1 Mục I Chỉ thị số 15/CT-UBND ngày 02 tháng 3 năm 2026, đã sửa 31 tuyến phố."
ALSO = "Căn cứ Kế hoạch số 77/KH-UBND về chỉnh trang vỉa hè."
DIRECTIVE = ("Số: 15/CT-UBND", "I. NHIỆM VỤ", "1. Phòng Quản lý đô thị", "a) Lập danh mục tuyến phố phải sửa.")


def cited(tab: Tab, paper: str) -> Any:
    answer = tab.http.get(f"/api/streams/m1/papers/{paper}/citations")
    return answer.json()["cited"] if answer.status_code == 200 else answer.status_code


def linked(tab: Tab, question: str) -> list[tuple[str, str]]:
    (links,) = [one["links"] for one in ask(tab, question)["passages"] if one["quote"] == REPORT]
    return [(link["label"], link["to"]["paper"]) for link in links]


def draft(secretary: Tab, paper: str, *lines: str) -> None:
    """Read, and seen by nobody but the secretary."""
    secretary.upload(word_file(*lines), f"{paper}.docx", paper=paper)
    wait_until_read(secretary, f"{paper}v")


def publish(secretary: Tab, paper: str, *lines: str, readers: tuple[str, ...] = ()) -> None:
    draft(secretary, paper, *lines)
    if readers:
        secretary.do("paper.readers", paper=paper, readers=list(readers))
    secretary.do("paper.publish", papers=[paper])


def test_a_citation_leads_to_the_paper_only_for_those_who_may_read_it(server: Server) -> None:
    secretary, reader, other = server.tab("secretary"), server.tab("d1"), server.tab("d2")
    publish(secretary, "p1", REPORT, ALSO)
    draft(secretary, "p2", *DIRECTIVE)
    assert cited(reader, "p1")[0]["mentions"][0]["to"] is None, "a draft is not even there"
    assert cited(reader, "p2") == 404
    secretary.do("paper.readers", paper="p2", readers=["user:d1"])
    secretary.do("paper.publish", papers=["p2"])
    first, second = cited(reader, "p1")
    (mention,) = first["mentions"]
    assert (first["label"], first["date"], mention["part"]) == (
        "Chỉ thị số 15/CT-UBND",
        "2026-03-02",
        "điểm a khoản 1 Mục I",
    )
    assert (mention["to"]["paper"], mention["to"]["page"]) == ("p2", 1)
    assert len(mention["to"]["quads"]) == 1, "the point that was named is lit"
    assert second["mentions"][0]["to"] is None
    assert cited(other, "p1")[0]["mentions"][0]["to"] is None, "the secret paper is not even there"
    assert cited(other, "p2") == 404
    assert cited(server.tab("outsider"), "p1") == 404

    missing = secretary.http.get("/api/streams/m1/missing-papers").json()["missing"]
    assert [(one["label"], [paper["paper"] for paper in one["cited_by"]]) for one in missing] == [
        ("Kế hoạch số 77/KH-UBND", ["p1"])
    ]
    assert reader.http.get("/api/streams/m1/missing-papers").status_code == 403

    question = "sửa bao nhiêu tuyến phố"
    wait_for_passages(reader, question, REPORT)
    assert linked(reader, question) == [("điểm a khoản 1 Mục I Chỉ thị số 15/CT-UBND", "p2")]
    assert linked(other, question) == []

    asked = ask(reader, "Chỉ thị 15 nói gì về tuyến phố?")
    assert asked["within"] == ["p2"]
    assert {passage["paper"] for passage in asked["passages"]} == {"p2"}
    assert ask(other, "Chỉ thị 15 nói gì về tuyến phố?")["within"] == []

    secretary.do("paper.recall", paper="p2", reason="Có sai sót")
    assert cited(reader, "p1")[0]["mentions"][0]["to"] is None
