"""Strokes of one page of a paper, found again in another version: on a page where the same is printed around them.

Strokes mean what lies under them, and say nothing about it themselves. So they are only carried to a page that shows
the same words in the same places around them; anything else is a proposal for their owner to judge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

import msgspec

from icabinet.documents.reading import Box, Page, Reading

MARGIN = 250
"""Tenths of a point above and below the strokes in which the print must be the same: two lines."""
SHIFT = 15
"""Tenths of a point by which a word may have moved: less than anybody sees."""
ENOUGH = 8
"""Words around the strokes; with fewer the whole page must be the same."""

Spelt = tuple[str, Box]


class Sheet(msgspec.Struct, frozen=True):
    """Strokes of one page (from 1) and the box around them."""

    page: int
    box: Box


class SheetPlace(msgspec.Struct, frozen=True):
    """`kept`: the strokes belong on `page` of the other version. `changed`: `page` is only the likeliest (0: none)."""

    state: Literal["kept", "changed"]
    page: int


def place_sheets(old: Reading, new: Reading, sheets: Sequence[Sheet]) -> list[SheetPlace]:
    return [_place(old, new, sheet) for sheet in sheets]


def _place(old: Reading, new: Reading, sheet: Sheet) -> SheetPlace:
    if sheet.page > len(old.pages):
        return SheetPlace("changed", 0)
    page = old.pages[sheet.page - 1]
    top, bottom = sheet.box[1] - MARGIN, sheet.box[3] + MARGIN
    around = _spelt(page, top, bottom)
    if len(around) < ENOUGH:
        top, bottom = 0, round(page.height * 10)
        around = _spelt(page, top, bottom)
    same = [other for other in new.pages if around and _same(page, other, around, top, bottom)]
    if len(same) > 1:
        same = [other for other in same if other.number == page.number and other.text == page.text]
    if len(same) == 1:
        return SheetPlace("kept", same[0].number)
    return SheetPlace("changed", _likeliest(page, new))


def _spelt(page: Page, top: float, bottom: float) -> list[Spelt]:
    """The words whose middle lies between two heights of the page."""
    return [
        (page.text[word.start : word.end], (word.x0, word.y0, word.x1, word.y1))
        for word in page.words
        if top <= (word.y0 + word.y1) / 2 <= bottom
    ]


def _same(page: Page, other: Page, around: Sequence[Spelt], top: float, bottom: float) -> bool:
    """Every word is there and has not moved, and none was added between them."""
    if abs(page.width - other.width) > 2 or abs(page.height - other.height) > 2:
        return False
    there = _spelt(other, top - SHIFT, bottom + SHIFT)
    added = _spelt(other, top + SHIFT, bottom - SHIFT)
    return _all_among(around, there) and _all_among(added, around)


def _all_among(words: Sequence[Spelt], others: Sequence[Spelt]) -> bool:
    places: dict[str, list[Box]] = {}
    for text, box in others:
        places.setdefault(text, []).append(box)
    return all(any(_near(box, found) for found in places.get(text, ())) for text, box in words)


def _near(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= SHIFT for a, b in zip(one, other, strict=True))


def _likeliest(page: Page, new: Reading) -> int:
    """The page that has most words in common, the nearest number of several; 0 in a version without pages."""
    words = Counter(page.text.split())

    def merit(other: Page) -> tuple[int, int]:
        return sum((words & Counter(other.text.split())).values()), -abs(other.number - page.number)

    return max(new.pages, key=merit).number if new.pages else 0
