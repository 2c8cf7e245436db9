"""Words of one PDF page with their boxes, in reading order, by pdfium's text page.

pdfium gives characters in the order of the content stream; it marks a hyphen at a line end by U+0002 and gives no
line break after it. Page numbers in the margins are left out, so that a sentence running over the page end stays
whole.
"""

import collections
import contextlib
import ctypes
import functools
import itertools
import math
import operator
import re
import unicodedata
from collections.abc import Iterator

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium_c

from icabinet.documents.old_fonts import SIGNS, Encoding, to_unicode
from icabinet.documents.pdf_fonts import old_encodings
from icabinet.documents.reading import Box
from icabinet.documents.refusals import BadPaper

MAX_CHARACTERS = 300_000
MARGIN = 600
_SAMPLE = 100
_BROKEN_HYPHEN = frozenset("\x02\ufffe")
_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–—]?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE)

PointBox = tuple[float, float, float, float]


class Piece(msgspec.Struct, frozen=True, gc=False):
    """Characters without white space on one printed line. `glued`: no white space before it in the text;
    `converted`: written in a font from before Unicode.
    """

    text: str
    box: Box
    glued: bool = False
    converted: bool = False


Line = list[Piece]


class Screen:
    """Turns points of PDF user space into tenths of a point from the displayed page's top left corner."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        self.width, self.height = page.get_size()
        self._columns = round(self.width * 10)
        self._rows = round(self.height * 10)

    def box(self, points: PointBox) -> Box | None:
        """The displayed box of (left, bottom, right, top), cut at the page's edges; None when it is outside."""
        left, bottom, right, top = points
        x0, y0 = self._at(left, bottom)
        x1, y1 = self._at(right, top)
        columns = sorted((_within(x0, self._columns), _within(x1, self._columns)))
        rows = sorted((_within(y0, self._rows), _within(y1, self._rows)))
        if columns[0] == columns[1] or rows[0] == rows[1]:
            return None
        return columns[0], rows[0], columns[1], rows[1]

    def _at(self, x: float, y: float) -> tuple[int, int]:
        column = ctypes.c_int()
        row = ctypes.c_int()
        pdfium_c.FPDF_PageToDevice(self._page.raw, 0, 0, self._columns, self._rows, 0, x, y, column, row)
        return column.value, row.value


def _within(value: int, limit: int) -> int:
    return min(max(value, 0), limit)


def read_lines(page: pypdfium2.PdfPage, screen: Screen) -> list[Line]:
    """The printed lines of `page` without its page number. Raises BadPaper above MAX_CHARACTERS."""
    lines: list[Line] = [[]]
    for word, starts_line in _words(page):
        if starts_line and lines[-1]:
            lines.append([])
        lines[-1].extend(_pieces(word, screen))
    return without_page_number([line for line in lines if line], screen.height)


def without_page_number(lines: list[Line], page_height: float) -> list[Line]:
    """The lines but those that are only a page number; the height in points."""
    return [line for line in lines if not _is_page_number(line, lines, round(page_height * 10))]


Glyph = tuple[str, PointBox, Encoding | None]


def _words(page: pypdfium2.PdfPage) -> Iterator[tuple[list[Glyph], bool]]:
    """Runs of glyphs between white space, each with whether a line break came before it."""
    word: list[Glyph] = []
    line_break = False
    for glyph in _glyphs(page):
        if glyph[0] not in _WHITE_SPACE:
            word.append(glyph)
            continue
        if word:
            yield word, line_break
            word = []
            line_break = False
        line_break = line_break or glyph[0] == "\n"
    if word:
        yield word, line_break


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """pdfium orders text by the page as displayed, so a page that lies on its side is first turned upright."""
    shown = page.get_rotation()
    try:
        upright = _upright(page, shown)
        if upright != shown:
            page.set_rotation(upright)
        return list(_in_order(page))
    finally:
        page.set_rotation(shown)


def _upright(page: pypdfium2.PdfPage, shown: int) -> int:
    """The rotation in which most characters of the page stand upright."""
    with contextlib.closing(page.get_textpage()) as text_page:
        count = text_page.count_chars()
        if count > MAX_CHARACTERS:
            raise BadPaper("paper.too-complex", characters=count)
        sample = range(0, count, count // _SAMPLE + 1)
        angles = [pdfium_c.FPDFText_GetCharAngle(text_page.raw, index) for index in sample]
    rotations = collections.Counter(-round(math.degrees(angle) / 90) * 90 % 360 for angle in angles if angle >= 0)
    return rotations.most_common(1)[0][0] if rotations else shown


def _in_order(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    with contextlib.closing(page.get_textpage()) as text_page:
        ruler = _Ruler(text_page.raw)
        codes = [pdfium_c.FPDFText_GetUnicode(text_page.raw, index) for index in range(text_page.count_chars())]
        encodings = old_encodings(text_page.raw, codes)
        for index, code in enumerate(codes):
            encoding = encodings.get(index)
            char = chr(code) if encoding and code in SIGNS else _readable(code)
            if char:
                yield char, _NO_BOX if char in _WHITE_SPACE else ruler.box(index), encoding


_NO_BOX = (0.0, 0.0, 0.0, 0.0)
_WHITE_SPACE = " \n"


@functools.lru_cache(maxsize=4096)
def _readable(code: int) -> str:
    """The character of a code, "-" for a hyphen at a line end, "" for what has no meaning as text."""
    if not 0 < code < 0x110000:
        return ""
    char = chr(code)
    if char in _BROKEN_HYPHEN:
        return "-"
    if char.isspace():
        return "\n" if char == "\n" else " "
    return "" if unicodedata.category(char) in ("Cc", "Cf", "Cs") or char == "\uffff" else char


class _Ruler:
    """Measures the characters of one text page; the C structs are made once, for it is called for every one."""

    def __init__(self, text_page: pdfium_c.FPDF_TEXTPAGE) -> None:
        self._text_page = text_page
        self._loose = pdfium_c.FS_RECTF()
        self._left, self._right, self._bottom, self._top = (ctypes.c_double() for _ in range(4))

    def box(self, index: int) -> PointBox:
        """The line-high box of a character, widened where its ink (stacked accents) goes beyond it."""
        loose = self._loose
        left, right, bottom, top = self._left, self._right, self._bottom, self._top
        has_loose = pdfium_c.FPDFText_GetLooseCharBox(self._text_page, index, loose)
        has_ink = pdfium_c.FPDFText_GetCharBox(self._text_page, index, left, right, bottom, top)
        ink = (left.value, bottom.value, right.value, top.value)
        if not has_loose:
            return ink if has_ink else _NO_BOX
        high = (loose.left, min(loose.bottom, loose.top), loose.right, max(loose.bottom, loose.top))
        return _union(high, ink) if has_ink else high


def _union(one: PointBox, other: PointBox) -> PointBox:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _pieces(word: list[Glyph], screen: Screen) -> Iterator[Piece]:
    """The word cut where it goes on in another line; parts off the page are not what people see and are dropped."""
    start = 0
    glued = False
    for index in range(1, len(word) + 1):
        if index < len(word) and not _jumps(word[index - 1][1], word[index][1]):
            continue
        piece = _piece(word[start:index], screen, glued)
        start = index
        if piece:
            yield piece
            glued = True


def _jumps(before: PointBox, after: PointBox) -> bool:
    """Whether a glyph stands apart from the one before it in both directions, as at a line end."""
    goes_on_right = before[0] <= after[0] <= before[2] + after[3] - after[1]
    if goes_on_right and after[1] <= before[3] and before[1] <= after[3]:
        return False
    if after == _NO_BOX or before == _NO_BOX:
        return False
    height = max(before[3] - before[1], after[3] - after[1])
    width = max(before[2] - before[0], after[2] - after[0])
    gap_x = max(after[0] - before[2], before[0] - after[2])
    gap_y = max(after[1] - before[3], before[1] - after[3])
    along_and_off = gap_x > width and gap_y > -0.6 * height
    off_and_along = gap_y > height and gap_x > -0.6 * width
    return along_and_off or off_and_along


def _piece(glyphs: list[Glyph], screen: Screen, glued: bool) -> Piece | None:
    placed = [box for _, box, _ in glyphs if box != _NO_BOX]
    if not placed:
        return None
    left, bottom, right, top = zip(*placed, strict=True)
    displayed = screen.box((min(left), min(bottom), max(right), max(top)))
    runs = [
        (encoding, "".join(char for char, _, _ in run))
        for encoding, run in itertools.groupby(glyphs, key=operator.itemgetter(2))
    ]
    text = "".join(to_unicode(run, encoding) if encoding else run for encoding, run in runs)
    converted = any(encoding and to_unicode(run, encoding) != run for encoding, run in runs)
    return Piece(unicodedata.normalize("NFC", text), displayed, glued, converted) if displayed else None


def _is_page_number(line: Line, lines: list[Line], page_height: int) -> bool:
    """A number alone in the top or bottom margin (Decree 30/2020/NĐ-CP, Annex I: centred in the top margin)."""
    top = min(piece.box[1] for piece in line)
    bottom = max(piece.box[3] for piece in line)
    in_margin = bottom <= MARGIN or top >= page_height - MARGIN
    if not in_margin or not _PAGE_NUMBER.fullmatch(" ".join(piece.text for piece in line)):
        return False
    return not any(_beside(other, top, bottom) for other in lines if other is not line)


def _beside(line: Line, top: int, bottom: int) -> bool:
    middle = (top + bottom) / 2
    return any(piece.box[1] <= middle <= piece.box[3] for piece in line)
