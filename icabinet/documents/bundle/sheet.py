"""Tables for spreadsheets, as CSV and as XLSX. Equal tables give equal bytes, on every machine."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import msgspec
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .zipped import zipped

Cell = str | int
Sheet: TypeAlias = Any
"""openpyxl has no types."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NARROW, _WIDE = 6, 60
_HEADING, _PLAIN = Font("Times New Roman", 12, bold=True), Font("Times New Roman", 12)
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_FIRST = b"1980-01-01T00:00:00Z"


class Table(msgspec.Struct, frozen=True):
    """`name` is the file's; `title` (31 characters at most, none of []:*?/\\) the sheet's."""

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def harmless(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula begins with an apostrophe (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def to_csv(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with its mark and semicolons, as spreadsheets in Vietnamese expect."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def to_xlsx(tables: Sequence[Table]) -> bytes:
    """One sheet a table. Words stand as text: no cell is ever a formula."""
    book = Workbook(write_only=True)
    for table in tables:
        _fill(book.create_sheet(table.title), table)
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = parts["docProps/core.xml"]
    return zipped(parts | {"docProps/core.xml": _CLOCK.sub(_FIRST, core)}, first="[Content_Types].xml")


def _fill(sheet: Sheet, table: Table) -> None:
    for number, width in enumerate(_widths(table), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, cell, _HEADING) for cell in table.head])
    for row in table.rows:
        sheet.append([_cell(sheet, cell, _PLAIN) for cell in row])


def _cell(sheet: Sheet, value: Cell, font: Font) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, _NOT_XML.sub("", value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"
    cell.font, cell.alignment = font, _WRAPPED
    return cell


def _widths(table: Table) -> list[int]:
    """In characters: as the longest cell, within bounds."""
    cells = [[table.head[n], *(row[n] for row in table.rows)] for n in range(len(table.head))]
    return [max(_NARROW, min(_WIDE, max(len(str(cell)) for cell in column) + 2)) for column in cells]
