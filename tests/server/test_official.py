"""The documents of a meeting, opened again with other libraries."""

from __future__ import annotations

import io
from typing import Any

import docx
import pypdfium2
import pytest

from tests.server.conftest import Server, Tab
from tests.server.test_minutes import hold_a_meeting

FORM: dict[str, Any] = {
    "agency": "Văn phòng",
    "parent_agency": "Ủy ban nhân dân thành phố Vĩnh Giang",
    "place": "Vĩnh Giang",
    "symbol": "VP",
    "authority": ["KT. Chủ tịch", "Phó Chủ tịch"],
    "signer": "Nguyễn Hoàng Minh",
    "recipients": ["Thường trực Thành ủy (để báo cáo);", "Lưu: VT."],
}


def words(tab: Tab, document: str) -> str:
    """Everything in the Word file, in no order that matters."""
    answer = tab.http.get(f"/api/streams/m1/official/{document}/docx")
    assert answer.status_code == 200, answer.text
    opened = docx.Document(io.BytesIO(answer.content))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


def printed(tab: Tab, document: str) -> str:
    answer = tab.http.get(f"/api/streams/m1/official/{document}/pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    pages = pypdfium2.PdfDocument(answer.content)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def test_each_document_says_what_happened_under_the_letterhead_of_its_agency(server: Server) -> None:
    secretary, _ = hold_a_meeting(server)
    secretary.do("official.form", **FORM)
    secretary.do("official.number", document="conclusions", number="7", dated="2026-02-05")
    told = {
        "conclusions": ["Số: 07/TB-VP", "Vĩnh Giang, ngày 05 tháng 02 năm 2026", "KT. CHỦ TỊCH", "Giao Sở Nội vụ"],
        "resolution:v1": ["QUYẾT NGHỊ:", "Điều 1. Thông qua Kế hoạch.", "/NQ-VP", "Nguyễn Hoàng Minh"],
        "count:v1": ["Kiểm phiếu biểu quyết: thông qua Kế hoạch", "2/2 = 100 % ≥ 2/3", "Số phiếu thu về: 2"],
        "attendance": ["DANH SÁCH ĐIỂM DANH", "Người d3", "Vắng có lý do: Đi công tác"],
        "invitation": ["GIẤY MỜI", "Dự phiên họp thử", "2. Thông qua kế hoạch (Sở Nội vụ)", "DANH SÁCH ĐẠI BIỂU"],
        "opinion:v1": ["PHIẾU LẤY Ý KIẾN", "Nội dung lấy ý kiến: Thông qua Kế hoạch", "Không đồng ý"],
        "minutes": ["/BB-VP", "Thường trực Thành ủy"],
    }
    for document, expected in told.items():
        found = words(secretary, document)
        for text in [*expected, "Văn bản này chưa ký số.", "THÀNH PHỐ VĨNH GIANG"]:
            assert text in found, (document, text)
    pdf = printed(secretary, "conclusions")
    for text in ("THÔNG BÁO", "Số: 07/TB-VP", "Giao Sở Nội vụ hoàn thiện kế hoạch", "Văn bản này chưa ký số"):
        assert text in pdf
    twice = [secretary.http.get("/api/streams/m1/official/count:v1/pdf").content for _ in range(2)]
    assert twice[0] == twice[1]


def test_only_the_desk_takes_documents_and_only_those_that_there_are(server: Server) -> None:
    secretary = server.tab("secretary")
    path = "/api/streams/m1/official"
    assert server.tab("d1").http.get(f"{path}/conclusions/docx").status_code == 403
    for document, status in [("conclusions/docx", 409), ("count:v9/pdf", 404), ("minutes/exe", 404), ("x/pdf", 404)]:
        assert secretary.http.get(f"{path}/{document}").status_code == status, document


@pytest.mark.parametrize(
    ("number", "dated", "error"),
    [("7", "", "official.half"), ("7", "2026-02-30", "official.date"), ("", "2026-02-03", "official.half")],
)
def test_a_number_comes_with_a_day_of_the_calendar(server: Server, number: str, dated: str, error: str) -> None:
    secretary = server.tab("secretary")
    answer = secretary.command("official.number", document="minutes", number=number, dated=dated)
    assert answer.json()["error"] == error


def test_the_next_meeting_of_the_agency_begins_with_its_form(server: Server) -> None:
    secretary = server.tab("secretary")
    secretary.do("official.form", **FORM)
    facts = {"meeting": "m2", "title": "Phiên sau", "place": "P", "starts_at": 1, "agency": "Văn phòng"}
    made = facts | {"parent_agency": FORM["parent_agency"]}
    answer = secretary.http.post("/api/meetings", json=made, headers={"idempotency-key": secretary.key()})
    assert answer.status_code == 201, answer.text
    form = secretary.records("m2")["official_form"]["m2"]
    assert (form["place"], form["signer"]) == ("Vĩnh Giang", "Nguyễn Hoàng Minh")
