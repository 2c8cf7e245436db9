"""A draft set in lines and pages as a reading, and the way from places in a reading back to the draft's words."""

from __future__ import annotations

import bisect
import itertools

import msgspec

from ..documents.reading import Page, Place, Reading, Word, fold
from .drafts import Draft, Written

_LEFT, _TOP, _PITCH, _LETTER = 850, 700, 170, 55


class Setting(msgspec.Struct, frozen=True):
    """Letters a line, lines a page, and whether a running head stands on each page."""

    letters: int = 84
    lines: int = 40
    head: str = ""


def typeset(draft: Draft, setting: Setting) -> Reading:
    """Fixed-width letters are enough: only the breaks matter."""
    lines = [line for part in draft for line in _lines([word.text for word in part.words], setting.letters)]
    pages = [lines[at : at + setting.lines] for at in range(0, len(lines), setting.lines)]
    made = tuple(_page(number, page, setting) for number, page in enumerate(pages, 1))
    return Reading(made, "", "bench", [])


def _lines(words: list[str], letters: int) -> list[tuple[int, list[str]]]:
    """Lines with their indent; the first one of a paragraph is indented."""
    lines: list[tuple[int, list[str]]] = [(6, [])]
    for word in words:
        indent, line = lines[-1]
        if line and indent + sum(map(len, line)) + len(line) + len(word) > letters:
            lines.append((0, []))
        lines[-1][1].append(word)
    return lines


def _page(number: int, lines: list[tuple[int, list[str]]], setting: Setting) -> Page:
    text, words = "", []
    head = [(400, 0, setting.head.format(number).split())] if setting.head else []
    body = [(_TOP + _PITCH * row, indent, line) for row, (indent, line) in enumerate(lines)]
    for y, indent, line in [*head, *body]:
        x = _LEFT + indent * _LETTER
        for place, word in enumerate(line):
            text += " " if place else "\n" if text else ""
            words.append(Word(len(text), len(text) + len(word), x, y, x + len(word) * _LETTER, y + 140))
            text += word
            x += (len(word) + 1) * _LETTER
    return Page(number, 595.0, 842.0, text, tuple(words))


class Ruler:
    """The words of a draft under each place of its reading, however it was printed: by counting letters."""

    def __init__(self, draft: Draft, reading: Reading, setting: Setting | None = None) -> None:
        """Raises ValueError when the reading does not say exactly what the draft says."""
        self.words: list[Written] = [word for part in draft for word in part.words]
        self.parts = [number for number, part in enumerate(draft) for _ in part.words]
        self._ends = list(itertools.accumulate(len(fold(word.text)[0]) for word in self.words))
        self._pages: dict[int, tuple[int, list[int]]] = {}
        total = 0
        folded = ""
        for page in reading.pages:
            head = len(page.text.partition("\n")[0]) + 1 if setting and setting.head else 0
            letters, sources = fold(page.text[head:])
            self._pages[page.number] = total, [head + source for source in sources]
            total += len(letters)
            folded += letters
        if folded != "".join(fold(word.text)[0] for word in self.words):
            raise ValueError("the reading differs from the draft")

    def under(self, places: tuple[Place, ...]) -> range:
        """The indices of the draft's words that the places cover."""
        if not places:
            return range(0)
        first, last = self._letter(places[0].page, places[0].start), self._letter(places[-1].page, places[-1].end)
        return range(bisect.bisect_right(self._ends, first), bisect.bisect_left(self._ends, last) + 1)

    def _letter(self, page: int, at: int) -> int:
        total, sources = self._pages[page]
        return total + bisect.bisect_left(sources, at)
