"""Two people at one paragraph, own paragraphs, confirmation, the lock, and corrections."""

from __future__ import annotations

import io
from typing import Any

import docx

from tests.server.conftest import Server, Tab
from tests.server.test_minutes import blocks, hold_a_meeting


def minutes(tab: Tab) -> dict[str, Any]:
    found: dict[str, Any] = tab.http.get("/api/streams/m1/minutes").json()
    return found


def refusal(tab: Tab, type_: str, **fields: Any) -> str:
    answer = tab.command(type_, **fields)
    assert answer.status_code == 409, answer.text
    return str(answer.json()["error"])


def test_a_wording_that_the_writer_did_not_see_is_not_overwritten(server: Server) -> None:
    secretary, _ = hold_a_meeting(server)
    other = server.tab("secretary")
    secretary.do("minutes.edit", block="speech:s1", text="Bản một.")
    assert refusal(other, "minutes.edit", block="speech:s1", text="Bản hai.") == "minutes.stale"
    other.do("minutes.edit", block="speech:s1", text="Bản hai.", base="Bản một.")
    assert refusal(secretary, "minutes.edit", block="speech:s1", text="Bản ba.", base="Bản một.") == "minutes.stale"
    assert blocks(secretary)["speech:s1"]["text"] == "Bản hai."


def test_what_is_generated_anew_under_an_edited_paragraph_is_marked(server: Server) -> None:
    secretary, chair = hold_a_meeting(server)
    secretary.do("minutes.edit", block="item:i2:conclusion", text="Kết luận viết lại.")
    assert blocks(chair)["item:i2:conclusion"]["outdated"] is False
    chair.do("item.conclude", item="i2", text="Giao Sở Tài chính.")
    changed = blocks(secretary)["item:i2:conclusion"]
    assert (changed["text"], changed["outdated"]) == ("Kết luận viết lại.", True)
    assert changed["generated"] == "Kết luận của chủ trì: Giao Sở Tài chính."


def test_the_secretarys_own_paragraphs_stand_where_they_were_put(server: Server) -> None:
    secretary, _ = hold_a_meeting(server)
    secretary.do("minutes.add", paragraph="o1", after="speech:s1", text="Đại biểu đề nghị ghi nhận.")
    secretary.do("minutes.edit", block="own:o1", text="Đã ghi nhận.", base="Đại biểu đề nghị ghi nhận.")
    order = list(blocks(secretary))
    assert order.index("own:o1") == order.index("speech:s1") + 1
    secretary.do("minutes.move", paragraph="o1", after="item:i2:conclusion")
    order = list(blocks(secretary))
    assert order.index("own:o1") == order.index("item:i2:conclusion") + 1
    assert refusal(secretary, "minutes.move", paragraph="o1", after="own:o1") == "minutes.no-block"
    secretary.do("minutes.remove", paragraph="o1")
    assert "own:o1" not in blocks(secretary)


def test_both_confirm_the_same_words_and_then_nothing_changes_them(server: Server) -> None:
    secretary, chair = hold_a_meeting(server)
    first = minutes(chair)["digest"]
    chair.do("minutes.confirm", digest=first)
    secretary.do("minutes.edit", block="speech:s1", text="Viết lại sau khi chủ trì xác nhận.")
    assert refusal(secretary, "minutes.confirm", digest=first) == "minutes.changed"
    second = minutes(secretary)["digest"]
    secretary.do("minutes.confirm", digest=second)
    seal = chair.records()["minutes_seal"]["m1"]
    assert (seal["chair"], seal["secretary"], seal["locked_at"]) == ("", "secretary", None)
    chair.do("minutes.confirm", digest=second)
    locked = minutes(secretary)
    assert locked["locked_at"] == chair.records()["minutes_seal"]["m1"]["locked_at"]
    for type_, fields in [
        ("minutes.edit", {"block": "speech:s1", "text": "x"}),
        ("minutes.restore", {"block": "speech:s1"}),
        ("minutes.add", {"paragraph": "o9", "after": "speech:s1", "text": "x"}),
        ("minutes.confirm", {"digest": second}),
        ("item.conclude", {"item": "i2", "text": "x"}),
    ]:
        assert refusal(secretary, type_, **fields) == "minutes.locked"
    form = {"place": "", "symbol": "VP", "authority": [], "signer": "", "recipients": []}
    secretary.do("official.form", agency="Cơ quan khác", parent_agency="", **form)
    now = minutes(secretary)
    assert (now["heading"], now["blocks"]) == (locked["heading"], locked["blocks"])


def test_later_changes_are_numbered_corrections_which_the_chair_accepts(server: Server) -> None:
    secretary, chair = hold_a_meeting(server)
    wrong = {"correction": "k1", "block": "speech:s1", "text": "Đúng.", "reason": "Sai tên."}
    assert refusal(secretary, "minutes.correct", **wrong) == "minutes.not-locked"
    for tab in (chair, secretary):
        tab.do("minutes.confirm", digest=minutes(tab)["digest"])
    secretary.do("minutes.correct", **wrong)
    assert secretary.command("minutes.accept", correction="k1").status_code == 403
    chair.do("minutes.accept", correction="k1")
    assert refusal(secretary, "minutes.withdraw", correction="k1") == "minutes.correction-stands"
    content = secretary.http.get("/api/streams/m1/official/minutes/docx").content
    text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
    assert "Đính chính số 1 (" in text
    assert "sửa thành “Đúng.”. Lý do: Sai tên." in text


def test_minutes_are_not_confirmed_before_the_end(server: Server) -> None:
    chair = server.tab("chair")
    chair.do("meeting.start")
    assert refusal(chair, "minutes.confirm", digest=minutes(chair)["digest"]) == "minutes.not-ended"


def test_a_meeting_that_was_called_off_has_no_minutes_to_confirm(server: Server) -> None:
    chair = server.tab("chair")
    chair.do("meeting.call-off", reason="Bão")
    assert refusal(chair, "minutes.confirm", digest=minutes(chair)["digest"]) == "minutes.called-off"
