"""The calendar to subscribe to, and the search over all of one's meetings."""

from __future__ import annotations

from typing import Any

import httpx2
import icalendar

from icabinet.domain.wording import folded
from icabinet.views.find import excerpt
from tests.server.conftest import Server, get
from tests.server.test_ask import DRAFT, wait_for_passages
from tests.server.test_files import SENTENCE, wait_until_read, word_file


def events(answer: httpx2.Response) -> list[Any]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/calendar")
    return list(icalendar.Calendar.from_ical(answer.text).walk("VEVENT"))


def test_a_calendar_shows_its_owners_meetings_and_nothing_else(server: Server) -> None:
    tab, outsider = server.tab("d1"), server.tab("outsider")
    assert tab.http.get("/api/me/calendar").json() == {"since": None}
    made = tab.http.post("/api/me/calendar").json()
    address = made["address"]
    assert made["code"].startswith("<svg")
    first = get(address)
    (event,) = events(first)
    assert (event["SUMMARY"], event["STATUS"]) == ("Phiên họp thử", "CONFIRMED")
    again = get(address, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert not events(get(outsider.http.post("/api/me/calendar").json()["address"]))
    server.tab("chair").do("meeting.call-off", reason="Bão số 9")
    off = get(address, headers={"if-none-match": first.headers["etag"]})
    assert events(off)[0]["STATUS"] == "CANCELLED"
    renewed = tab.http.post("/api/me/calendar").json()["address"]
    assert get(address).status_code == 404
    assert len(events(get(renewed))) == 1
    assert tab.http.delete("/api/me/calendar").status_code == 204
    assert get(renewed).status_code == 404


def test_words_are_found_in_agenda_and_conclusion_by_members_only(server: Server) -> None:
    server.tab("chair").do("meeting.start")
    server.tab("chair").do("item.conclude", item="i2", text="Giao Sở Nội vụ trình Đề án vị trí việc làm")
    found = server.tab("d1").http.get("/api/find", params={"words": "de an vi tri"}).json()
    assert [(hit["meeting"], hit["where"]) for hit in found["hits"]] == [("m1", "conclusion")]
    assert "Đề án vị trí" in found["hits"][0]["text"]
    assert server.tab("outsider").http.get("/api/find", params={"words": "de an vi tri"}).json()["hits"] == []
    assert server.tab("d1").http.get("/api/find", params={"words": "x"}).status_code == 400


def test_words_are_found_in_papers_that_the_asker_may_read(server: Server) -> None:
    secretary, delegate = server.tab("secretary"), server.tab("d1")
    secretary.upload(word_file(SENTENCE), "báo cáo.docx", paper="p1")
    secretary.upload(word_file(DRAFT), "dự toán.docx", paper="p2")
    wait_until_read(secretary, "p1v")
    wait_until_read(secretary, "p2v")
    secretary.do("paper.publish", papers=["p1"])
    wait_for_passages(delegate, "tài khoản định danh điện tử")
    wait_for_passages(secretary, "kinh phí trung tâm dữ liệu mới", DRAFT)
    found = delegate.http.get("/api/find", params={"words": "dinh danh dien tu"}).json()
    assert [(hit["where"], hit["paper"], hit["page"]) for hit in found["hits"]] == [("paper", "p1", 1)]
    hidden = {"words": "kinh phi trung tam"}
    assert secretary.http.get("/api/find", params=hidden).json()["hits"][0]["paper"] == "p2"
    assert delegate.http.get("/api/find", params=hidden).json() == {"hits": [], "papers": True}


def test_what_stands_around_the_words_is_shown() -> None:
    assert folded("Đề ÁN ĐƯỜNG") == "de an duong"
    assert excerpt("Kế hoạch\n phát triển", ["hoach"]) == "Kế hoạch phát triển"
    assert excerpt("Kế hoạch", ["hoach", "khac"]) is None
    assert excerpt("a" * 200 + " Đề án " + "b" * 200, ["de"]) == "…" + "a" * 89 + " Đề án " + "b" * 84 + "…"
