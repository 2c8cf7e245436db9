"""Biên bản, Mẫu 1.9 of Nghị định 30/2020/NĐ-CP, opened again with other programs."""

import msgspec
import pytest

from icabinet.documents.minutes_docx import Attendee, Block, Minutes, VoteRow, build
from tests.documents.word_checks import (
    W,
    cell_texts,
    fonts_named,
    is_bold,
    misplaced,
    parts,
    pdf_texts,
    reopen,
    size_in_points,
)

DELEGATES = tuple(
    Attendee(f"Nguyễn Văn {name}", "Phó Giám đốc", "Sở Nội vụ", "Có mặt", "07 giờ 52")
    for name in ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Lâm", "Mai", "Nam", "Oanh", "Phúc")
)
VOTE = VoteRow(
    question="Thông qua Kế hoạch thực hiện Đề án 06",
    base_text="tính trên đại biểu có mặt",
    total=12,
    for_=10,
    against=1,
    other=1,
    abstain=0,
    ratio="83,3%",
    outcome="Thông qua",
    sentence="10/12 đại biểu có mặt đồng ý, đạt 83,3 % ≥ 2/3: thông qua",
)
MINUTES = Minutes(
    parent_agency="Ủy ban nhân dân thành phố Vĩnh Giang",
    agency="Văn phòng",
    place_of_issue="Vĩnh Giang",
    number="7",
    symbol="BB-VP",
    title="Cuộc họp sơ kết 6 tháng thực hiện Đề án 06",
    started="08 giờ 00 phút, ngày 23 tháng 11 năm 2026",
    ended="11 giờ 25 phút, ngày 23 tháng 11 năm 2026",
    place="Phòng họp số 2",
    attendance_summary="12/12 đại biểu có mặt; 01 khách mời",
    attendees=DELEGATES,
    guests=(Attendee("Hoàng Thị Yến", "Giám đốc", "VNPT Vĩnh Giang", "Có mặt", "07 giờ 58"),),
    chair="Nguyễn Hoàng Minh",
    chair_title="Phó Chủ tịch Ủy ban nhân dân thành phố",
    secretary="Trần Thị Bích Ngọc",
    secretary_title="chuyên viên Văn phòng",
    blocks=(
        Block("heading", "1. Khai mạc"),
        Block("paragraph", "Chủ trì tuyên bố lý do.\nCuộc họp thông qua chương trình."),
        Block("attendance", "Biến động điểm danh:", attendees=(DELEGATES[3],)),
        Block("heading", "2. Kế hoạch"),
        Block("votes", "Kết quả biểu quyết:", votes=(VOTE,)),
    ),
    recipients=("Chủ tịch, các Phó Chủ tịch UBND thành phố;", "Lưu: VT, Hồ sơ."),
    locked=True,
)


def test_letterhead_has_number_but_no_place_and_date() -> None:
    header = reopen(build(MINUTES)).tables[0]
    assert cell_texts(header.cell(0, 0)) == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ VĨNH GIANG", "VĂN PHÒNG"]
    assert cell_texts(header.cell(0, 1)) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert cell_texts(header.cell(1, 0)) == ["Số: 07/BB-VP"]
    assert cell_texts(header.cell(1, 1)) == []


def test_title_and_body_follow_the_form() -> None:
    paragraphs = [each for each in reopen(build(MINUTES)).paragraphs if each.text]
    assert [each.text for each in paragraphs[:2]] == ["BIÊN BẢN", MINUTES.title]
    assert all(is_bold(each) and size_in_points(each) == 14 for each in paragraphs[:2])
    texts = [each.text for each in paragraphs[2:]]
    assert texts == [
        "Thời gian bắt đầu: 08 giờ 00 phút, ngày 23 tháng 11 năm 2026.",
        "Địa điểm: Phòng họp số 2.",
        "Thành phần tham dự: 12/12 đại biểu có mặt; 01 khách mời.",
        "Khách mời:",
        "Chủ trì (chủ tọa): Nguyễn Hoàng Minh, Phó Chủ tịch Ủy ban nhân dân thành phố.",
        "Thư ký (người ghi biên bản): Trần Thị Bích Ngọc, chuyên viên Văn phòng.",
        "Nội dung (theo diễn biến cuộc họp):",
        "1. Khai mạc",
        "Chủ trì tuyên bố lý do.",
        "Cuộc họp thông qua chương trình.",
        "Biến động điểm danh:",
        "2. Kế hoạch",
        "Kết quả biểu quyết:",
        "Thông qua Kế hoạch thực hiện Đề án 06: 10/12 đại biểu có mặt đồng ý, đạt 83,3 % ≥ 2/3: thông qua.",
        "Cuộc họp kết thúc vào 11 giờ 25 phút, ngày 23 tháng 11 năm 2026./.",
    ]


def test_attendance_and_votes_are_tables_with_a_repeated_heading() -> None:
    _, attendance, guests, changes, votes, _ = reopen(build(MINUTES)).tables
    assert [cell.text for cell in attendance.rows[12].cells] == [
        "12",
        "Nguyễn Văn Phúc",
        "Phó Giám đốc, Sở Nội vụ",
        "Có mặt",
        "07 giờ 52",
    ]
    assert (len(guests.rows), len(changes.rows)) == (2, 2)
    assert [cell.text for cell in votes.rows[1].cells] == [
        "1",
        "Thông qua Kế hoạch thực hiện Đề án 06\n(tính trên đại biểu có mặt)",
        *("12", "10", "1", "1", "0"),
        "83,3%",
        "Thông qua",
    ]
    for table in (attendance, guests, changes, votes):
        assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows)


def test_secretary_signs_left_chair_right_and_recipients_stand_under_the_secretary() -> None:
    signatures = reopen(build(MINUTES)).tables[-1]
    left, right = (cell_texts(cell) for cell in signatures.row_cells(0))
    assert (left[0], left[-1]) == ("THƯ KÝ", "Trần Thị Bích Ngọc")
    assert (right[0], right[-1]) == ("CHỦ TỌA", "Nguyễn Hoàng Minh")
    label, *recipients = [each for each in signatures.cell(1, 0).paragraphs if each.text]
    assert (label.text, size_in_points(label), is_bold(label)) == ("Nơi nhận:", 12, True)
    assert [each.text for each in recipients] == [
        "- Chủ tịch, các Phó Chủ tịch UBND thành phố;",
        "- Lưu: VT, Hồ sơ.",
        "Văn bản này chưa ký số.",
    ]
    assert {size_in_points(each) for each in recipients} == {11}


def test_only_times_new_roman_is_named_and_children_are_in_order() -> None:
    assert fonts_named(build(MINUTES)) == {"Times New Roman"}
    assert misplaced(build(MINUTES)) == []


def test_printed_pages_are_numbered_from_two_and_hold_the_whole_text() -> None:
    pages = pdf_texts(build(MINUTES))
    assert pages[0].startswith("ỦY BAN NHÂN DÂN")
    assert pages[1].startswith("2 ")
    assert "10/12 đại biểu có mặt đồng ý, đạt 83,3 % ≥ 2/3: thông qua." in " ".join(pages)
    signed = next(page for page in pages if "CHỦ TỌA" in page)
    assert "Cuộc họp kết thúc vào" in signed
    assert signed.index("Trần Thị Bích Ngọc") < signed.index("Nguyễn Hoàng Minh") < signed.index("Nơi nhận:")


def test_long_attendance_repeats_its_heading_on_the_next_page() -> None:
    pages = pdf_texts(build(msgspec.structs.replace(MINUTES, attendees=DELEGATES * 5)))
    with_delegates = [page for page in pages if "Phó Giám đốc, Sở Nội vụ" in page]
    assert len(with_delegates) >= 2
    assert all("Họ và tên Chức vụ, đơn vị" in page for page in with_delegates)


def test_same_minutes_give_the_same_bytes_and_other_minutes_others() -> None:
    assert build(MINUTES) == build(MINUTES)
    assert build(msgspec.structs.replace(MINUTES, locked=False)) != build(MINUTES)


def test_no_draft_mark_before_locking() -> None:
    unlocked = build(msgspec.structs.replace(MINUTES, locked=False))
    assert parts(unlocked)["word/document.xml"] == parts(build(MINUTES))["word/document.xml"]
    assert reopen(unlocked).core_properties.content_status == "Draft"


@pytest.mark.parametrize(
    ("number", "line"), [("", "Số:        /BB-VP"), ("7", "Số: 07/BB-VP"), ("412", "Số: 412/BB-VP")]
)
def test_number_line(number: str, line: str) -> None:
    header = reopen(build(msgspec.structs.replace(MINUTES, number=number))).tables[0]
    assert header.cell(1, 0).text == line


def test_minutes_of_a_meeting_still_running_leave_the_end_open() -> None:
    running = msgspec.structs.replace(MINUTES, ended="", guests=(), attendees=(), blocks=())
    texts = [paragraph.text for paragraph in reopen(build(running)).paragraphs]
    assert "Cuộc họp kết thúc vào …… giờ …… phút, ngày …… tháng …… năm ………./." in texts
    assert len(reopen(build(running)).tables) == 2
