"""Ruled tables inside an administrative document: a repeated header row and rows that stay whole."""

from collections.abc import Sequence
from typing import Literal

import msgspec
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import Table, _Cell

from icabinet.documents.layout import add_paragraph, drop_first_paragraph
from icabinet.documents.layout_xml import draw_grid, fix_columns, keep_row_whole, repeat_row

_CELL_STYLE = "Nội dung bảng"
_PADDING_MM = 1.2
_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


class Column(msgspec.Struct, frozen=True):
    """One column: its heading, width in millimetres and alignment."""

    heading: str
    width_mm: float
    align: Literal["left", "centre", "right"] = "left"


def add_table(
    document: Document, columns: Sequence[Column], rows: Sequence[Sequence[str]], *, size: float = 12
) -> Table:
    """A ruled table. A row with a single text spans all columns and reads as a subheading.

    Lines inside a cell are parted by a line feed.
    """
    add_spacer(document, keep=True)
    table: Table = document.add_table(rows=1 + len(rows), cols=len(columns))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    fix_columns(table, [column.width_mm for column in columns])
    draw_grid(table, padding_mm=_PADDING_MM)
    table_rows = list(table.rows)
    for cell, column in zip(table_rows[0].cells, columns, strict=True):
        _fill(cell, column.heading, "centre", size, bold=True, keep=True)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for row, texts in zip(table_rows[1:], rows, strict=True):
        _fill_row(list(row.cells), columns, texts, size)
    for row in table_rows:
        keep_row_whole(row)
    repeat_row(table_rows[0])
    return table


def add_spacer(document: Document, *, keep: bool = False) -> None:
    """A small gap; also keeps two tables from flowing into one."""
    spacer = add_paragraph(document, "", style="Canh giữa", keep=keep)
    spacer.paragraph_format.line_spacing = Pt(6)


def _fill_row(cells: list[_Cell], columns: Sequence[Column], texts: Sequence[str], size: float) -> None:
    if len(texts) == 1:
        _fill(cells[0].merge(cells[-1]), texts[0], "left", size, bold=True, keep=True)
        return
    for cell, column, text in zip(cells, columns, texts, strict=True):
        _fill(cell, text, column.align, size)


def _fill(cell: _Cell, text: str, align: str, size: float, *, bold: bool = False, keep: bool = False) -> None:
    for part in text.split("\n"):
        paragraph = add_paragraph(cell, part, style=_CELL_STYLE, size=size, bold=bold, keep=keep)
        paragraph.alignment = _ALIGNMENTS[align]
    while len(cell.paragraphs) > 1 + text.count("\n"):
        drop_first_paragraph(cell)
