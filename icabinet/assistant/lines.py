"""From the lines of a page to blocks: paragraphs, headings, rows of a table, runs of short cells.

The text of a PDF has a line break at the end of every printed line; a paragraph has to be put together again.
Everything is an offset into the page's own text, so that a quotation stays word for word.
"""

import re
from dataclasses import dataclass, replace

from icabinet.assistant.text import nfc, syllables

LONGEST_PRINTED_LINE = 140
LONGEST_HEADING = 30
LONGEST_CELL = 12
LONGEST_ROW = 60
FULL_LINE = 0.75
FULL_LAST_LINE = 0.88
PROSE_LINE = 0.7

_LINE = re.compile(r"[^\n\r]+")
_PAGE_NUMBER = re.compile(r"\W*\d{1,3}\W*")
_CHAPTER = re.compile(r"(?:chương|mục|phần|điều|phụ lục)\s+(?:[ivxlc]+|\d+)(?!\w)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:(?:[IVXL]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)[.)]|[a-zđ]\))\s")
_BULLET = re.compile(r"[-–—+•*▪]\s")
_TABLE_HEAD = re.compile(r"S?TT\s")
LONGEST_HEAD_LINE = 6
MOST_HEAD_LINES = 24
_RECIPIENTS = re.compile(r"Nơi nhận\s*:")
_ROW = re.compile(r"(?P<number>\d{1,3})\s+(?P<first>[^\W\d_])")
_HALF_A_DATE = re.compile(r"(?<!\w)(?:ngày|tháng|năm|số|khoản|Điều)$")
_ROW_GROUP = re.compile(r"(?:[A-ZĐ]\.|[IVX]+\.|Nhóm \d)\s")
_SENTENCE_END = re.compile(r"[.!?;:…][\"”’)]*$")


@dataclass(frozen=True)
class Block:
    start: int
    end: int
    heading: bool = False
    cells: bool = False
    table_head: bool = False


def level(heading: str) -> int:
    """How deep a heading stands: a chapter 1, "I." 2, "1." 3, "1.1." 4, "a)" 5; one in capital letters 0."""
    if _CHAPTER.match(heading):
        return 1
    numbered = _NUMBERED.match(heading)
    if numbered is None:
        return 0
    mark = numbered.group().rstrip(" .)")
    if mark.isdigit():
        return 3
    return 2 if mark.isupper() else 4 + mark.isalpha()


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str
    after_gap: bool
    row: bool = False
    head: bool = False

    @property
    def shouts(self) -> bool:
        return len(self.text) > 3 and self.text.isupper()

    @property
    def starts_item(self) -> bool:
        marks = (_CHAPTER, _NUMBERED, _BULLET, _TABLE_HEAD, _RECIPIENTS)
        return self.row or any(mark.match(self.text) for mark in marks)


def blocks(page: str) -> list[Block]:
    """The page's blocks in order; a page number at the top is left out."""
    lines = _mark_heads(_mark_rows(_lines(page)))
    width = min(LONGEST_PRINTED_LINE, max((len(line.text) for line in lines), default=0))
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return _join_cells(page, [_block(group) for group in groups])


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


def _mark_rows(lines: list[_Line]) -> list[_Line]:
    """Lines that begin with a number are rows when the page also has the row before or after."""
    numbers = [_row_number(line.text) for line in lines]
    known = set(numbers)
    return [
        line
        if number is None
        else _Line(line.start, line.end, line.text, line.after_gap, row=bool({number - 1, number + 1} & known))
        for line, number in zip(lines, numbers, strict=True)
    ]


def _row_number(text: str) -> int | None:
    """ "14 tuổi" and "10 năm 2026" at the beginning of a line are the rest of something else."""
    match = _ROW.match(text)
    return int(match["number"]) if match and match["first"].isupper() else None


def _mark_heads(lines: list[_Line]) -> list[_Line]:
    """The lines of a table's heading, which are narrow cells one below the other, up to its first row."""
    marked = list(lines)
    for at, line in enumerate(lines):
        if not line.row and _TABLE_HEAD.match(line.text):
            for place in range(at, _end_of_head(lines, at)):
                marked[place] = replace(lines[place], head=True)
    return marked


def _end_of_head(lines: list[_Line], start: int) -> int:
    """Only the first line where no row follows: then it is something else."""
    for at in range(start + 1, min(len(lines), start + MOST_HEAD_LINES)):
        if lines[at].row or _ROW_GROUP.match(lines[at].text):
            return at
        if len(lines[at].text.split()) > LONGEST_HEAD_LINE:
            break
    return start + 1


def _continues(group: list[_Line], line: _Line, width: int) -> bool:
    before = group[-1]
    if before.head or line.head:
        return before.head and line.head and not _TABLE_HEAD.match(line.text)
    if line.after_gap or line.starts_item:
        return False
    if before.shouts or line.shouts:
        return before.shouts and line.shouts
    if group[0].row:
        if len(line.text) > PROSE_LINE * width and line.text[0].isupper():
            return False
        return sum(len(one.text.split()) for one in group) < LONGEST_ROW
    if line.text[0].islower() or _HALF_A_DATE.search(before.text):
        return True
    return _was_full(before, line, width)


def _was_full(before: _Line, line: _Line, width: int) -> bool:
    """Whether the next word had no room left on the line before: then the break is the printer's."""
    first_word = line.text.split(maxsplit=1)[0]
    length = len(before.text) + 1 + len(first_word)
    share = FULL_LAST_LINE if _SENTENCE_END.search(before.text) else FULL_LINE
    return share * width < length and len(before.text) <= LONGEST_PRINTED_LINE


def _block(group: list[_Line]) -> Block:
    first = group[0]
    if first.head and len(group) > 1:
        return Block(first.start, group[-1].end, heading=True, table_head=True)
    text = " ".join(line.text for line in group)
    titled = first.shouts or any(mark.match(text) for mark in (_CHAPTER, _NUMBERED, _TABLE_HEAD))
    short = len(text.split()) <= LONGEST_HEADING
    heading = titled and short and not _SENTENCE_END.search(text)
    return Block(first.start, group[-1].end, heading=heading, cells=first.row, table_head=heading and first.head)


def _join_cells(page: str, found: list[Block]) -> list[Block]:
    """Joins neighbouring cells of a table, which mean little alone; a numbered row stays by itself."""
    joined: list[Block] = []
    for block in found:
        loose = _is_loose_cell(page, block)
        if loose and joined and joined[-1].cells and _length(page, joined[-1].start, block.end) <= LONGEST_ROW:
            joined[-1] = Block(joined[-1].start, block.end, cells=True)
        else:
            joined.append(replace(block, cells=block.cells or loose))
    return joined


def _is_loose_cell(page: str, block: Block) -> bool:
    ended = _SENTENCE_END.search(page[block.start : block.end].rstrip())
    special = block.heading or block.cells
    return not special and not ended and _length(page, block.start, block.end) <= LONGEST_CELL


def _length(page: str, start: int, end: int) -> int:
    return len(syllables(page[start:end]))
