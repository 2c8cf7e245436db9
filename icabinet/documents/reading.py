"""What was read from a paper: pages of text, where every word stands, and finding a quotation again.

Text is NFC. Boxes are whole tenths of a PDF point; the origin is the top left corner of the page as displayed
(after /Rotate and /CropBox).
"""

import bisect
import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

import msgspec

_LINE_OVERLAP = 0.5
_LINE_BREAK = re.compile(r"\n")

Box = tuple[int, int, int, int]


class Word(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A run of characters without white space: `text[start:end]` of its page and its box."""

    start: int
    end: int
    x0: int
    y0: int
    x1: int
    y1: int


class Page(msgspec.Struct, frozen=True):
    """A page: `number` from 1, size in points as displayed, text with one line break a printed line.

    `source`: text was in the paper; the page is a picture without text; its letters were recognised in the picture.
    """

    number: int
    width: float
    height: float
    text: str
    words: tuple[Word, ...]
    source: Literal["text", "picture", "recognised"] = "text"


class Reading(msgspec.Struct, frozen=True):
    """Everything read from one paper, by which `tool`, with `warnings` as stable codes."""

    pages: tuple[Page, ...]
    title: str
    tool: str
    warnings: list[str]


class Place(msgspec.Struct, frozen=True):
    """A stretch of one page: `text[start:end]` of page `page` (from 1)."""

    page: int
    start: int
    end: int


def encode(reading: Reading) -> bytes:
    """The reading as MessagePack."""
    return msgspec.msgpack.encode(reading)


def decode(data: bytes) -> Reading:
    """The reading from MessagePack. Raises msgspec.DecodeError when `data` is not one."""
    return msgspec.msgpack.decode(data, type=Reading)


def boxes(page: Page, start: int, end: int) -> list[Box]:
    """The boxes of `page.text[start:end]`, one a printed line; words cut by the ends are cut in proportion."""
    merged: list[Box] = []
    previous_end = start
    for word in _words_between(page, start, end):
        box = _cut(word, start, end)
        same_line = not _LINE_BREAK.search(page.text, previous_end, word.start)
        if merged and same_line and _side_by_side(merged[-1], box):
            merged[-1] = _around(merged[-1], box)
        else:
            merged.append(box)
        previous_end = word.end
    return merged


def _words_between(page: Page, start: int, end: int) -> Iterator[Word]:
    first = bisect.bisect_right(page.words, start, key=lambda word: word.end)
    for word in page.words[first:]:
        if word.start >= end:
            return
        yield word


def _cut(word: Word, start: int, end: int) -> Box:
    """All letters are taken as equally wide: a box a word keeps the reading small and errs by a letter at most."""
    letter = (word.x1 - word.x0) / (word.end - word.start)
    left = word.x0 + round(letter * max(0, start - word.start))
    right = word.x1 - round(letter * max(0, word.end - end))
    return left, word.y0, right, word.y1


def _side_by_side(left: Box, right: Box) -> bool:
    shared = min(left[3], right[3]) - max(left[1], right[1])
    lower = min(left[3] - left[1], right[3] - right[1])
    return right[0] >= left[0] and shared >= lower * _LINE_OVERLAP


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def locate(reading: Reading, quote: str, page: int | None = None) -> list[Place]:
    """Where `quote` stands: one place for every page it touches, in order; empty when it is not there.

    Letter case, white space, hyphens and the Unicode form (NFC or NFD) do not matter. Of several occurrences the
    first one that starts on `page` is taken, else the first. For many quotations of one reading keep a Finder.
    """
    return Finder(reading).find(quote, page)


class Finder:
    """A reading prepared for finding many quotations: all pages folded into one string with a way back."""

    def __init__(self, reading: Reading) -> None:
        self._page_numbers = [page.number for page in reading.pages]
        self._page_starts = [0]
        self._sources: list[list[int]] = []
        folded_pages = []
        for page in reading.pages:
            folded, sources = fold(page.text)
            folded_pages.append(folded)
            self._sources.append(sources)
            self._page_starts.append(self._page_starts[-1] + len(folded))
        self._folded = "".join(folded_pages)

    def find(self, quote: str, page: int | None = None) -> list[Place]:
        """As `locate`."""
        wanted, _ = fold(unicodedata.normalize("NFC", quote))
        if not wanted:
            return []
        at = self._find_on_page(wanted, page)
        if at < 0:
            at = self._folded.find(wanted)
        return [] if at < 0 else list(self._places(at, at + len(wanted)))

    def _find_on_page(self, wanted: str, page: int | None) -> int:
        if page not in self._page_numbers:
            return -1
        index = self._page_numbers.index(page)
        at = self._folded.find(wanted, self._page_starts[index])
        return at if at < self._page_starts[index + 1] else -1

    def _places(self, start: int, end: int) -> Iterator[Place]:
        for index, sources in enumerate(self._sources):
            page_start = self._page_starts[index]
            first = max(start - page_start, 0)
            last = min(end - page_start, len(sources)) - 1
            if first <= last:
                yield Place(self._page_numbers[index], sources[first], sources[last] + 1)


_DROPPED = frozenset("-\u00ad\u2010\u2011\u200b\ufeff")


def fold(text: str) -> tuple[str, list[int]]:
    """NFC `text` without case, white space and hyphens, and for each folded character its index in `text`."""
    folded: list[str] = []
    sources: list[int] = []
    for index, char in enumerate(text):
        if char in _DROPPED or char.isspace():
            continue
        for part in char.casefold():
            folded.append(part)
            sources.append(index)
    return "".join(folded), sources
