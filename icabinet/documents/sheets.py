"""What people see of an Excel workbook: its visible sheets as tables of text, by openpyxl.

To be called only in the worker.
"""

import re
import unicodedata
from pathlib import Path
from typing import Any

import msgspec
import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from icabinet.documents.docx_package import check_xml
from icabinet.documents.old_fonts import encoding_of, encoding_of_font, to_unicode
from icabinet.documents.refusals import BadPaper
from icabinet.documents.sheet_bounds import MAX_CELLS, check_cells
from icabinet.documents.sheet_values import shown

_CHARACTER = 5.6
"""Points that a unit of Excel's column width takes at 9 points."""


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
    """Read a .xlsx. Raises BadPaper for hostile XML, more cells than check_cells takes, or a broken package."""
    check_xml(path)
    try:
        formulas = check_cells(path)
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


def _sheet(sheet: Worksheet, written: Worksheet) -> Sheet:
    """By the cells that are there, not by the grid they span: one in the last row of all is nothing unusual."""
    spans = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    hidden = _hidden_columns(sheet)
    found: dict[int, dict[int, Cell]] = {}
    for row, column in sorted(sheet._cells):
        if column not in hidden and not _is_hidden(sheet, row):
            cell = _cell(sheet._cells[row, column], written, spans.get((row, column)))
            if cell.text:
                found.setdefault(row, {})[column - 1] = cell
    last = max(found, default=0)
    if last > MAX_CELLS:  # blank rows are drawn like others
        raise BadPaper("paper.too-many-cells", cells=last, limit=MAX_CELLS)
    rows = tuple(found.get(row, {}) for row in range(1, last + 1) if not _is_hidden(sheet, row))
    return Sheet(sheet.title, _widths(sheet, rows, hidden), rows, _head(sheet))


def _is_hidden(sheet: Worksheet, row: int) -> bool:
    dimension = sheet.row_dimensions.get(row)
    return bool(dimension and dimension.hidden)


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
    last = sheet.max_column
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min and dimension.max:
            hidden.update(range(dimension.min, min(dimension.max, last) + 1))
    return hidden


def _widths(sheet: Worksheet, rows: tuple[dict[int, Cell], ...], hidden: set[int]) -> tuple[float, ...]:
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
