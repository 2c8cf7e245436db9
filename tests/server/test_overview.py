"""Summaries, the brief and differing figures over the server: of what the asker may see, and of nothing else."""

from __future__ import annotations

from typing import Any

from tests.server.conftest import Server, Tab
from tests.server.test_cited import draft, publish

OURS = (
    "Đến ngày 31 tháng 10 năm 2026, tỷ lệ hồ sơ nộp trực tuyến toàn thành phố đạt 78,4%.",
    "Số liệu chốt lúc 24 giờ 00 ngày 31 tháng 10 năm 2026, tính trên toàn thành phố.",
)
THEIRS = ("Đến ngày 30 tháng 9 năm 2026, tỷ lệ hồ sơ nộp trực tuyến toàn thành phố đạt 75,1%.",)
SECRET = ("Theo kết quả phúc tra, tỷ lệ hồ sơ nộp trực tuyến toàn thành phố đạt 61,7%.",)


def get(tab: Tab, path: str) -> Any:
    answer = tab.http.get(f"/api/streams/m1/{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_each_person_is_laid_out_his_own_papers(server: Server) -> None:
    secretary, reader, other = server.tab("secretary"), server.tab("d1"), server.tab("d2")
    publish(secretary, "p1", *OURS)
    publish(secretary, "p2", *SECRET, readers=("user:d1",))
    for path in ("differing-figures", "brief"):
        assert "61,7" not in str(get(other, path))
        assert "61,7" in str(get(reader, path))
    assert get(other, "differing-figures")["groups"] == []
    assert other.http.get("/api/streams/m1/papers/p2/summary").status_code == 404
    draft(secretary, "p3", *THEIRS)
    for path in ("differing-figures", "brief"):
        assert "75,1" not in str(get(other, path)), "a draft is told to nobody"
    assert other.http.get("/api/streams/m1/papers/p3/summary").status_code == 404
    secretary.do("paper.publish", papers=["p3"])
    assert get(other, "differing-figures")["names"] == ["Hồ sơ nộp trực tuyến toàn thành phố"]
    (group,) = get(other, "differing-figures")["groups"]
    told = {(one["said"]["paper"], one["said"]["quote"][slice(*one["at"])], one["date"]) for one in group}
    assert told == {("p1", "78,4%", "ngày 31 tháng 10 năm 2026"), ("p3", "75,1%", "ngày 30 tháng 9 năm 2026")}
    assert next(one["scope"]["quote"] for one in group if one["scope"]) == OURS[1]
    assert group[0]["said"]["quads"]

    (sentence, *_) = get(reader, "papers/p2/summary?sentences=3")["sentences"]
    assert (sentence["quote"], sentence["page"]) == (SECRET[0], 1)
    assert reader.http.get("/api/streams/m1/papers/p2/summary?sentences=4").status_code == 400
    assert server.tab("outsider").http.get("/api/streams/m1/brief").status_code == 404

    secretary.do("paper.recall", paper="p3", reason="Có sai sót")
    assert get(other, "differing-figures")["groups"] == []
