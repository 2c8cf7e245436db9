"""Rows of tables that give somebody something to do by a day, and tables that do not.

The labels (who, until when) were written down before the reader of rows was run on them.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from icabinet.assistant.duties import Duty
from icabinet.assistant.duty_rows import PlacedPage, placed_rows, typed_rows

WRITTEN = date(2026, 11, 6)
Row = tuple[str, ...]
HEAD: Row = ("TT", "Nhiệm vụ và sản phẩm", "Chủ trì", "Phối hợp", "Thời hạn")
ROWS: list[Row] = [
    ("A. Pháp lý, quy trình",),
    (
        "1",
        "Danh mục 47 văn bản cần sửa đổi do còn quy định giấy tờ cư trú",
        "Sở Tư pháp",
        "Các sở, ngành",
        "15/12/2026",
    ),
    ("2", "Công bố lại 132 thủ tục đã cắt giảm hồ sơ", "Văn phòng UBND", "Sở Tư pháp; Sở Nội vụ", "Quý I/2027"),
    ("3", "Công bố điểm hài lòng của từng đơn vị", "UBND xã, phường", "", "Hằng tháng"),
    ("4", "Đưa 20 kiosk hỗ trợ số vào hoạt động", "Sở Khoa học và Công nghệ", "Viễn thông", "Tháng 3/2027"),
    ("5", "Làm sạch dữ liệu người có công", "", "Sở Tài chính", "31/12/2026"),
    ("6", "Hướng dẫn lưu trữ hồ sơ điện tử, không in lại", "Sở Nội vụ", "", ""),
]
FOUND = [
    ("Sở Tư pháp", date(2026, 12, 15), ("Các sở, ngành",)),
    ("Văn phòng UBND", date(2027, 3, 31), ("Sở Tư pháp", "Sở Nội vụ")),
    ("UBND xã, phường", None, ()),
    ("Sở Khoa học và Công nghệ", date(2027, 3, 31), ("Viễn thông",)),
]
"""Nobody answers for the fifth, and the sixth has no day."""


class Word(NamedTuple):
    start: int
    end: int
    x0: int
    y0: int
    x1: int
    y1: int


class Page(NamedTuple):
    text: str
    words: tuple[Word, ...]


COLUMNS = ((600, 900), (950, 2400), (2450, 3300), (3350, 4300), (4350, 5400))


def drawn(rows: list[Row], columns: tuple[tuple[int, int], ...] = COLUMNS) -> PlacedPage:
    """A page as a PDF gives it: row by row, cell by cell, each broken into printed lines of its column's width."""
    text, words, top = "", [], 600
    for row in rows:
        deepest = top
        for cell, (left, right) in zip(row, columns, strict=False):
            x, y = left, top
            for said in cell.split():
                width = 55 * len(said)
                if x > left and x + width > (right if len(row) > 1 else columns[-1][1]):
                    x, y, text = left, y + 160, text.rstrip() + "\n"
                words.append(Word(len(text), len(text) + len(said), x, y, x + width, y + 150))
                text, x = f"{text}{said} ", x + width + 30
            text, deepest = text.rstrip() + "\n", max(deepest, y)
        top = deepest + 160
    return Page(text, tuple(words))


def told(rows: list[Duty]) -> list[tuple[str, date | None, tuple[str, ...]]]:
    return [(one.agency, one.due.day if one.due else None, one.together) for one in rows]


def test_rows_of_a_drawn_table() -> None:
    page = drawn([HEAD, *ROWS])
    found = placed_rows([page], WRITTEN)
    assert told(found) == FOUND
    assert found[0].work == "Danh mục 47 văn bản cần sửa đổi do còn quy định giấy tờ cư trú"
    assert " ".join(page.text[found[1].start : found[1].end].split()) == found[1].quote
    assert found[1].quote.startswith("2 Công bố lại") and found[1].quote.endswith("Quý I/2027")


def test_a_table_goes_on_over_the_page_without_its_head() -> None:
    pages = [drawn([HEAD, *ROWS[:3]]), drawn(ROWS[3:])]
    assert [(one.page, one.agency) for one in placed_rows(pages, WRITTEN)] == [
        (1, "Sở Tư pháp"),
        (1, "Văn phòng UBND"),
        (2, "UBND xã, phường"),
        (2, "Sở Khoa học và Công nghệ"),
    ]


def test_prose_behind_a_table_is_no_row() -> None:
    prose = ("Các cơ quan căn cứ danh mục trên ban hành kế hoạch chi tiết trước ngày 30 tháng 11 năm 2026.",)
    assert told(placed_rows([drawn([HEAD, *ROWS[:2], prose])], WRITTEN)) == FOUND[:1]


FIGURES: list[Row] = [
    ("TT", "Đơn vị", "Tỷ lệ", "Tài khoản", "Tổ công nghệ"),
    ("1", "Phường Bến Sông", "91,0", "513", "22"),
]
SCHEDULE: list[Row] = [
    ("TT", "Nội dung", "Người trình bày", "Thời gian", "Ghi chú"),
    ("1", "Báo cáo sơ kết 6 tháng", "Sở Nội vụ", "15 phút", ""),
]


@pytest.mark.parametrize("rows", [FIGURES, SCHEDULE])
def test_tables_that_give_nobody_anything_to_do(rows: list[Row]) -> None:
    assert placed_rows([drawn(rows)], WRITTEN) == []


TYPED = """Giao nhiệm vụ như sau:
Đơn vị | Nhiệm vụ | Thời hạn
Sở Nội vụ | Trình phương án bố trí nhân lực cấp xã | 30/11/2026
Công an thành phố\t| Cấp thêm 41.188 thẻ căn cước cho trẻ em | trước ngày 30/4/2027
Mọi người | Cố gắng hơn nữa trong năm | 31/12/2026

Sở Y tế | ngoài bảng | 30/11/2026"""


def test_a_table_typed_into_a_conclusion() -> None:
    found = typed_rows(TYPED, WRITTEN)
    assert told(found) == [("Sở Nội vụ", date(2026, 11, 30), ()), ("Công an thành phố", date(2027, 4, 30), ())]
    assert TYPED[found[0].start : found[0].end].startswith("Sở Nội vụ | Trình phương án")
    tabs = "Nội dung công việc\tChịu trách nhiệm\tHoàn thành\nRà soát 12 hồ sơ quá hạn\tSở Tư pháp\t15/12"
    assert told(typed_rows(tabs, WRITTEN)) == [("Sở Tư pháp", date(2026, 12, 15), ())]
