"""A paper with the asker's marks: his own and those shared with him, and nobody else's."""

from __future__ import annotations

import io
import threading

import anyio
from pypdf import PdfReader
from starlette.requests import Request
from starlette.types import Message

from icabinet.server.own_copy import hear_leaving
from tests.server.conftest import Server, Tab
from tests.server.test_files import wait_until_read, word_file

POINTS = "w-Bw-BgIoGkDA"


def contents(tab: Tab, version: str = "p1v") -> list[tuple[str, str, str]]:
    """Kind, author and words of all annotations of the asker's copy."""
    answer = tab.http.get(f"/api/versions/{version}/own-copy")
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "attachment" in answer.headers["content-disposition"]
    pages = PdfReader(io.BytesIO(answer.content), strict=True).pages
    found = [entry.get_object() for page in pages for entry in page.get("/Annots", [])]
    return [(str(entry["/Subtype"]), str(entry["/T"]), str(entry["/Contents"])) for entry in found]


def note(tab: Tab, name: str, text: str) -> None:
    tab.do("note.add", note=name, version="p1v", page=1, quads=[[700, 700, 900, 800]], exact="đoạn", text=text)


def test_it_has_ones_own_marks_and_those_that_are_shared(server: Server) -> None:
    secretary, first, second, third = (server.tab(user) for user in ("secretary", "d1", "d2", "d3"))
    assert secretary.upload(word_file("Nội dung để đánh dấu"), "a.docx").status_code == 201
    wait_until_read(secretary)
    secretary.do("paper.publish", papers=["p1"])
    note(first, "n1", "của riêng tôi")
    note(first, "n2", "")
    first.do("ink.draw", version="p1v", strokes=[{"stroke": "k1", "page": 1, "points": POINTS}])
    note(second, "n3", "chia sẻ với một người")
    second.do("note.share", note="n3", shared=True, named=["user:d1"])
    own = [("/Highlight", "Người d1", "của riêng tôi"), ("/Text", "Người d1", "của riêng tôi")]
    drawn = [("/Highlight", "Người d1", ""), ("/Ink", "Người d1", "")]
    shared = [(kind, "Người d2", "chia sẻ với một người") for kind in ("/Highlight", "/Text")]
    assert sorted(contents(first)) == sorted(own + drawn + shared)
    assert sorted(contents(second)) == shared
    assert contents(third) == []


def test_a_secret_paper_is_not_taken_away_so_and_one_that_is_not_seen_does_not_exist(server: Server) -> None:
    secretary, reader, other = (server.tab(user) for user in ("secretary", "d1", "d2"))
    assert secretary.upload(word_file("Nội dung mật"), "a.docx").status_code == 201
    wait_until_read(secretary)
    assert reader.http.get("/api/versions/p1v/own-copy").status_code == 404, "a draft"
    secretary.do("paper.readers", paper="p1", readers=["user:d1"])
    secretary.do("paper.publish", papers=["p1"])
    assert reader.http.get("/api/versions/p1v/own-copy").json()["error"] == "paper.view-only"
    assert other.http.get("/api/versions/p1v/own-copy").status_code == 404


def test_it_is_heard_when_the_asker_hangs_up() -> None:
    said: list[Message] = [{"type": "http.request", "body": b""}, {"type": "http.disconnect"}]
    gone = threading.Event()

    async def receive() -> Message:
        return said.pop(0)

    anyio.run(hear_leaving, Request({"type": "http"}, receive), gone)
    assert gone.is_set()
