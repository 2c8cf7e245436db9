from icabinet.assistant.passages import LONGEST_PASSAGE, passages
from icabinet.assistant.text import collapse, syllables

from .samples import DIRECTIVE, REPORT


def sentences(page: str) -> list[str]:
    return [one.text for passage in passages([page]) for one in passage.sentences]


def test_everything_quotable_is_word_for_word_the_page() -> None:
    for source in (DIRECTIVE, REPORT):
        for passage in passages(source.pages):
            page = source.pages[passage.page - 1]
            assert collapse(page[passage.start : passage.end]) == passage.text
            for one in passage.sentences:
                assert collapse(page[one.start : one.end]) == one.text
                assert passage.start <= one.start < one.end <= passage.end


def test_a_decomposed_page_keeps_its_own_offsets() -> None:
    import unicodedata

    page = unicodedata.normalize("NFD", "Phòng Quản lý đô thị báo cáo. Kết quả đạt 95%.")
    (passage,) = passages([page])
    second = passage.sentences[1]
    assert second.text == "Kết quả đạt 95%."
    assert unicodedata.normalize("NFC", page[second.start : second.end]) == second.text


def test_printed_lines_become_paragraphs_again() -> None:
    found = sentences(DIRECTIVE.pages[0])
    assert any(one.endswith("trong đó 12 tuyến gây mất an toàn cho người đi bộ.") for one in found)
    assert "a) Lập danh mục tuyến phố phải sửa chữa, hoàn thành trước ngày 31 tháng 3 năm 2026." in found


def test_a_semicolon_an_abbreviation_and_a_list_number_end_no_sentence() -> None:
    assert sentences("1. Giao ThS. Lê An chủ trì; TP. An Lạc phối hợp. Xong trước 20/5.") == [
        "1. Giao ThS. Lê An chủ trì; TP. An Lạc phối hợp.",
        "Xong trước 20/5.",
    ]


def test_a_capital_letter_with_any_mark_begins_a_sentence() -> None:
    assert sentences("Đã họp. Đồng ý hết. Ăn trưa lúc 12 giờ. Ủy ban kết luận.") == [
        "Đã họp.",
        "Đồng ý hết.",
        "Ăn trưa lúc 12 giờ.",
        "Ủy ban kết luận.",
    ]


def test_headings_go_with_what_follows_and_stay_known_on_the_next_page() -> None:
    found = passages(DIRECTIVE.pages)
    first_task = next(one for one in found if "Lập danh mục" in one.text)
    assert [one.text for one in first_task.sentences if one.heading] == ["I. NHIỆM VỤ", "1. Phòng Quản lý đô thị"]
    second_task = next(one for one in found if "nghiệm thu" in one.text)
    assert second_task.context.endswith("I. NHIỆM VỤ 1. Phòng Quản lý đô thị")
    patrol = next(one for one in found if "tuần tra" in one.text)
    assert patrol.page == 2
    assert "I. NHIỆM VỤ" in patrol.context
    assert "Phòng Quản lý đô thị" not in patrol.context


def test_each_row_of_a_table_is_one_unit_and_the_page_number_is_left_out() -> None:
    found = sentences("\n".join(["7", REPORT.pages[1]]))
    assert "1 Thay 120 thùng rác hỏng tại chợ Phòng Kinh tế 15/5/2026" in found
    assert "2 Mở tuyến thu gom xã Tân Hòa Công ty Môi trường đô thị 30/6/2026" in found
    assert "7" not in found


def test_nothing_is_longer_than_a_passage_and_nothing_is_lost() -> None:
    page = ", ".join(f"mục {number} đã xong" for number in range(400)) + "."
    found = passages([page])
    assert all(len(syllables(one.text)) <= LONGEST_PASSAGE * 1.1 for one in found)
    assert "".join(one.text for one in found).replace(" ", "") == page.replace(" ", "")


def test_empty_pages_have_no_passages() -> None:
    assert passages(["", " \n\n ", "12"]) == []


TABLE = (
    "TT Đơn vị Tài khoản\nmức độ\n2 đã kích\nhoạt\n1 Phường Bến Sông 27.847\n2 Xã Tân Lộc 9.364\nCộng 37.211\n"
    "Như vậy toàn thành phố đạt 84,7% và còn hai đơn vị dưới mức trung bình của cả\nnước đến ngày 31 tháng\n"
    "10 năm 2026."
)


def test_every_row_of_a_table_knows_the_tables_heading() -> None:
    rows = [one for one in passages([TABLE]) if one.columns]
    assert [one.text for one in rows] == ["1 Phường Bến Sông 27.847", "2 Xã Tân Lộc 9.364 Cộng 37.211"]
    assert {one.columns for one in rows} == {"TT Đơn vị Tài khoản mức độ 2 đã kích hoạt"}
    assert all(one.context.endswith(one.columns) for one in rows)


def test_a_paragraph_after_a_table_is_no_row_and_a_date_begins_none() -> None:
    last = passages([TABLE])[-1]
    assert last.text.startswith("Như vậy toàn thành phố")
    assert last.text.endswith("đến ngày 31 tháng 10 năm 2026.")
    assert last.columns == ""
