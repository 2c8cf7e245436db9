"""Widths of Vietnamese text set in Times New Roman, without any font installed.

The advances are those of Liberation Serif 2.1 (OFL-1.1), which are by design those of Times New Roman, in
1/2048 of the type size. A Vietnamese letter is as wide as its base letter, except the horned ơ and ư.
"""

import re
import unicodedata
from collections.abc import Iterator

UNITS_PER_EM = 2048
POINTS_PER_MM = 72 / 25.4

_REGULAR_ASCII = (
    "512 682 836 1024 1024 1706 1593 369 682 682 1024 1155 512 682 512 569 1024 1024 1024 1024 1024 "
    "1024 1024 1024 1024 1024 569 569 1155 1155 1155 909 1886 1479 1366 1366 1479 1251 1139 1479 1479 "
    "682 797 1479 1251 1821 1479 1479 1139 1479 1366 1139 1251 1479 1479 1933 1479 1479 1251 682 569 "
    "682 961 1024 682 909 1024 909 1024 909 682 1024 1024 569 569 1024 569 1593 1024 1024 1024 1024 "
    "682 797 569 1024 1024 1479 1024 1024 909 983 410 983 1108 "
)
_BOLD_ASCII = (
    "512 682 1137 1024 1024 2048 1706 569 682 682 1024 1167 512 682 512 569 1024 1024 1024 1024 1024 "
    "1024 1024 1024 1024 1024 682 682 1167 1167 1167 1024 1905 1479 1366 1479 1479 1366 1251 1593 "
    "1593 797 1024 1593 1366 1933 1479 1593 1251 1593 1479 1139 1366 1479 1479 2048 1479 1479 1366 "
    "682 569 682 1190 1024 682 1024 1139 909 1139 909 682 1024 1139 569 682 1139 569 1706 1139 1024 "
    "1139 1139 909 797 682 1139 1024 1479 1024 1024 909 807 451 807 1065 "
)
_REGULAR_OTHER = "ơ 1083 ư 1110 Ơ 1479 Ư 1589 đ 1024 Đ 1479 – 1024 “ 909 ” 909 … 2048"
_BOLD_OTHER = "ơ 1134 ư 1229 Ơ 1593 Ư 1630 đ 1139 Đ 1479 – 1024 “ 1024 ” 1024 … 2048"
_HORN = "\N{COMBINING HORN}"
_UNKNOWN_ADVANCE = 1479
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_GLUED = re.compile(r" (?=\d)|(?<=\bđề) (?=án\b)|(?<=\bthành) (?=phố\b)|(?<=\bnhân) (?=dân\b)", re.IGNORECASE)


def _table(ascii_advances: str, other: str) -> dict[str, int]:
    printable = {chr(32 + index): int(advance) for index, advance in enumerate(ascii_advances.split())}
    printable[_NO_BREAK_SPACE] = printable[" "]
    pairs = other.split()
    return printable | dict(zip(pairs[::2], map(int, pairs[1::2]), strict=True))


_REGULAR = _table(_REGULAR_ASCII, _REGULAR_OTHER)
_BOLD = _table(_BOLD_ASCII, _BOLD_OTHER)


def _base_letters(text: str) -> Iterator[str]:
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        base = parts[0]
        yield unicodedata.normalize("NFC", base + _HORN) if _HORN in parts else base


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in points of one line of `text` at `size` points."""
    advances = _BOLD if bold else _REGULAR
    units = sum(advances.get(letter, _UNKNOWN_ADVANCE) for letter in _base_letters(text))
    return units * size / UNITS_PER_EM


def balanced_lines(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """`text` broken at spaces into as few lines as fit `width` points, the lines nearly equally long.

    A number stays with the word before it; "đề án", "thành phố" and "nhân dân" are not parted, nor is text at a
    no-break space; a single word wider than `width` keeps a line of its own.
    """
    spaced = _WHITE_SPACE.sub(" ", text).strip(" ")
    if text_width(spaced, size, bold=bold) <= width:
        return [spaced.replace(_NO_BREAK_SPACE, " ")]
    words = _GLUED.sub(_NO_BREAK_SPACE, spaced).split(" ")
    narrowest = _greedy(words, size, width, bold)
    limit = width
    while limit > 1 and len(tighter := _greedy(words, size, limit, bold)) == len(narrowest):
        narrowest = tighter
        limit -= 1
    return [line.replace(_NO_BREAK_SPACE, " ") for line in narrowest]


def _greedy(words: list[str], size: float, width: float, bold: bool) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
