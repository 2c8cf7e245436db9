"""Files that were asked for: taken from whom they were asked, and from nobody else."""

from __future__ import annotations

from urllib.parse import quote

import httpx2

from tests.server.conftest import Server, Tab
from tests.server.test_files import leftovers, pdf_file, wait_until_read

LATER = 4_000_000_000_000


def hand_in(tab: Tab, paper: str = "s1") -> httpx2.Response:
    headers = {"idempotency-key": tab.key(), "x-file-name": quote("báo cáo.pdf")}
    params = {"paper": paper, "version": f"{paper}v"}
    return tab.http.post("/api/streams/m1/requests/q1/papers", params=params, content=pdf_file(), headers=headers)


def test_whom_it_asks_hands_in_and_reads_his_own_paper_and_others_cannot(server: Server) -> None:
    secretary, asked, other, outsider = (server.tab(user) for user in ("secretary", "d1", "d2", "outsider"))
    secretary.do("request.ask", request="q1", item="i2", title="Báo cáo", addressee="user:d1", deadline=LATER)
    assert hand_in(other).status_code == hand_in(outsider).status_code == 404
    assert leftovers(server) == []
    assert hand_in(asked).status_code == 201
    assert wait_until_read(asked, "s1v")["state"] == "ready"
    assert asked.http.get("/api/versions/s1v/reading").status_code == 200
    assert other.http.get("/api/versions/s1v/reading").status_code == 404
    assert asked.records()["paper_request"]["q1"]["state"] == "submitted"
    assert "paper_request" not in other.records()


def test_the_secretary_hands_in_for_them_and_an_approved_paper_is_not_changed_by_another_file(server: Server) -> None:
    secretary, asked = server.tab("secretary"), server.tab("d1")
    secretary.do("request.ask", request="q1", item="i2", title="Báo cáo", addressee="user:d1", deadline=LATER)
    assert hand_in(secretary).status_code == 201, "who sees the request may answer it"
    assert [handed["by"] for handed in asked.records()["paper_request"]["q1"]["rounds"]] == ["secretary"]
    wait_until_read(secretary, "s1v")
    secretary.do("request.approve", request="q1")
    assert hand_in(asked, "s2").json()["error"] == "request.approved"
    assert leftovers(server) == []
    assert asked.http.get("/api/versions/s1v/reading").status_code == 404, "a draft is the secretary's"
