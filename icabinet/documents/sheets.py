"""What people see of an Excel workbook: its visible sheets as tables of text, by openpyxl.

To be called only in the worker.
"""

import re
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from icabinet.documents.docx_package import check_xml
from icabinet.documents.old_fonts import encoding_of, encoding_of_font, to_unicode
from icabinet.documents.refusals import BadPaper
from icabinet.documents.sheet_values import shown

MAX_CELLS = 200_000
_CHARACTER = 5.6
"""Points that a unit of Excel's column width takes at 9 points."""
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_NOT_COMPUTED = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


class Cell(msgspec.Struct, frozen=True, gc=False):
    """`figure`: a number or a date. `columns`, `rows`: how far a merged cell reaches; those it covers are left out."""

    text: str
    bold: bool = False
    figure: bool = False
    columns: int = 1
    rows: int = 1


class Sheet(msgspec.Struct, frozen=True):
    """`widths`: points of each column as the author set it. `head`: rows to be repeated on every page."""

    name: str
    widths: tuple[float, ...]
    rows: tuple[dict[int, Cell], ...]
    head: int


class Workbook(msgspec.Struct, frozen=True):
    sheets: tuple[Sheet, ...]
    title: str

    def paragraphs(self) -> tuple[str, ...]:
        """The words to be found again in a PDF of the workbook; figures look different in every program."""
        cells = (cell for sheet in self.sheets for row in sheet.rows for cell in row.values())
        return tuple(cell.text for cell in cells if not cell.figure)


def read_workbook(path: Path) -> Workbook:
    """Read a .xlsx. Raises BadPaper for hostile XML, more than MAX_CELLS cells or a broken package."""
    check_xml(path)
    try:
        formulas = _check_cells(path)
        values = _loaded(path, data_only=True)
        written = _loaded(path, data_only=False) if formulas else values
        visible = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"]
        sheets = tuple(_sheet(sheet, written[sheet.title]) for sheet in visible)
        return Workbook(sheets, values.properties.title or "")
    except (MemoryError, BadPaper):
        raise
    except Exception as error:  # the library, given a broken package, may raise anything
        raise BadPaper("paper.broken") from error


def _loaded(path: Path, *, data_only: bool) -> Any:
    """From the open file: of a path openpyxl demands a known ending, and the server keeps papers without one."""
    with path.open("rb") as file:
        return openpyxl.load_workbook(file, data_only=data_only, keep_links=False)


def _check_cells(path: Path) -> bool:
    """Whether a formula has no stored result, as when no spreadsheet program ever computed it."""
    cells = 0
    uncomputed = False
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if _SHEET.fullmatch(name):
                content = package.read(name)
                cells += sum(1 for _ in _CELL.finditer(content))
                uncomputed = uncomputed or bool(_NOT_COMPUTED.search(content))
    if cells > MAX_CELLS:
        raise BadPaper("paper.too-many-cells", cells=cells, limit=MAX_CELLS)
    return uncomputed


def _sheet(sheet: Worksheet, written: Worksheet) -> Sheet:
    spans = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    covered = {cell for area in spans.values() for cell in _inside(area)} - set(spans)
    hidden = _hidden_columns(sheet)
    rows = []
    for line in sheet.iter_rows():
        number = line[0].row if line else 0
        if sheet.row_dimensions[number].hidden:
            continue
        cells = {
            cell.column - 1: _cell(cell, written, spans.get((number, cell.column)))
            for cell in line
            if cell.column not in hidden and (number, cell.column) not in covered
        }
        rows.append({column: cell for column, cell in cells.items() if cell.text})
    while rows and not rows[-1]:
        rows.pop()
    return Sheet(sheet.title, _widths(sheet, rows, hidden), tuple(rows), _head(sheet))


def _inside(area: Any) -> list[tuple[int, int]]:
    return [
        (row, column)
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    ]


def _cell(cell: Any, written: Worksheet, span: Any) -> Cell:
    value = cell.value
    if value is None and written is not cell.parent:
        value = written.cell(cell.row, cell.column).value
    text = shown(value, cell.number_format or "General")
    font = str(cell.font.name or "") if text and cell.font else ""
    encoding = encoding_of(font, [text]) if encoding_of_font(font) else None
    text = unicodedata.normalize("NFC", to_unicode(text, encoding) if encoding else text)
    is_figure = value is not None and not isinstance(value, str)
    bold = bool(text and cell.font and cell.font.bold)
    columns, rows = (span.max_col - span.min_col + 1, span.max_row - span.min_row + 1) if span else (1, 1)
    return Cell(text, bold, is_figure, columns, rows)


def _hidden_columns(sheet: Worksheet) -> set[int]:
    """Excel groups neighbours alike into one element, which names the first (`min`) and the last (`max`)."""
    hidden: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min and dimension.max:
            hidden.update(range(dimension.min, min(dimension.max, sheet.max_column) + 1))
    return hidden


def _widths(sheet: Worksheet, rows: list[dict[int, Cell]], hidden: set[int]) -> tuple[float, ...]:
    last = max((column + cell.columns for row in rows for column, cell in row.items()), default=0)
    widths = []
    for column in range(1, min(last, sheet.max_column) + 1):
        dimension = sheet.column_dimensions.get(get_column_letter(column))
        units = dimension.width if dimension and dimension.customWidth else 10.0
        widths.append(0.0 if column in hidden else float(units) * _CHARACTER)
    return tuple(widths)


def _head(sheet: Worksheet) -> int:
    """Rows that the author repeats when printing, else those frozen above; not more than a few."""
    titles = re.search(r"\$?1:\$?(\d+)$", str(sheet.print_title_rows or ""))
    frozen = re.fullmatch(r"[A-Z]+(\d+)", sheet.freeze_panes or "")
    rows = int(titles.group(1)) if titles else int(frozen.group(1)) - 1 if frozen else 0
    return rows if rows <= 8 else 0
