"""Lists and cells of tables: all of the list, and the cell of the right row and column."""

import pytest

from icabinet.assistant.abbreviations import defined, opened
from icabinet.assistant.answer import answer
from icabinet.assistant.bm25 import Words
from icabinet.assistant.cells import cell, headings
from icabinet.assistant.index import Source
from icabinet.assistant.protocol import Answer
from icabinet.assistant.search import View

from .samples import papers

PLAN = Source(
    key="ke-hoach",
    title="Kế hoạch số 20/KH-UBND về trật tự đô thị",
    date="2026-05-01",
    pages=[
        "KẾ HOẠCH\nI. NHIỆM VỤ\n1. Phòng Quản lý đô thị\n"
        "a) Lập danh mục tuyến phố hư hỏng. Danh mục gửi về Ủy ban nhân dân trước ngày 10 tháng 6.\n"
        "b) Chủ trì nghiệm thu việc lát gạch.\n"
        "c) Công khai kết quả nghiệm thu trên trang tin của thị xã và niêm yết tại trụ sở Ủy ban nhân dân các",
        "phường trong 05 ngày.\nd) Tổng hợp kinh phí.\n"
        "2. Công an thị xã\na) Xử lý đỗ xe trên vỉa hè.\nb) Tổ chức tuần tra.\n"
        "II. KHÓ KHĂN\nViệc thực hiện còn hai khó khăn lớn. Một là, thiếu gạch lát vỉa hè. Hai là, thiếu người "
        "kiểm tra.\n"
        "Nơi nhận:\n- Thường trực Thị ủy;\n- Lưu: VT.",
        "III. CHỈ TIÊU\nTT Đơn vị Tuyến phố phải sửa Cây xanh phải trồng Tỷ lệ hoàn thành (%)\n"
        "1 Phường Sông Hương 12 340 81,5\n2 Phường Tân Hòa 9 215 77,0\n3 Xã Lạc Long 4 120 90,0 Cộng 25 675 82,1",
    ],
)


def ask(question: str) -> Answer:
    words = Words()
    return answer(View(papers([PLAN], None, words), words), question)


def told(question: str) -> list[str]:
    return [f"{quote.part}: {quote.quote}" for quote in ask(question).passages if quote.part]


def test_all_items_of_the_list_that_is_asked_for_stand_under_their_heading_each_with_its_place() -> None:
    given = ask("Phòng Quản lý đô thị được giao những nhiệm vụ nào?")
    lead, *items = [quote for quote in given.passages if quote.part]
    assert (lead.part, lead.quote) == ("lead", "1. Phòng Quản lý đô thị")
    assert [one.quote[:2] for one in items if one.part == "item"] == ["a)", "b)", "c)", "d)"]
    assert items[0].quote.endswith("trước ngày 10 tháng 6.")
    assert [(one.part, one.page) for one in items[2:4]] == [("item", 1), ("rest", 2)]
    assert items[3].quote == "phường trong 05 ngày."
    for one in items:
        assert PLAN.pages[one.page - 1][one.start : one.end].split() == one.quote.split()


def test_a_list_within_a_paragraph_has_the_sentence_before_it() -> None:
    assert told("Kế hoạch nêu những khó khăn lớn nào?") == [
        "lead: Việc thực hiện còn hai khó khăn lớn.",
        "item: Một là, thiếu gạch lát vỉa hè.",
        "item: Hai là, thiếu người kiểm tra.",
    ]


def test_who_receives_the_paper_is_no_list_that_anybody_asks_for() -> None:
    assert not any("Thị ủy" in one for one in told("Những nơi nào nhận kế hoạch?"))


@pytest.mark.parametrize(
    "question", ["Ai tổ chức tuần tra?", "Phải sửa bao nhiêu tuyến phố?", "Giá vàng thế giới gồm những gì?"]
)
def test_other_questions_get_no_list(question: str) -> None:
    assert told(question) == []


COLUMNS = "TT Đơn vị Tuyến phố phải sửa Cây xanh phải trồng Tỷ lệ hoàn thành (%)"
ROW = "2 Phường Tân Hòa 9 215 77,0"


def test_headings_are_told_apart_by_their_capital_letters() -> None:
    assert headings(COLUMNS) == ["Đơn vị", "Tuyến phố phải sửa", "Cây xanh phải trồng", "Tỷ lệ hoàn thành (%)"]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Phường Tân Hòa phải sửa bao nhiêu tuyến phố?", "9"),
        ("Phuong Tan Hoa phai trong bao nhieu cay xanh?", "215"),
        ("Tỷ lệ hoàn thành của phường Tân Hòa là bao nhiêu?", "77,0"),
    ],
)
def test_the_cell_is_that_of_its_row_and_column(question: str, value: str) -> None:
    best = ask(question).passages[0]
    assert best.quote == ROW
    assert [best.quote[start:end] for start, end in best.emphasis] == [value]
    assert best.column in headings(COLUMNS)


def test_the_sum_below_a_row_is_not_the_row() -> None:
    found = cell(
        "Xã Lạc Long trồng bao nhiêu cây xanh?", "number", COLUMNS, "3 Xã Lạc Long 4 120 90,0 Cộng 25 675 82,1", _one
    )
    assert found is not None
    assert "3 Xã Lạc Long 4 120 90,0 Cộng 25 675 82,1"[slice(*found.span)] == "120"


@pytest.mark.parametrize("row", ["2 Phường Tân Hòa 9 215 77,0 81,3", "2 Phường Tân Hòa", "Phường Tân Hòa 9 215"])
def test_where_columns_do_not_fit_the_row_nothing_is_said(row: str) -> None:
    assert cell("Phường Tân Hòa phải trồng bao nhiêu cây xanh?", "number", COLUMNS, row, _one) is None


def _one(_: str) -> float:
    return 1.0


def test_abbreviations_are_those_that_the_paper_defines_by_its_own_letters() -> None:
    text = "Trung tâm Phục vụ hành chính công (TTPVHCC) gửi Quỹ phát triển đất (sau đây viết tắt là QPTĐ) và Sở (ABC)."
    known = defined(text)
    assert known == {"TTPVHCC": "Trung tâm Phục vụ hành chính công", "QPTĐ": "Quỹ phát triển đất"}
    assert opened("TTPVHCC ở đâu?", known) == "TTPVHCC (Trung tâm Phục vụ hành chính công) ở đâu?"
    assert opened("Quỹ phát triển đất chi bao nhiêu?", known) == "Quỹ phát triển đất chi bao nhiêu?"
    assert opened("Ai chủ trì?", known) == "Ai chủ trì?"
