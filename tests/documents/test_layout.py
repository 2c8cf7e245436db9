"""The layout of Nghị định 30/2020/NĐ-CP, measured in the finished file and in the page made from it."""

import io
from datetime import UTC, date, datetime

import pypdfium2
import pytest
import rdocx
from docx.shared import Mm

from icabinet.documents import layout
from icabinet.documents.layout_file import new_document, to_bytes, written_date
from icabinet.documents.layout_metrics import POINTS_PER_MM, balanced_lines, text_width
from icabinet.documents.layout_tables import Column, add_table
from tests.documents.word_checks import (
    W,
    cell_texts,
    is_bold,
    misplaced,
    parts,
    pdf_texts,
    reopen,
    rule_length,
    ruled_paragraphs,
    size_in_points,
)

COLUMNS = (Column("TT", 12, "centre"), Column("Nhiệm vụ", 108), Column("Thời hạn", 40, "centre"))


def _letter(*, draft: bool = False) -> bytes:
    document = new_document(title="Kế hoạch", author="UBND thành phố", written=date(2026, 6, 5))
    layout.add_letterhead(
        document,
        parent_agency="Ủy ban nhân dân thành phố Vĩnh Giang",
        agency="Sở Khoa học và Công nghệ",
        number_line="Số: 86/KH-SKHCN",
        place_and_date="Vĩnh Giang, ngày 05 tháng 6 năm 2026",
        draft=draft,
    )
    layout.add_title(document, "Kế hoạch", "Thực hiện Đề án 06 sáu tháng tiếp theo trên địa bàn thành phố Vĩnh Giang")
    layout.add_basis(document, "Căn cứ Luật Tổ chức chính quyền địa phương;")
    layout.add_heading(document, "I. MỤC ĐÍCH, YÊU CẦU", 1)
    layout.add_paragraph(document, "Bảo đảm rõ người, rõ việc, rõ thời gian.")
    add_table(document, COLUMNS, [["A. Nhóm chung"], *([str(n), "Rà soát dữ liệu", "30/6/2026"] for n in range(1, 61))])
    layout.add_paragraph(document, "Đề nghị các đơn vị tổ chức thực hiện./.")
    layout.add_signatures(
        document,
        left=None,
        right=layout.Signer(("TM. Ủy ban nhân dân", "Chủ tịch"), "Nguyễn Văn Bình"),
        recipients=("Như trên;", "Lưu: VT, KGVX."),
    )
    layout.start_appendix(document, "Phụ lục I", "Chỉ tiêu", "(Kèm theo Kế hoạch số 86/KH-SKHCN)")
    layout.add_paragraph(document, "Nội dung phụ lục.")
    layout.start_appendix(document, "Phụ lục II", "Biểu mẫu", "(Kèm theo Kế hoạch số 86/KH-SKHCN)")
    layout.add_paragraph(document, "Biểu mẫu báo cáo.")
    return to_bytes(document)


@pytest.mark.parametrize("bold", [False, True])
def test_text_widths_are_those_of_the_printed_page(bold: bool) -> None:
    document = new_document(title="", author="", written=None)
    text = "Thưởng ươm Đường ƠN ƯỚC, “quyển” số 06/2026 – Nghị quyết"
    layout.add_paragraph(document, text, style="Canh giữa", bold=bold)
    page = pypdfium2.PdfDocument(io.BytesIO(rdocx.Document.from_bytes(to_bytes(document)).to_pdf()))[0]
    letters = page.get_textpage()
    boxes = [letters.get_charbox(index, loose=True) for index in range(letters.count_chars())]
    printed = max(box[2] for box in boxes) - min(box[0] for box in boxes)
    assert text_width(text, 14, bold=bold) == pytest.approx(printed, rel=0.01)


def test_decomposed_text_is_as_wide_as_composed_text() -> None:
    assert text_width("Tiê\u0301ng Viê\u0323t", 14) == text_width("Tiếng Việt", 14)


def test_lines_are_balanced_and_keep_numbers_with_their_word() -> None:
    summary = "Cuộc họp sơ kết 6 tháng thực hiện Đề án 06 trên địa bàn thành phố Vĩnh Giang"
    width = 115 * POINTS_PER_MM
    lines = balanced_lines(summary, 14, width, bold=True)
    assert " ".join(lines) == summary
    assert len(lines) == 2
    assert not any(line[0].isdigit() for line in lines)
    assert all(text_width(line, 14, bold=True) <= width for line in lines)


def test_lines_are_not_broken_at_a_no_break_space() -> None:
    lines = balanced_lines("Về sơ kết trên địa bàn thành phố Vĩnh\u00a0Giang năm nay", 14, 70 * POINTS_PER_MM)
    assert len(lines) == 2
    assert any("Vĩnh Giang" in line for line in lines)


def test_page_is_a4_with_the_margins_of_the_decree() -> None:
    for section in reopen(_letter()).sections:
        assert abs((section.page_width or 0) - Mm(210)) < Mm(0.1)
        assert abs((section.page_height or 0) - Mm(297)) < Mm(0.1)
        assert all(Mm(20) - 400 <= (side or 0) <= Mm(25) for side in (section.top_margin, section.bottom_margin))
        assert Mm(30) - 400 <= (section.left_margin or 0) <= Mm(35)
        assert Mm(15) <= (section.right_margin or 0) <= Mm(20) + 400


def test_letterhead_has_the_sizes_of_the_decree_and_fits_its_lines() -> None:
    table = reopen(_letter()).tables[0]
    nation, motto = (paragraph for paragraph in table.cell(0, 1).paragraphs if paragraph.text)
    assert (nation.text, size_in_points(nation), is_bold(nation)) == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True)
    assert (motto.text, size_in_points(motto), is_bold(motto)) == ("Độc lập - Tự do - Hạnh phúc", 14, True)
    assert text_width(nation.text, 13, bold=True) < table.cell(0, 1).width.pt
    assert cell_texts(table.cell(0, 0)) == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ VĨNH GIANG", "SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"]
    assert cell_texts(table.cell(1, 0)) == ["Số: 86/KH-SKHCN"]
    assert cell_texts(table.cell(1, 1)) == ["Vĩnh Giang, ngày 05 tháng 6 năm 2026"]
    assert table.cell(1, 1).paragraphs[0].runs[0].italic


def test_rule_under_the_motto_is_as_long_as_the_motto() -> None:
    cell = reopen(_letter()).tables[0].cell(0, 1)
    (rule,) = ruled_paragraphs(cell.paragraphs)
    assert rule_length(rule, cell.width.pt) == pytest.approx(
        text_width("Độc lập - Tự do - Hạnh phúc", 14, bold=True), 0.01
    )


def test_rules_under_agency_and_summary_are_a_third_to_a_half_of_the_line() -> None:
    document = reopen(_letter())
    cell = document.tables[0].cell(0, 0)
    agency_rule = rule_length(ruled_paragraphs(cell.paragraphs)[0], cell.width.pt)
    assert 1 / 3 <= agency_rule / text_width("VÀ CÔNG NGHỆ", 13, bold=True) <= 1 / 2
    summary = document.paragraphs[:3]
    title_rule = rule_length(ruled_paragraphs(document.paragraphs)[0], layout.TEXT_WIDTH_MM * POINTS_PER_MM)
    assert 1 / 3 <= title_rule / text_width(summary[-1].text, 14, bold=True) <= 1 / 2


def test_body_is_justified_indented_and_spaced() -> None:
    document = reopen(_letter())
    style = next(each for each in document.paragraphs if each.text.startswith("Bảo đảm")).style
    assert style is not None
    form = style.paragraph_format
    assert form.alignment == 3
    assert form.space_before.pt >= 6
    assert Mm(10) <= form.first_line_indent <= Mm(12.8)
    assert 1.0 <= form.line_spacing <= 1.5


def test_draft_mark_stands_in_the_letterhead_only_of_a_draft() -> None:
    assert "DỰ THẢO" in cell_texts(reopen(_letter(draft=True)).tables[0].cell(1, 0))
    assert "DỰ THẢO" not in pdf_texts(_letter())[0]


def test_table_heading_is_repeated_on_every_page_of_the_table() -> None:
    texts = pdf_texts(_letter())
    pages = [text for text in texts if "Rà soát dữ liệu" in text]
    assert len(pages) >= 2
    assert all("TT Nhiệm vụ Thời hạn" in page for page in pages)


def test_page_numbers_start_on_page_two_and_again_in_the_appendix() -> None:
    texts = pdf_texts(_letter())
    assert texts[0].startswith("ỦY BAN NHÂN DÂN")
    assert texts[1].startswith("2 ")
    assert texts[-2].startswith("Phụ lục I CHỈ TIÊU")
    assert texts[-1].startswith("Phụ lục II BIỂU MẪU")


def test_children_stand_in_the_order_word_asks_for() -> None:
    assert misplaced(_letter(draft=True)) == []


def test_same_content_gives_the_same_bytes_and_the_documents_own_date() -> None:
    first, second = _letter(), _letter()
    assert first == second
    properties = reopen(first).core_properties
    assert (properties.created, properties.modified) == (datetime(2026, 6, 5, tzinfo=UTC),) * 2
    assert not any(name.endswith((".jpeg", "stylesWithEffects.xml")) for name in parts(first))


def test_merged_subheading_row_spans_the_table() -> None:
    table = reopen(_letter()).tables[1]
    assert table.cell(1, 0)._tc is table.cell(1, 2)._tc
    assert table.cell(1, 0).text == "A. Nhóm chung"


def test_signature_block_stays_whole_with_the_last_sentence() -> None:
    page = next(text for text in pdf_texts(_letter()) if "TM. ỦY BAN NHÂN DÂN" in text)
    assert "tổ chức thực hiện./." in page
    assert "Nguyễn Văn Bình" in page
    table = reopen(_letter()).tables[-1]
    assert table._tbl.find(f".//{W}cantSplit") is not None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("08 giờ 00 phút, ngày 22 tháng 11 năm 2026", date(2026, 11, 22)),
        ("ngày 31 tháng 02 năm 2026", None),
        ("hôm nay", None),
    ],
)
def test_written_date_is_read_from_the_words(words: str, expected: date | None) -> None:
    assert written_date(words) == expected


def test_characters_no_xml_file_may_hold_are_left_out() -> None:
    document = new_document(title="", author="", written=None)
    layout.add_paragraph(document, "Ý kiến\x00 của\x0b đại biểu\ud800 \N{GRINNING FACE}")
    assert reopen(to_bytes(document)).paragraphs[0].text == "Ý kiến của đại biểu \N{GRINNING FACE}"
