"""From the lines of a page to blocks: paragraphs, headings, and runs of short cells.

The text of a PDF has a line break at the end of every printed line; a paragraph has to be put together again.
Everything is an offset into the page's own text, so that a quotation stays word for word.
"""

import re
from dataclasses import dataclass

from icabinet.assistant.text import nfc, syllables

LONGEST_PRINTED_LINE = 140
LONGEST_HEADING = 30
LONGEST_CELL = 12
LONGEST_ROW = 60

_LINE = re.compile(r"[^\n\r]+")
_PAGE_NUMBER = re.compile(r"\W*\d{1,3}\W*")
_CHAPTER = re.compile(r"(?:chương|mục|phần|điều|phụ lục)\s+[ivxlc\d]+", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:[IVXL]+|\d{1,2}(?:\.\d{1,2})*)[.)]\s|[a-zđ]\)\s")
_BULLET = re.compile(r"[-–—+•*▪]\s")
_SENTENCE_END = re.compile(r"[.!?;:…][\"”’)]*$|\./\.$")


@dataclass(frozen=True)
class Block:
    start: int
    end: int
    heading: bool = False
    cells: bool = False


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str
    after_gap: bool


def blocks(page: str) -> list[Block]:
    """The page's blocks in order; page numbers are left out."""
    lines = _lines(page)
    width = min(LONGEST_PRINTED_LINE, max((len(line.text) for line in lines), default=0))
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return _rows(page, [_block(group) for group in groups])


def _lines(page: str) -> list[_Line]:
    found: list[_Line] = []
    end_before = 0
    for match in _LINE.finditer(page):
        text = nfc(match.group()).strip()
        if text and not (not found and _PAGE_NUMBER.fullmatch(text)):
            lead = len(match.group()) - len(match.group().lstrip())
            gap = page.count("\n", end_before, match.start()) > 1
            found.append(_Line(match.start() + lead, match.start() + len(match.group().rstrip()), text, gap))
            end_before = match.end()
    return found


def _continues(group: list[_Line], line: _Line, width: int) -> bool:
    before = group[-1]
    if line.after_gap or _starts_item(line.text):
        return False
    if _shouts(before.text) or _shouts(line.text):
        return _shouts(before.text) and _shouts(line.text)
    if line.text[0].islower():
        return True
    if len(before.text) > LONGEST_PRINTED_LINE:
        return False
    if _SENTENCE_END.search(before.text):
        return len(before.text) >= 0.9 * width
    return len(before.text) >= 0.7 * width


def _starts_item(text: str) -> bool:
    return bool(_CHAPTER.match(text) or _NUMBERED.match(text) or _BULLET.match(text))


def _shouts(text: str) -> bool:
    return len(text) > 3 and text.isupper()


def _block(group: list[_Line]) -> Block:
    text = " ".join(line.text for line in group)
    titled = _shouts(text) or bool(_CHAPTER.match(text) or _NUMBERED.match(text))
    short = len(text.split()) <= LONGEST_HEADING
    heading = titled and short and not _SENTENCE_END.search(text)
    return Block(group[0].start, group[-1].end, heading=heading)


def _rows(page: str, found: list[Block]) -> list[Block]:
    """Joins neighbouring cells of a table, which mean little alone."""
    joined: list[Block] = []
    for block in found:
        cell = _is_cell(page, block)
        if cell and joined and joined[-1].cells and _length(page, joined[-1].start, block.end) <= LONGEST_ROW:
            joined[-1] = Block(joined[-1].start, block.end, cells=True)
        else:
            joined.append(Block(block.start, block.end, heading=block.heading, cells=cell))
    return joined


def _is_cell(page: str, block: Block) -> bool:
    text = page[block.start : block.end]
    ended = _SENTENCE_END.search(text.rstrip())
    return not block.heading and not ended and _length(page, block.start, block.end) <= LONGEST_CELL


def _length(page: str, start: int, end: int) -> int:
    return len(syllables(page[start:end]))
