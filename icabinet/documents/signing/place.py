"""Where on a page of our own the visible signature goes: into the room above the signer's name."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator

import msgspec
import pypdf

WIDTH, HEIGHT = 176, 50
"""Points; the layout leaves 64 between the signer's post and his name."""
_ABOVE_NAME = 15
_SAME_LINE = 2.0


class Place(msgspec.Struct, frozen=True):
    """Page (from 0) and the left, lower, right and upper edge in points."""

    page: int
    box: tuple[int, int, int, int]


class _Piece(msgspec.Struct, frozen=True):
    text: str
    x: float
    y: float


def place_of(pdf: bytes, name: str) -> Place | None:
    """None without a name, or where no line with it has free room above: the signature is then invisible."""
    wanted = _plain(name)
    if not wanted:
        return None
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    for number in range(len(pages) - 1, -1, -1):
        page = pages[number]
        pieces = _pieces(page)
        for x, y in _lines_with(pieces, wanted):
            if x > float(page.mediabox.width) * 0.4 and _free(pieces, x, y):
                return Place(number, _box(x, y, float(page.mediabox.width)))
    return None


def _pieces(page: pypdf.PageObject) -> list[_Piece]:
    found: list[_Piece] = []

    def see(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append(_Piece(text, x, y))

    page.extract_text(visitor_text=see)
    return found


def _lines_with(pieces: list[_Piece], wanted: str) -> Iterator[tuple[float, float]]:
    """Left end and base of every line that is the name and nothing else, from the bottom of the page."""
    for y in sorted({round(piece.y) for piece in pieces}):
        line = sorted((piece for piece in pieces if abs(piece.y - y) < _SAME_LINE), key=lambda piece: piece.x)
        for start in range(len(line)):
            if _plain("".join(piece.text for piece in line[start:])) == wanted:
                yield line[start].x, line[start].y
                break


def _free(pieces: list[_Piece], x: float, y: float) -> bool:
    low, high = y + _ABOVE_NAME, y + _ABOVE_NAME + HEIGHT - 5
    return not any(low < piece.y < high and piece.x > x - WIDTH / 2 for piece in pieces)


def _box(x: float, y: float, width: float) -> tuple[int, int, int, int]:
    """The right column of the signature block is 85 mm wide and ends at the page's text."""
    right = round(width) - 57
    left = right - 241
    middle = (left + right) // 2
    bottom = round(y) + _ABOVE_NAME
    return middle - WIDTH // 2, bottom, middle + WIDTH // 2, bottom + HEIGHT


def _plain(words: str) -> str:
    return "".join(unicodedata.normalize("NFC", words).split())
