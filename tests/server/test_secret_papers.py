"""Secret papers through the server: nobody else's at any gate, and every page a reader gets carries his name."""

from __future__ import annotations

import io
import time

import pypdf

from tests.patience import PATIENCE
from tests.server.conftest import Server, Tab, wait_for_change
from tests.server.test_ask import ask, wait_for_passages
from tests.server.test_files import wait_until_read, word_file

SECRET = "Phương án nhân sự dự kiến gồm bảy đồng chí thuộc diện quy hoạch."
QUESTION = "phương án nhân sự dự kiến"


def publish_secret(secretary: Tab) -> None:
    for wrong in ("d1", '["d1"]', '["user:nobody"]'):
        assert secretary.upload(word_file(SECRET), "phương án.docx", readers=wrong).status_code in (400, 409)
    assert secretary.upload(word_file(SECRET), "phương án.docx", readers='["user:d1"]').status_code == 201
    wait_until_read(secretary)
    secretary.do("paper.publish", papers=["p1"])


def words_of(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_each_reader_gets_a_copy_with_his_name_that_nothing_keeps(server: Server) -> None:
    secretary, reader = server.tab("secretary"), server.tab("d1")
    publish_secret(secretary)
    answer = reader.http.get("/api/versions/p1v/reading")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert all("MẬT · Người d1 · " in page and "nhân sự" in page for page in words_of(answer.content))
    half = reader.http.get("/api/versions/p1v/reading", headers={"range": "bytes=100-"})
    assert (half.status_code, half.content) == (206, answer.content[100:])
    assert "MẬT · Người secretary" in words_of(secretary.http.get("/api/versions/p1v/reading").content)[0]
    for tab in (reader, secretary):
        assert tab.http.get("/api/versions/p1v/original").json()["error"] == "paper.view-only"
        assert tab.http.get("/api/versions/p1v/leaves").status_code == 404, (
            "its words come with a name across them only"
        )
        empty = tab.http.get("/api/versions/p1v/words")
        assert (empty.status_code, empty.content) == (204, b""), "it is no scan"


def test_the_secretary_sees_who_opened_it_when(server: Server) -> None:
    secretary, reader = server.tab("secretary"), server.tab("d1")
    publish_secret(secretary)
    with secretary.follow(secretary.at()) as socket:
        reader.http.get("/api/versions/p1v/reading")
        kind, _, value = wait_for_change(socket, "opening")
    assert (kind, value["user"], value["paper"]) == ("opening", "d1", "p1")
    assert "opening" not in reader.records()


def test_nobody_else_finds_it_at_any_gate(server: Server) -> None:
    secretary, reader, other, chair = (server.tab(user) for user in ("secretary", "d1", "d2", "chair"))
    with other.follow(other.at()) as socket:
        publish_secret(secretary)
        reader.do("comment.add", comment="c1", paper="p1", text="Về phương án nhân sự")
        secretary.do("item.add", item="i9", title="Nội dung chót")
        heard, until = "", time.monotonic() + PATIENCE
        while "Nội dung chót" not in heard:
            heard += str(socket.recv(timeout=max(0.01, until - time.monotonic())))
    assert "nhân sự" not in heard and "phương án" not in heard
    wait_for_passages(reader, QUESTION, SECRET)
    for tab in (other, chair):
        assert "phương án" not in str(tab.records())
        assert tab.http.get("/api/versions/p1v/reading").status_code == 404
        assert tab.http.get("/api/versions/p1v/original").status_code == 404
        assert tab.http.get("/api/versions/p1v/words").status_code == 404
        told = ask(tab, QUESTION)
        assert not told["passages"] and not told["missing"]
        assert "nhân sự" not in str(tab.http.get("/api/streams/m1/suggestions").json()).replace(QUESTION, "")
        assert [meeting["papers"] for meeting in tab.http.get("/api/meetings").json()["meetings"]] == [0]


def test_a_published_paper_that_becomes_secret_is_gone_for_the_others_at_once(server: Server) -> None:
    secretary, other = server.tab("secretary"), server.tab("d2")
    secretary.upload(word_file(SECRET), "phương án.docx")
    wait_until_read(secretary)
    secretary.do("paper.publish", papers=["p1"])
    assert other.http.get("/api/versions/p1v/reading").status_code == 200
    with other.follow(other.at()) as socket:
        secretary.do("paper.readers", paper="p1", readers=["role:chair"])
        assert wait_for_change(socket, "paper") == ["paper", "p1", None]
    assert other.http.get("/api/versions/p1v/reading").status_code == 404
