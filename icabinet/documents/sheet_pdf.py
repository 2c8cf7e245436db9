"""A workbook drawn as tables on A4 pages, for servers without LibreOffice: every visible cell, in the order of rows.

What is too wide is set smaller, then wrapped, then continued on further pages column by column.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from reportlab.pdfgen.canvas import Canvas

from icabinet.documents.pdf import MAX_PAGES
from icabinet.documents.refusals import BadPaper
from icabinet.documents.sheets import Cell, Sheet, Workbook
from icabinet.documents.typeset import LEADING, canvas, width, wrap, write

A4 = (595.28, 841.89)
MARGIN = 36.0
SIZES = (9.0, 8.0, 7.0, 6.0)
_HEADING = 13.0
_PAD = 3.0
_NARROWEST = 24.0
_WIDEST = 260.0
_SAMPLED_ROWS = 400
_GREY = 0.65


class _Plan(msgspec.Struct, frozen=True):
    """How a sheet is set: page size, type size, and the columns of each strip of pages with their widths."""

    page: tuple[float, float]
    size: float
    strips: tuple[tuple[int, ...], ...]
    widths: tuple[float, ...]


def workbook_to_pdf(workbook: Workbook, target: Path) -> None:
    """Raises BadPaper above MAX_PAGES pages."""
    page = canvas(target, workbook.title)
    pen = _Pen(page)
    shown = [sheet for sheet in workbook.sheets if sheet.rows] or [Sheet("", (), (), 0)]
    for sheet in shown:
        plan = _plan(sheet)
        for number, strip in enumerate(plan.strips or ((),)):
            pen.begin(plan, sheet.name if number == 0 else f"{sheet.name} ({number + 1})")
            _draw(sheet, plan, strip, pen)
    pen.end()
    page.save()


def _plan(sheet: Sheet) -> _Plan:
    upright, lying = A4, (A4[1], A4[0])
    for size in SIZES:
        for page in (upright, lying):
            for wraps in (False, True):
                widths = _natural(sheet, size, wraps)
                if sum(widths) <= page[0] - 2 * MARGIN:
                    return _Plan(page, size, (_columns(widths),), widths)
    widths = tuple(min(one, _WIDEST / 2) if one else 0.0 for one in _natural(sheet, SIZES[2], True))
    return _Plan(lying, SIZES[2], _strips(widths, lying[0] - 2 * MARGIN), widths)


def _columns(widths: tuple[float, ...]) -> tuple[int, ...]:
    return tuple(column for column, one in enumerate(widths) if one)


def _natural(sheet: Sheet, size: float, wraps: bool) -> tuple[float, ...]:
    """The width each column asks for: that of its text, or no more than the author's when text `wraps` in it."""
    wanted = [_NARROWEST if one else 0.0 for one in sheet.widths]
    for row in sheet.rows[:_SAMPLED_ROWS]:
        for column, cell in row.items():
            if cell.columns == 1 and wanted[column]:
                room = max(sheet.widths[column] * size / SIZES[0], 8 * size)
                longest = max(width(line, size, cell.bold) for line in cell.text.split("\n")) + 2 * _PAD
                wanted[column] = min(
                    max(wanted[column], longest if cell.figure or not wraps else min(longest, room)), _WIDEST
                )
    return tuple(wanted)


def _strips(widths: tuple[float, ...], room: float) -> tuple[tuple[int, ...], ...]:
    strips: list[list[int]] = [[]]
    for column in _columns(widths):
        if strips[-1] and sum(widths[one] for one in strips[-1]) + widths[column] > room:
            strips.append([])
        strips[-1].append(column)
    return tuple(map(tuple, strips))


class _Pen:
    """Where the next row goes; makes new pages and numbers them."""

    def __init__(self, page: Canvas) -> None:
        self.page = page
        self.y = 0.0
        self._number = 0
        self._size = A4

    def begin(self, plan: _Plan, heading: str) -> None:
        self._size = plan.page
        self.turn()
        lines = wrap(heading, _HEADING, plan.page[0] - 2 * MARGIN, bold=True) if heading else []
        for line in lines:
            self.y -= _HEADING * LEADING
            write(self.page, MARGIN, self.y, line, _HEADING, bold=True)
        self.y -= _PAD * 2

    def turn(self) -> None:
        self.end()
        self._number += 1
        if self._number > MAX_PAGES:
            raise BadPaper("paper.too-many-pages", pages=self._number, limit=MAX_PAGES)
        self.page.setPageSize(self._size)
        self.page.setLineWidth(0.4)
        self.page.setStrokeGray(_GREY)
        self.y = self._size[1] - MARGIN

    def end(self) -> None:
        if self._number:
            number = str(self._number)
            write(self.page, (self._size[0] - width(number, 8)) / 2, MARGIN / 2, number, 8)
            self.page.showPage()

    def room(self) -> float:
        return self.y - MARGIN


def _draw(sheet: Sheet, plan: _Plan, strip: tuple[int, ...], pen: _Pen) -> None:
    """The row that does not fit goes to the next page; one higher than a page is cut between its lines."""
    head = [_Row(row, plan, strip) for row in sheet.rows[: sheet.head]]
    page_height = plan.page[1] - 2 * MARGIN
    if sum(row.height for row in head) > page_height / 2:
        head = []
    whole = page_height - sum(row.height for row in head)
    for number, cells in enumerate(sheet.rows):
        row = _Row(cells, plan, strip)
        while row.lines:
            part = row.cut(pen.room() if row.height > whole else row.height)
            if part is None or part.height > pen.room():
                pen.turn()
                for again in head if number >= len(head) else []:
                    again.draw(pen)
                continue
            part.draw(pen)
            row = row.rest(part)


class _Row:
    """A row of a strip, its cells wrapped. `lines` counts those of its highest cell; at least one."""

    def __init__(self, cells: dict[int, Cell], plan: _Plan, strip: tuple[int, ...]) -> None:
        self._size = plan.size
        self._boxes = list(_boxes(cells, plan, strip))
        self._texts = [wrap(cell.text, plan.size, room - 2 * _PAD, cell.bold) for cell, _, room in self._boxes]
        self.lines = max((len(lines) for lines in self._texts), default=1)

    @property
    def height(self) -> float:
        return self.lines * self._size * LEADING + 2 * _PAD

    def cut(self, room: float) -> "_Row | None":
        """As much of the row as fits into `room`; None when not one line does."""
        fitting = min(self.lines, int((room - 2 * _PAD + 0.01) / (self._size * LEADING)))
        return self._part(0, fitting) if fitting > 0 else None

    def rest(self, drawn: "_Row") -> "_Row":
        return self._part(drawn.lines, self.lines)

    def _part(self, first: int, last: int) -> "_Row":
        part = object.__new__(_Row)
        part._size, part._boxes = self._size, self._boxes
        part._texts = [lines[first:last] for lines in self._texts]
        part.lines = last - first
        return part

    def draw(self, pen: _Pen) -> None:
        top = pen.y
        for (cell, x, room), lines in zip(self._boxes, self._texts, strict=True):
            pen.page.rect(x, top - self.height, room, self.height)
            baseline = top - _PAD
            for line in lines:
                baseline -= self._size * LEADING
                indent = room - _PAD - width(line, self._size, cell.bold) if cell.figure else _PAD
                write(pen.page, x + max(indent, _PAD), baseline + self._size * 0.28, line, self._size, cell.bold)
        pen.y = top - self.height


def _boxes(cells: dict[int, Cell], plan: _Plan, strip: tuple[int, ...]) -> Iterator[tuple[Cell, float, float]]:
    """The cells of a row with where they begin and how wide they are; a merged one covers its neighbours."""
    x = MARGIN
    covered = 0
    for column in strip:
        room = plan.widths[column]
        if column >= covered:
            cell = cells.get(column, Cell(""))
            covered = column + cell.columns
            yield cell, x, sum(plan.widths[one] for one in strip if column <= one < covered)
        x += room
