"""The minutes write themselves from the log, take the secretary's wording, and come out as a Word file."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from icabinet.store.database import Database
from tests.rooms import add_paper
from tests.server.conftest import Server, Tab


def hold_a_meeting(server: Server) -> tuple[Tab, Tab]:
    secretary, chair = server.tab("secretary"), server.tab("chair")
    one, two = server.tab("d1"), server.tab("d2")
    chair.do("meeting.start")
    one.do("attendance.check-in")
    two.do("attendance.check-in")
    secretary.do("attendance.mark", user="d3", state="excused", reason="Đi công tác")
    one.do("speech.request", speech="s1", subject="Tiến độ cấp căn cước")
    chair.do("agenda.go", item="i2")
    chair.do("speech.call", speech="s1", seconds=300)
    chair.do("speech.end", speech="s1")
    two_thirds = {"base": "present", "numerator": 2, "denominator": 3, "more_than": False}
    chair.do("vote.prepare", vote="v1", item="i2", question="Thông qua Kế hoạch", rule=two_thirds)
    chair.do("vote.open", vote="v1")
    one.do("ballot.cast", vote="v1", choice="for")
    two.do("ballot.cast", vote="v1", choice="for")
    chair.do("vote.close", vote="v1")
    chair.do("vote.publish", vote="v1")
    chair.do("item.conclude", item="i2", text="Giao Sở Nội vụ hoàn thiện kế hoạch.")
    chair.do("meeting.end")
    return secretary, chair


def blocks(tab: Tab) -> dict[str, Any]:
    return {block["id"]: block for block in tab.http.get("/api/streams/m1/minutes").json()["blocks"]}


def test_everything_that_happened_is_in_the_minutes_with_its_events(server: Server) -> None:
    secretary, _ = hold_a_meeting(server)
    found = blocks(secretary)
    assert found["attendance"]["text"] == "Có mặt 2/3 đại biểu; vắng 1 (có lý do: 1); khách mời có mặt: 0."
    assert "Người d1 (Chuyên viên, Sở Tư pháp) phát biểu" in found["speech:s1"]["text"]
    assert found["vote:v1"]["rows"] == [["Thông qua Kế hoạch", "2", "2", "0", "0", "0", "100 %", "Thông qua"]]
    assert "2/2 = 100 % ≥ 2/3 (cần ít nhất 2): thông qua." in found["vote:v1:sentence"]["text"]
    assert found["item:i2:conclusion"]["text"] == "Kết luận của chủ trì: Giao Sở Nội vụ hoàn thiện kế hoạch."
    for block in ("speech:s1", "vote:v1", "item:i2:conclusion"):
        assert found[block]["events"], f"{block} names the events it rests on"


def test_speeches_of_every_kind_stand_in_the_minutes_with_everybodys_time(server: Server) -> None:
    """Also those outside the items, and the questions that nobody came to."""
    secretary, chair, one, two = (server.tab(name) for name in ("secretary", "chair", "d1", "d2"))
    for item in ("i1", "i2"):
        secretary.do("item.remove", item=item)
    chair.do("meeting.start")
    for tab in (one, two):
        tab.do("attendance.check-in")
    chair.do("speakers.set", queue="questions", state="open")
    one.do("speech.question", speech="q1", to="guest", question="Bao giờ xong?")
    two.do("speech.question", speech="q2", to="guest", question="Vì sao chậm?")
    chair.do("speech.call", speech="q1")
    chair.do("speech.answer", speech="a1", question="q1")
    one.do("speech.reply", speech="r1", to_speech="a1")
    chair.do("speech.call", speech="r1")
    chair.do("meeting.end")
    found = blocks(secretary)
    spoken = [name for name in found if name.startswith("speech")]
    assert spoken[:4] == ["speeches:apart", "speech:q1", "speech:a1", "speech:r1"]
    assert "chất vấn Người guest lúc" in found["speech:q1"]["text"]
    assert found["speech:q1"]["text"].endswith(": Bao giờ xong?")
    assert "Người guest (Chuyên viên, Sở Tư pháp) trả lời chất vấn của Người d1 lúc" in found["speech:a1"]["text"]
    assert "tranh luận với Người guest lúc" in found["speech:r1"]["text"]
    assert found["speeches:unheard:lines"]["text"] == "Người d2 chất vấn Người guest: Vì sao chậm?"
    assert found["speeches:totals:lines"]["text"].startswith("Sở Tư pháp: 3 lượt, ")
    assert "Người d1 2 lượt, " in found["speeches:totals:lines"]["text"]


def test_comments_that_ask_for_it_stand_in_the_minutes(server: Server) -> None:
    secretary, chair, one = (server.tab(name) for name in ("secretary", "chair", "d1"))
    add_paper(Database(server.database), "p1", "i2")
    chair.do("meeting.start")
    one.do("comment.add", comment="c1", paper="p1", text="Cần bổ sung kinh phí.", recorded=True)
    one.do("comment.add", comment="c2", paper="p1", text="Chỉ trao đổi.")
    found = blocks(secretary)
    assert found["comment:c1"]["text"].startswith("Người d1 (Chuyên viên, Sở Tư pháp) đề nghị ghi biên bản lúc ")
    assert found["comment:c1"]["text"].endswith("về “Báo cáo p1”: “Cần bổ sung kinh phí”.")
    assert found["comment:c1"]["events"]
    assert "comment:c2" not in found
    one.do("comment.remove", comment="c1")
    assert "comment:c1" not in blocks(secretary)


def test_the_sheet_bears_the_real_number_and_recipients(server: Server) -> None:
    secretary = server.tab("secretary")
    secretary.do("official.number", document="minutes", number="7", dated="2026-02-05")
    form = {"place": "", "symbol": "HĐND", "authority": [], "signer": "", "recipients": ["Thường trực HĐND;"]}
    secretary.do("official.form", agency="Văn phòng", parent_agency="", **form)
    sheet = secretary.http.get("/api/streams/m1/minutes").json()
    assert (sheet["number"], sheet["recipients"]) == ("Số: 07/BB-HĐND", ["Thường trực HĐND;"])


def test_an_edited_paragraph_is_kept_marked_and_can_be_restored(server: Server) -> None:
    secretary, chair = hold_a_meeting(server)
    secretary.do("minutes.edit", block="speech:s1", text="Đại biểu nêu tiến độ cấp căn cước.")
    edited = blocks(chair)["speech:s1"]
    assert (edited["text"], edited["edited"]) == ("Đại biểu nêu tiến độ cấp căn cước.", True)
    assert "phát biểu" in edited["generated"]
    secretary.do("minutes.restore", block="speech:s1")
    assert blocks(chair)["speech:s1"]["edited"] is False
    assert server.tab("d1").http.get("/api/streams/m1/minutes").status_code == 403


def test_the_attendance_sentence_takes_the_secretarys_wording_too(server: Server) -> None:
    secretary, _ = hold_a_meeting(server)
    secretary.do("minutes.edit", block="attendance", text="Có mặt đủ thành phần theo giấy mời.")
    edited = blocks(secretary)["attendance"]
    assert (edited["text"], edited["edited"]) == ("Có mặt đủ thành phần theo giấy mời.", True)
    document = docx.Document(io.BytesIO(secretary.http.get("/api/streams/m1/official/minutes/docx").content))
    assert any("Có mặt đủ thành phần theo giấy mời" in paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize("block", ["speech:nobody", "vote:v1"])
def test_what_is_not_a_paragraph_of_the_minutes_cannot_be_edited(server: Server, block: str) -> None:
    secretary, _ = hold_a_meeting(server)
    answer = secretary.command("minutes.edit", block=block, text="Lời khác")
    assert (answer.status_code, answer.json()["error"]) == (409, "minutes.no-block")


def test_the_word_file_says_the_same_and_twice_the_same(server: Server) -> None:
    secretary, _ = hold_a_meeting(server)
    secretary.do("minutes.edit", block="speech:s1", text="Đại biểu nêu tiến độ cấp căn cước.")
    answer = secretary.http.get("/api/streams/m1/official/minutes/docx")
    assert "Bi%C3%AAn%20b%E1%BA%A3n" in answer.headers["content-disposition"]
    document = docx.Document(io.BytesIO(answer.content))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "BIÊN BẢN" in text
    assert "Đại biểu nêu tiến độ cấp căn cước." in text
    assert "Giao Sở Nội vụ hoàn thiện kế hoạch." in text
    assert any(cell.startswith("Thông qua Kế hoạch") for cell in cells)
    assert "Người d1" in cells
    assert secretary.http.get("/api/streams/m1/official/minutes/docx").content == answer.content


def test_the_sheet_is_told_only_what_has_changed(server: Server) -> None:
    secretary, chair = hold_a_meeting(server)

    def ask(mark: str) -> Any:
        return secretary.http.get(f"/api/streams/m1/minutes?since={mark}").json()

    whole = ask("")
    assert whole["order"] == [block["id"] for block in whole["blocks"]]
    still = ask(whole["mark"])
    assert (still["mark"], still["order"], still["blocks"]) == (whole["mark"], None, [])
    chair.do("item.conclude", item="i2", text="Giao Sở Tư pháp.")
    changed = ask(whole["mark"])
    assert [block["id"] for block in changed["blocks"]] == ["item:i2:conclusion"] and changed["order"] is None
    assert changed["digest"] != whole["digest"]
    secretary.do("minutes.add", paragraph="k1", after="speech:s1", text="Lời thêm.")
    added = ask(whole["mark"])
    assert [block["id"] for block in added["blocks"]] == ["own:k1", "item:i2:conclusion"]
    assert added["order"].index("own:k1") == 1 + added["order"].index("speech:s1")
    assert ask("another.9")["blocks"] == ask("")["blocks"], "a mark of another server"
