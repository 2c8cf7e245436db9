"""Cuts the pages of a paper into passages (for finding) and sentences (for quoting)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from icabinet.assistant.lines import Block, blocks, level
from icabinet.assistant.text import collapse, syllables

LONGEST_PASSAGE = 200

# A semicolon does not end a sentence: in administrative texts it separates parts of one duty.
_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*(?P<space>\s+)(?=[-–\"“‘(\[]*\s?(?P<next>\w))")
_NOT_AN_END = re.compile(
    r"(?:(?<!\w)(?:TP|Tp|ThS|TS|GS|PGS|BS|KS|CN|Q|P|St|Mr|Dr|Tr|tr|v\.v|No|[A-ZĐ])"
    r"|(?:^|\n)\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVXL]+)|(?:Điều|khoản|mục|Chương|Phần|Bảng|Phụ lục)\s+[\dIVXL]+)\.$"
)
_SOFT_BREAK = re.compile(r"(?<=[;,:])\s+|\n+")


@dataclass(frozen=True)
class Sentence:
    """``start`` and ``end`` are offsets into the page's text; ``text`` is that part as a reader sees it."""

    start: int
    end: int
    text: str
    heading: bool = False


@dataclass(frozen=True)
class Passage:
    """At most LONGEST_PASSAGE syllables of one page (1-based); begins with its heading, if one stands above it.

    ``context``: the headings of the sections around it, which may stand on earlier pages. ``columns``: of a row of a
    table the table's heading.
    """

    page: int
    start: int
    end: int
    text: str
    sentences: tuple[Sentence, ...]
    context: str = ""
    columns: str = ""


@dataclass
class Outline:
    """The headings in force at one place of a paper."""

    headings: list[str] = field(default_factory=list)
    columns: str = ""

    def enter(self, heading: str) -> None:
        deep = level(heading)
        self.headings = [*(one for one in self.headings if level(one) < deep), heading]


def passages(pages: Sequence[str]) -> list[Passage]:
    outline = Outline()
    return [found for at, page in enumerate(pages, 1) for found in page_passages(at, page, outline)]


def page_passages(number: int, page: str, outline: Outline) -> list[Passage]:
    """One page after the other with the same outline, which is carried on."""
    made: list[Passage] = []
    headings: list[Sentence] = []
    for block in blocks(page):
        if block.table_head:
            outline.columns = collapse(page[block.start : block.end])
            continue
        if not block.cells and not block.heading:
            outline.columns = ""
        if block.heading:
            headings.append(_sentence(page, block.start, block.end, heading=True))
            outline.enter(headings[-1].text)
            continue
        for sentences in _groups(page, block, headings):
            made.append(_passage(number, page, sentences, outline))
        headings = []
    if headings:
        made.append(_passage(number, page, headings, outline))
    return made


def _groups(page: str, block: Block, headings: list[Sentence]) -> Iterator[list[Sentence]]:
    group = list(headings)
    length = sum(len(syllables(one.text)) for one in group)
    for sentence in _sentences(page, block):
        longer = len(syllables(sentence.text))
        if length + longer > LONGEST_PASSAGE and any(not one.heading for one in group):
            yield group
            group, length = [], 0
        group.append(sentence)
        length += longer
    yield group


def _sentences(page: str, block: Block) -> list[Sentence]:
    if block.cells:
        return [_sentence(page, block.start, block.end)]
    spans = _split(page, block.start, block.end)
    return [_sentence(page, *part) for span in spans for part in _shorten(page, *span)]


def _split(page: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    at = start
    for match in _END.finditer(page, start, end):
        begins = match["next"].isupper() or match["next"].isdigit()
        if begins and not _NOT_AN_END.search(page[at : match.start("space")]):
            spans.append((at, match.start("space")))
            at = match.end("space")
    spans.append((at, end))
    return spans


def _shorten(page: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A "sentence" longer than a passage (a table without full stops) is cut at its commas or lines."""
    at = start
    last = start
    for match in _SOFT_BREAK.finditer(page, start, end):
        if len(page[at : match.start()].split()) > LONGEST_PASSAGE and last > at:
            yield at, last
            at = last
        last = match.end()
    yield at, end


def _sentence(page: str, start: int, end: int, *, heading: bool = False) -> Sentence:
    part = page[start:end]
    start += len(part) - len(part.lstrip())
    end -= len(part) - len(part.rstrip())
    return Sentence(start, end, collapse(page[start:end]), heading)


def _passage(number: int, page: str, sentences: list[Sentence], outline: Outline) -> Passage:
    start, end = sentences[0].start, sentences[-1].end
    own = {sentence.text for sentence in sentences if sentence.heading}
    above = [heading for heading in outline.headings if heading not in own]
    context = " ".join([*above, outline.columns]).strip()
    return Passage(number, start, end, collapse(page[start:end]), tuple(sentences), context, outline.columns)
