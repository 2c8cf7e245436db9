"""A new version of a paper over the wire: who sees it when, what becomes of notes, and what has changed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import httpx2

from tests.patience import PATIENCE
from tests.rooms import MEETING
from tests.server.conftest import Server, Tab, wait_for_change
from tests.server.test_files import wait_until_read, word_file

FIRST = (
    "Điều 1. Phạm vi điều chỉnh",
    "Nghị quyết này quy định mức hỗ trợ cho hộ nghèo trên địa bàn thành phố giai đoạn 2026 đến 2030.",
    "Mức hỗ trợ là 1.500.000 đồng mỗi tháng cho một hộ có đủ hồ sơ theo quy định của Sở Tài chính.",
    "Điều 2. Tổ chức thực hiện",
    "Sở Lao động rà soát danh sách hộ nghèo và công khai tại trụ sở từng xã trước ngày 15 hằng tháng.",
    "Ủy ban nhân dân xã chịu trách nhiệm về tính chính xác của danh sách đã công khai nêu trên.",
)
SECOND = (
    *FIRST[:2],
    FIRST[2].replace("1.500.000", "2.000.000"),
    *FIRST[3:5],
    "Nghị quyết có hiệu lực từ ngày ký ban hành.",
)


def hand_in(tab: Tab, content: bytes, version: str = "p1w", paper: str = "p1") -> httpx2.Response:
    headers = {"idempotency-key": tab.key(), "x-file-name": quote("bản 2.docx")}
    path = f"/api/streams/{MEETING}/papers/{paper}/versions"
    return tab.http.post(path, params={"version": version}, content=content, headers=headers)


def published(server: Server) -> tuple[Tab, Tab]:
    secretary, delegate = server.tab("secretary"), server.tab("d1")
    assert secretary.upload(word_file(*FIRST), "bản 1.docx").status_code == 201
    wait_until_read(secretary)
    secretary.do("paper.publish", papers=["p1"])
    return secretary, delegate


def replaced(secretary: Tab) -> None:
    assert hand_in(secretary, word_file(*SECOND)).status_code == 201
    assert wait_until_read(secretary, "p1w")["state"] == "ready"
    secretary.do("version.use", paper="p1", version="p1w")


def note(tab: Tab, name: str, exact: str, version: str = "p1v") -> None:
    tab.do("note.add", note=name, version=version, page=1, quads=[[10, 10, 20, 20]], exact=exact)


def until(tab: Tab, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        placements = tab.records().get("placement", {})
        if wanted(placements):
            return placements
        time.sleep(0.1)
    raise AssertionError(tab.records().get("placement"))


def test_a_version_that_waits_is_the_secretarys_and_then_everybodys(server: Server) -> None:
    secretary, delegate = published(server)
    assert hand_in(delegate, word_file(*SECOND)).status_code == 403
    assert hand_in(secretary, word_file(*SECOND)).status_code == 201
    wait_until_read(secretary, "p1w")
    assert set(delegate.records()["version"]) == {"p1v"}
    assert delegate.http.get("/api/versions/p1w/reading").status_code == 404
    assert delegate.http.get("/api/versions/p1w/changes/p1v").status_code == 404
    assert hand_in(secretary, word_file("khác"), "p1x").status_code == 409, "one waits already"
    with delegate.follow(delegate.at()) as tablet:
        secretary.do("version.use", paper="p1", version="p1w")
        assert wait_for_change(tablet, "paper")[2]["version"] == "p1w"
    assert set(delegate.records()["version"]) == {"p1v", "p1w"}
    for version in ("p1v", "p1w"):
        assert delegate.http.get(f"/api/versions/{version}/reading").status_code == 200, "the old one stays readable"
    assert secretary.command("version.use", paper="p1", version="p1v").status_code == 409, "there is no way back"
    secretary.do("paper.recall", paper="p1", reason="Sai số liệu")
    for version in ("p1v", "p1w"):
        assert delegate.http.get(f"/api/versions/{version}/reading").status_code == 404


def test_a_version_that_waits_can_be_withdrawn(server: Server) -> None:
    secretary, _ = published(server)
    hand_in(secretary, word_file(*SECOND))
    wait_until_read(secretary, "p1w")
    secretary.do("version.remove", version="p1w")
    assert set(secretary.records()["version"]) == {"p1v"}
    assert secretary.command("version.remove", version="p1v").status_code == 409, "the one in use stays"
    assert hand_in(secretary, word_file(*SECOND), "p1x").status_code == 201


def test_notes_follow_and_what_is_uncertain_is_their_owners_to_decide(server: Server) -> None:
    secretary, delegate = published(server)
    note(delegate, "same", "công khai tại trụ sở từng xã")
    note(delegate, "figure", "Mức hỗ trợ là 1.500.000 đồng mỗi tháng")
    note(delegate, "gone", "chịu trách nhiệm về tính chính xác của danh sách")
    note(delegate, "stays", "Ủy ban nhân dân xã chịu trách nhiệm về tính chính xác")
    delegate.do("note.share", note="figure", shared=True)
    replaced(secretary)
    placements = until(delegate, lambda found: len(found) == 4)
    states = {name: placement["state"] for name, placement in placements.items()}
    assert states == {"same": "kept", "figure": "changed", "gone": "lost", "stays": "lost"}
    notes = delegate.records()["note"]
    assert (notes["same"]["version"], notes["figure"]["version"]) == ("p1w", "p1v")
    assert notes["same"]["quads"] != [[10, 10, 20, 20]], "it stands where the words are"
    assert "2.000.000" in placements["figure"]["exact"]
    assert "placement" not in secretary.records(), "nobody else is told, of a shared note neither"

    assert delegate.command("note.take", note="figure", version="p1v").status_code == 409
    assert secretary.command("note.take", note="figure", version="p1w").status_code == 404
    delegate.do("note.take", note="figure", version="p1w")
    delegate.do("note.stay", note="stays")
    place: dict[str, Any] = {"page": 1, "quads": [[1, 2, 30, 40]], "exact": "Nghị quyết có hiệu lực"}
    assert delegate.command("note.place", note="gone", version="p1w", **place | {"page": 99}).status_code == 409
    delegate.do("note.place", note="gone", version="p1w", **place)
    notes = secretary.records()["note"]
    assert "2.000.000" in notes["figure"]["exact"], "the shared note stands there for everybody"
    notes = delegate.records()["note"]
    assert [notes[name]["version"] for name in ("figure", "gone", "stays")] == ["p1w", "p1w", "p1v"]
    delegate.do("note.remove", note="stays")
    assert set(delegate.records()["placement"]) == {"same", "figure", "gone"}


def test_a_note_that_comes_late_is_carried_too_and_a_choice_to_stay_is_kept(server: Server) -> None:
    secretary, delegate = published(server)
    note(delegate, "stays", "chịu trách nhiệm về tính chính xác của danh sách")
    replaced(secretary)
    until(delegate, lambda found: "stays" in found)
    delegate.do("note.stay", note="stays")
    note(delegate, "late", "rà soát danh sách hộ nghèo")
    assert until(delegate, lambda found: "late" in found)["late"]["state"] == "kept"
    hand_in(secretary, word_file(*SECOND[1:], *FIRST[5:]), "p1x")
    wait_until_read(secretary, "p1x")
    secretary.do("version.use", paper="p1", version="p1x")
    placements = until(delegate, lambda found: found["late"]["version"] == "p1x")
    assert placements["stays"]["state"] == "stays"


def test_the_changes_are_told_word_by_word(server: Server) -> None:
    secretary, delegate = published(server)
    replaced(secretary)
    answer = delegate.http.get("/api/versions/p1w/changes/p1v")
    assert answer.status_code == 200, answer.text
    rows = answer.json()["rows"]
    assert [row["kind"] for row in rows[:2]] == ["same", "same"]
    (changed,) = (row for row in rows if row["kind"] == "changed")
    assert [piece[:2] for piece in changed["pieces"] if piece[0] != "="] == [["-", "1.500.000"], ["+", "2.000.000"]]
    assert changed["old"]["page"] == changed["new"]["page"] == 1
    assert {"added", "removed"} <= {row["kind"] for row in rows}
    assert delegate.http.get("/api/versions/p1w/changes/p1v").content == answer.content
    assert server.tab("outsider").http.get("/api/versions/p1w/changes/p1v").status_code == 404
    assert secretary.upload(word_file("Tài liệu khác"), "khác.docx", paper="p2").status_code == 201
    wait_until_read(secretary, "p2v")
    assert secretary.http.get("/api/versions/p1w/changes/p2v").status_code == 404, "versions of two papers"


def test_the_versions_of_a_secret_paper_are_for_its_readers_and_are_not_compared(server: Server) -> None:
    secretary, delegate = published(server)
    other = server.tab("d2")
    secretary.do("paper.readers", paper="p1", readers=["user:d1"])
    note(delegate, "n1", "chịu trách nhiệm về tính chính xác của danh sách")
    replaced(secretary)
    until(delegate, lambda found: "n1" in found)
    assert delegate.http.get("/api/versions/p1w/reading").status_code == 200
    assert other.http.get("/api/versions/p1w/reading").status_code == 404
    assert other.http.get("/api/versions/p1w/changes/p1v").status_code == 404
    assert delegate.http.get("/api/versions/p1w/changes/p1v").status_code == 403
    secretary.do("paper.readers", paper="p1", readers=["user:d2"])
    assert not {"note", "placement", "version"} & set(delegate.records()), "gone with the right to read it"
