"""Ruled tables inside an administrative document: a repeated header row and rows that stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Literal
from weakref import WeakKeyDictionary

import msgspec
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row, CT_Tbl
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from icabinet.documents.layout import add_paragraph, drop_first_paragraph, printable
from icabinet.documents.layout_xml import draw_grid, fix_columns, keep_row_whole, repeat_row

_CELL_STYLE = "Nội dung bảng"
_PADDING_MM = 1.2
_ANYTHING = "…"
_MODELS: WeakKeyDictionary[object, dict[tuple[tuple[Column, ...], float], _Model]] = WeakKeyDictionary()
"""Of each document that is being written."""
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
    spacer = add_spacer(document, keep=True)
    known = _MODELS.setdefault(document.part, {})
    key = (tuple(columns), size)
    if key not in known:
        known[key] = _model(document, columns, size)
    model = known[key]
    table = Table(deepcopy(model.head), document)
    spacer._p.addnext(table._tbl)
    for texts in rows:
        _add_row(table, model, columns, texts, size)
    return table


class _Model:
    """A table with its heading alone, an empty row of it, and one of plain cells, all laid out.

    Tables are copies of it: a thousand delegates and sixty votes would take seconds otherwise.
    """

    def __init__(self, head: CT_Tbl, blank: CT_Row, plain: CT_Row) -> None:
        self.head, self.blank, self.plain = head, blank, plain


def _model(document: Document, columns: Sequence[Column], size: float) -> _Model:
    table: Table = document.add_table(rows=2, cols=len(columns))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    fix_columns(table, [column.width_mm for column in columns])
    draw_grid(table, padding_mm=_PADDING_MM)
    header, blank = table.rows
    keep_row_whole(header)
    keep_row_whole(blank)
    repeat_row(header)
    for cell, column in zip(header.cells, columns, strict=True):
        _fill(cell, column.heading, "centre", size, bold=True, keep=True)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    table._tbl.remove(blank._tr)
    plain = deepcopy(blank._tr)
    _fill_row(list(_Row(plain, table).cells), columns, [_ANYTHING] * len(columns), size)
    document.element.body.remove(table._tbl)
    return _Model(table._tbl, blank._tr, plain)


def _add_row(table: Table, model: _Model, columns: Sequence[Column], texts: Sequence[str], size: float) -> None:
    simple = len(texts) == len(columns) > 1
    row = deepcopy(model.plain if simple else model.blank)
    table._tbl.append(row)
    if not simple:
        _fill_row(list(_Row(row, table).cells), columns, texts, size)
        return
    for cell, text in zip(list(row.iter(qn("w:tc"))), texts, strict=True):
        _write_lines(next(cell.iter(qn("w:p"))), text.split("\n"))


def _write_lines(paragraph: BaseOxmlElement, lines: Sequence[str]) -> None:
    """The paragraph takes the first line, copies behind it the others."""
    places = [paragraph, *(deepcopy(paragraph) for _ in lines[1:])]
    for before, place in pairwise(places):
        before.addnext(place)
    for place, line in zip(places, lines, strict=True):
        _write(next(place.iter(qn("w:r"))), printable(line))


def _write(run: BaseOxmlElement, text: str) -> None:
    """What python-docx would make of the text, at a tenth of the time where there is nothing to translate."""
    words = run.find(qn("w:t"))
    if not text or text != text.strip() or "\t" in text or "\r" in text:
        run.text = text
    else:
        words.text = text


def add_spacer(document: Document, *, keep: bool = False) -> Paragraph:
    """A small gap; also keeps two tables from flowing into one."""
    spacer = add_paragraph(document, "", style="Canh giữa", keep=keep)
    spacer.paragraph_format.line_spacing = Pt(6)
    return spacer


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
