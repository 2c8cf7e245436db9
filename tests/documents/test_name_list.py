"""Lists of names out of Word and Excel files."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from openpyxl.styles import Font

from icabinet.documents import name_list_apart
from icabinet.documents.name_list import lines_of, read_names
from icabinet.documents.name_list_apart import TOO_MUCH, read_apart
from icabinet.documents.refusals import BadPaper

HEAD = ["STT", "Họ và tên", "Chức vụ", "Đơn vị"]


def saved(document: docx.document.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("Ông Nguyễn Văn Trưởng, Chủ tịch")
    table = document.add_table(0, 4)
    for row in (HEAD, ["1", "Bùi Đức Thành", "Giám đốc", "Sở Tài chính"], ["2", "Vũ Thị Lan", "", "Sở Y tế"]):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("Lê Minh")
    return saved(document)


def excel() -> bytes:
    book = openpyxl.Workbook()
    for row in (["DANH SÁCH ĐẠI BIỂU"], HEAD, [1, "Bùi Đức Thành", "Giám đốc"], [2, None, "trống"]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_word_file_of_paragraphs_and_a_table() -> None:
    assert read_names(word()) == [
        "Ông Nguyễn Văn Trưởng, Chủ tịch",
        "Bùi Đức Thành\tGiám đốc\tSở Tài chính",
        "Vũ Thị Lan\tSở Y tế",
        "Lê Minh",
    ]


def test_an_excel_file_with_a_head() -> None:
    assert read_names(excel()) == ["DANH SÁCH ĐẠI BIỂU", "Bùi Đức Thành\tGiám đốc"]


def test_without_a_head_numbers_are_no_names() -> None:
    assert list(lines_of([["1.", "Bùi  Đức Thành", "0912 345 678"], ["", " "]])) == ["Bùi Đức Thành"]


@pytest.mark.parametrize("content", [b"", b"Nguyen Van A", word()[:-40]])
def test_other_files_are_refused(content: bytes) -> None:
    with pytest.raises(BadPaper):
        read_names(content)


def test_a_cell_merged_over_rows_is_told_in_each_and_one_over_columns_once() -> None:
    document = docx.Document()
    table = document.add_table(3, 4)
    for row, name in enumerate(("Bùi Đức Thành", "Vũ Thị Lan")):
        table.cell(row, 0).text = name
    table.cell(0, 2).merge(table.cell(1, 3)).text = "Sở Tài chính"
    table.cell(2, 0).merge(table.cell(2, 3)).text = "Lê Minh"
    assert read_names(saved(document)) == ["Bùi Đức Thành\tSở Tài chính", "Vũ Thị Lan\tSở Tài chính", "Lê Minh"]


def test_a_cell_that_says_it_covers_thousands_of_millions_of_columns_is_one_cell() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Lê Minh", "Sở Y tế"
    table.cell(0, 0)._tc.get_or_add_tcPr().get_or_add_gridSpan().set(qn("w:val"), "2000000000")
    assert read_apart(saved(document)) == ["Lê Minh\tSở Y tế"]


def test_a_blank_cell_at_the_end_of_the_sheet_costs_nothing() -> None:
    """Whole columns in another font leave such a cell in the last row."""
    assert read_apart(sheet(bold="J1048576")) == ["Lê Minh"]


@pytest.mark.parametrize("asked", [{"text": "J1048576"}, {"merged": "A1:XFD1048576"}, {"link": "A1:XFD1048576"}])
def test_a_small_file_that_asks_for_millions_of_cells_is_refused(asked: dict[str, str]) -> None:
    with pytest.raises(BadPaper) as refused:
        read_apart(sheet(**asked))
    assert refused.value.code == TOO_MUCH


def test_a_list_is_read_in_a_process_that_may_die(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says the same as in this one; what takes too long is ended, and refused."""
    assert read_apart(word()) == read_names(word())
    with pytest.raises(BadPaper, match=r"name-list\.kind"):
        read_apart(b"Nguyen Van A")
    monkeypatch.setattr(name_list_apart, "SECONDS", 0)
    with pytest.raises(BadPaper, match=TOO_MUCH):
        read_apart(word())


def sheet(text: str = "", bold: str = "", merged: str = "", link: str = "") -> bytes:
    """One name, and something far away; what openpyxl itself would not write is put in by hand."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Lê Minh"
    if text:
        book.active[text] = "x"
    if bold:
        book.active[bold].font = Font(bold=True)
    parts = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    parts += f'<hyperlinks><hyperlink ref="{link}" location="A1"/></hyperlinks>' if link else ""
    file, changed = io.BytesIO(), io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as package, zipfile.ZipFile(changed, "w") as copy:
        for name in package.namelist():
            content = package.read(name)
            copy.writestr(name, content.replace(b"</sheetData>", b"</sheetData>" + parts.encode()))
    return changed.getvalue()
