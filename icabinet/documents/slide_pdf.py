"""Slides drawn as PDF pages, for servers without LibreOffice: dark text on white, pictures and tables in their places.

Text is set smaller until it fits its box; what does not fit even so goes on a page of its own behind the slide, so that
no word is lost.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from icabinet.documents.pdf import MAX_PAGES
from icabinet.documents.refusals import BadPaper
from icabinet.documents.slides import Area, Paragraph, Picture, Slides, Table, TextBox
from icabinet.documents.typeset import LEADING, canvas, wrap, write

_PAD = 4.0
_INDENT = 14.0
_SMALLEST = 7.0
_SHRINK = 0.9
_EDGE = 24.0
_TABLE_SIZES = (14.0, 12.0, 10.0, 8.0, 7.0)

_Line = tuple[str, float, bool, float]
"""Text, size, bold, indent."""


def slides_to_pdf(deck: Slides, target: Path) -> None:
    """Raises BadPaper above MAX_PAGES slides."""
    if len(deck.slides) > MAX_PAGES:
        raise BadPaper("paper.too-many-pages", pages=len(deck.slides), limit=MAX_PAGES)
    page = canvas(target, deck.title)
    for slide in deck.slides:
        _Sheet(page, deck.width, deck.height).draw(slide.parts)
    if not deck.slides:
        _Sheet(page, deck.width, deck.height).draw(())
    page.save()


class _Sheet:
    """One slide and the pages behind it for what did not fit."""

    def __init__(self, page: Canvas, width: float, height: float) -> None:
        self._page = page
        self._size = (width, height)
        self._left_over: list[_Line] = []

    def draw(self, parts: tuple[TextBox | Table | Picture, ...]) -> None:
        self._page.setPageSize(self._size)
        for picture in parts:
            if isinstance(picture, Picture):
                self._picture(picture)
        for part in parts:
            if isinstance(part, TextBox):
                self._text(part)
            elif isinstance(part, Table):
                self._table(part)
        self._page.showPage()
        self._rest()

    def _inside(self, area: Area) -> Area:
        """The area cut at the slide's edges: what stands outside was not shown, but its words are kept readable."""
        left, top = (min(max(at, 0.0), side - 2 * _EDGE) for at, side in zip(area[:2], self._size, strict=True))
        return left, top, min(area[2], self._size[0] - left), min(area[3], self._size[1] - top)

    def _picture(self, picture: Picture) -> None:
        left, top, width, height = picture.area
        image = ImageReader(io.BytesIO(picture.content))
        self._page.drawImage(image, left, self._size[1] - top - height, width, height, mask="auto")

    def _text(self, box: TextBox) -> None:
        left, top, width, height = self._inside(box.area)
        room = max(width - 2 * _PAD, 40.0)
        lines = _fitted(box.paragraphs, room, height)
        bottom = top + max(height, 0.0) + _PAD
        y = top + _PAD
        for number, line in enumerate(lines):
            y += line[1] * LEADING
            if y > min(bottom + line[1], self._size[1]):
                self._left_over.extend(lines[number:])
                return
            self._line(line, left + _PAD, self._size[1] - y + line[1] * 0.28)

    def _line(self, line: _Line, x: float, baseline: float) -> None:
        text, size, bold, indent = line
        write(self._page, x + indent, baseline, text, size, bold)

    def _table(self, table: Table) -> None:
        left, top, width, _ = self._inside(table.area)
        columns = max((len(row) for row in table.rows), default=0)
        if not columns:
            return
        room = max(width / columns, 30.0)
        size = next((one for one in _TABLE_SIZES if _height(table, room, one) <= self._size[1] - top), _TABLE_SIZES[-1])
        y = top
        self._page.setStrokeGray(0.65)
        for row in table.rows:
            cells = [wrap(text, size, room - 2 * _PAD) for text in row]
            height = max(map(len, cells)) * size * LEADING + 2 * _PAD
            if y + height > self._size[1]:
                self._left_over.extend((text, size + 2, False, 0.0) for text in row if text)
                continue
            for column, lines in enumerate(cells):
                x = left + column * room
                self._page.rect(x, self._size[1] - y - height, room, height)
                for number, line in enumerate(lines, start=1):
                    baseline = self._size[1] - y - _PAD - number * size * LEADING + size * 0.28
                    write(self._page, x + _PAD, baseline, line, size)
            y += height

    def _rest(self) -> None:
        y = self._size[1]
        for line in _wrapped_again(self._left_over, self._size[0] - 2 * _EDGE):
            step = line[1] * LEADING
            if y == self._size[1]:
                self._page.setPageSize(self._size)
                y -= _EDGE
            y -= step
            self._line(line, _EDGE, y)
            if y < _EDGE + step:
                self._page.showPage()
                y = self._size[1]
        if y != self._size[1]:
            self._page.showPage()


def _fitted(paragraphs: tuple[Paragraph, ...], room: float, height: float) -> list[_Line]:
    scale = 1.0
    while True:
        lines = list(_lines(paragraphs, room, scale))
        smallest = min((line[1] for line in lines), default=_SMALLEST)
        if sum(line[1] * LEADING for line in lines) + _PAD <= height or smallest <= _SMALLEST:
            return lines
        scale *= _SHRINK


def _lines(paragraphs: tuple[Paragraph, ...], room: float, scale: float) -> Iterator[_Line]:
    for paragraph in paragraphs:
        size = max(paragraph.size * scale, _SMALLEST)
        indent = min(paragraph.level * _INDENT * scale, room / 3)
        for text in wrap(paragraph.text, size, room - indent, paragraph.bold):
            yield text, size, paragraph.bold, indent


def _wrapped_again(lines: list[_Line], room: float) -> Iterator[_Line]:
    for text, size, bold, _ in lines:
        readable = max(size, 10.0)
        for part in wrap(text, readable, room, bold):
            yield part, readable, bold, 0.0


def _height(table: Table, room: float, size: float) -> float:
    rows = (max(len(wrap(text, size, room - 2 * _PAD)) for text in row) for row in table.rows if row)
    return sum(lines * size * LEADING + 2 * _PAD for lines in rows)
