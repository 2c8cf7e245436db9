"""The words of a reading in one run, as they are compared with another version's: no pages, no lines, no furniture.

A word is compared by two forms. Its `plain` form knows no letter case, no punctuation at its ends, and one place for
the tone ("hoà" is "hòa"); its `key` also forgets what renumbering changes: the number of a heading or an item. A number
that is referred to in a sentence counts as text.
"""

from __future__ import annotations

import bisect
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import msgspec

from icabinet.documents.pdf_words import MARGIN
from icabinet.documents.reading import Page, Place, Reading, Word

NUMBER = "#"
"""The key of every number that renumbering changes."""
HEADS = frozenset({"điều", "khoản", "điểm", "mục", "chương", "phần"})
"""Words before the number of a heading."""
_COUNTED = re.compile(r"\d{1,3}(?:\.\d{1,2})*|[ivxlc]{1,5}|[a-zđ]")
_LABEL = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[ivxIVX]{1,5}[.)]|[a-zđA-ZĐ]\))")
_PART = re.compile(r"[^-\u2010\u2011\u00ad]+")
_EDGES = re.compile(r"^[^\w%]+|[^\w%]+$")
_DIGITS = re.compile(r"\d+")
_SENTENCE_ENDS = (".", ";", ":", "!", "?", "”")
_SHORT_LINE = 0.85
_INDENT = 120
_NEW_TONES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa"}
_NEW_TONES |= {"oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe"}
_NEW_TONES |= {"uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
_NEW_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_NEW_TONES)})$")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word (or a part between hyphens): `text[start:end]` of page number `page`; `row` counts the printed rows.

    `opens` marks the first word of a paragraph, `cell` the first word of a line that stands beside the one before it.
    """

    page: int
    start: int
    end: int
    text: str
    plain: str
    key: str
    opens: bool
    cell: bool


class Line(msgspec.Struct, frozen=True):
    """A printed line: its words and the box around them."""

    words: tuple[Word, ...]
    x0: int
    y0: int
    x1: int
    y1: int


class RunningText:
    """A reading as a list of tokens, with the way back to pages and boxes."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = list(_tokens(reading))
        self._offsets = [0, *itertools.accumulate(len(token.plain) for token in self.tokens)]
        self._joined = "".join(token.plain for token in self.tokens)
        self._starts = [(token.page, token.start) for token in self.tokens]

    def plain(self, first: int, last: int) -> str:
        """The plain letters of the tokens `first` to `last` (not included), joined."""
        return self._joined[self._offsets[first] : self._offsets[last]]

    def occurrences(self, letters: str, at_most: int) -> list[tuple[int, int]]:
        """Where these joined plain letters stand, as whole tokens [first, last); no more than `at_most`."""
        found: list[tuple[int, int]] = []
        at = self._joined.find(letters) if letters else -1
        while at >= 0 and len(found) < at_most:
            first = bisect.bisect_right(self._offsets, at) - 1
            last = bisect.bisect_left(self._offsets, at + len(letters))
            if self._offsets[first] == at and self._offsets[last] == at + len(letters):
                found.append((first, last))
            at = self._joined.find(letters, at + 1)
        return found

    def at(self, page: int, start: int) -> int:
        """The index of the first token that begins at or after a place."""
        return bisect.bisect_left(self._starts, (page, start))

    def places(self, first: int, last: int) -> list[Place]:
        """The stretch of each page that the tokens [first, last) touch."""
        places: list[Place] = []
        for page, group in itertools.groupby(self.tokens[first:last], key=lambda token: token.page):
            tokens = list(group)
            places.append(Place(page, tokens[0].start, tokens[-1].end))
        return places

    def page(self, number: int) -> Page:
        return self.reading.pages[number - 1]


def plain_of(word: str) -> str:
    """The form of a word in which case, outer punctuation, and the place of the tone do not matter."""
    lowered = unicodedata.normalize("NFC", word).casefold()
    bare = _EDGES.sub("", lowered)
    return _NEW_TONE.sub(lambda found: _NEW_TONES[found.group()], bare)


def letters_of(text: str) -> str:
    """The joined plain letters of a quotation."""
    return "".join(plain_of(part) for word in text.split() for part in _PART.findall(word))


def _tokens(reading: Reading) -> Iterator[Token]:
    dropped = _furniture(reading)
    before: Line | None = None
    last = ""
    for page in reading.pages:
        width = max((word.x1 for word in page.words), default=0)
        left = min((word.x0 for word in page.words), default=0)
        for line in lines_of(page):
            if (page.number, line.words[0].start) in dropped:
                continue
            text = page.text[line.words[0].start : line.words[-1].end]
            cell = before is not None and _beside(before, line)
            opens = before is None or (not cell and _begins(before, line, left, width, last, text))
            yield from _tokens_of(page, line, opens, cell)
            before, last = line, text


def lines_of(page: Page) -> Iterator[Line]:
    """The printed lines of a page, in reading order."""
    group: list[Word] = []
    for word in page.words:
        if group and "\n" in page.text[group[-1].end : word.start]:
            yield _line(group)
            group = []
        group.append(word)
    if group:
        yield _line(group)


def _line(words: list[Word]) -> Line:
    return Line(
        tuple(words),
        min(word.x0 for word in words),
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
    )


def _beside(before: Line, line: Line) -> bool:
    """Whether a line goes on to the right of the one before it, no lower: the next cell of a row."""
    return line.x0 >= before.x1 and line.y0 * 2 < before.y0 + before.y1


def _begins(before: Line, line: Line, left: int, right: int, last: str, text: str) -> bool:
    """Whether a line begins a paragraph: a label, an indent, a new row, or a line before it that ended early."""
    width = max(1, right - left)
    early = (before.x1 - left) / width < _SHORT_LINE
    if early or line.x1 <= before.x0:
        return True
    if last.endswith(_SENTENCE_ENDS) and (_LABEL.fullmatch(text.split()[0]) or line.x0 > left + _INDENT):
        return True
    return line.x0 > left + _INDENT and before.x0 <= left + _INDENT


def _tokens_of(page: Page, line: Line, opens: bool, cell: bool) -> Iterator[Token]:
    numbered = False
    first = True
    for word in line.words:
        for part in _PART.finditer(page.text, word.start, word.end):
            text = part.group()
            plain = plain_of(text) or text
            label = first and opens and _LABEL.fullmatch(page.text[word.start : word.end])
            counted = label or (numbered and _COUNTED.fullmatch(plain))
            key = NUMBER if counted else plain
            yield Token(page.number, part.start(), part.end(), text, plain, key, opens and first, cell and first)
            numbered = first and opens and plain in HEADS
            first = False


def _furniture(reading: Reading) -> set[tuple[int, int]]:
    """Headers and footers: lines in the margins that stand, but for their numbers, on most pages."""
    seen: list[tuple[str, int, int]] = []
    for page in reading.pages:
        for line in lines_of(page):
            if line.y1 <= MARGIN or line.y0 >= page.height * 10 - MARGIN:
                text = page.text[line.words[0].start : line.words[-1].end]
                seen.append((_DIGITS.sub(NUMBER, text), page.number, line.words[0].start))
    counts = Counter(text for text, _, _ in seen)
    enough = max(2, len(reading.pages) // 2)
    return {(page, start) for text, page, start in seen if counts[text] >= enough}
