"""Who must do what by when, in rows of tables ("Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn"), by their heads.

Of a printed page only words and their places are known. Columns are told by the gaps under the cells of the head, rows
by their numbers, or else by the reading coming back to the left. A row counts that names an agency, some work, and a
day or "hằng tháng".
"""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple, Protocol

from ..domain.wording import folded
from .deadlines import Deadline, deadline
from .duties import AGENCY, Duty, split_agencies, tidy_name

_LABELS = {
    "number": r"s?tt|so tt",
    "together": r"(?:(?:don vi|co quan)\s+)?phoi hop(?:\s+thuc hien)?",
    "work": r"(?:noi dung\s+)?(?:nhiem vu|cong viec)(?:\s+(?:va san pham|cu the|chu yeu|trong tam))?|noi dung",
    "agency": r"(?:(?:don vi|co quan)(?:,\s*(?:don vi|co quan|ca nhan))?(?:\s+(?:chu tri|thuc hien|chiu trach nhiem))?"
    r"|chu tri|chiu\s+trach nhiem)(?:\s+thuc hien)?",
    "due": r"(?:thoi (?:han|gian)|han|tien do)(?:\s+(?:hoan thanh|thuc hien|trinh))?|hoan thanh(?:\s+truoc)?",
    "other": r"ghi chu|san pham|ket qua|kinh phi|can cu",
}
_LABELS = {name: said.replace(" ", r"\s+") for name, said in _LABELS.items()}
_LABEL = re.compile("|".join(f"(?P<{name}>{said})" for name, said in _LABELS.items()))
_ANY = "|".join(_LABELS.values())
_HEAD = re.compile(rf"^(?:(?:{_ANY})\s+){{2,7}}(?:{_ANY})$", re.MULTILINE)
_NEEDED = frozenset({"work", "agency", "due"})
_WHO = re.compile(rf"(?:{AGENCY}|BHXH|UBMTTQ|MTTQ|Thành đoàn|Bộ đội|Bộ Chỉ huy|Xã|Phường|Đặc khu)\b.*", re.DOTALL)
_NUMBER = re.compile(r"\d{1,3}[.)]?")
_BEGINS_WITH_A_DAY = re.compile(r"\d")
_BEGINS_WITH_A_PERIOD = re.compile(r"(?:quý|tháng|năm)\s", re.IGNORECASE)
_CELLS = re.compile(r"\s*[|\t]\s*(?:[|\t]\s*)*")
_SEEN = 120
"""Words below a head by which its columns are told; those of a whole page may be prose."""
_STEP = 10
_SHORTEST_WORK, _LONGEST_NAME = 3, 30


class Placed(Protocol):
    """A word of a page, in tenths of a point."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def x0(self) -> int: ...
    @property
    def x1(self) -> int: ...


class PlacedPage(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def words(self) -> Sequence[Placed]: ...


class _Columns(NamedTuple):
    """What stands in each column from the left, and where each but the last one ends."""

    kinds: list[str]
    ends: list[int]

    def of(self, word: Placed) -> int:
        middle = (word.x0 + word.x1) // 2
        return sum(middle >= end for end in self.ends)


def placed_rows(pages: Sequence[PlacedPage], written: date | None) -> list[Duty]:
    """All rows of all pages in order. A page without a head goes on with the table of the page before."""
    found: list[Duty] = []
    columns: _Columns | None = None
    for number, page in enumerate(pages, 1):
        heads = [head for head in _HEAD.finditer(folded(page.text)) if _gives_duties(head)]
        starts = [0, *(head.end() for head in heads)]
        ends = [*(head.start() for head in heads), len(page.text)]
        for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
            words = [word for word in page.words if start <= word.start < end]
            columns = _columns(page, heads[place - 1], words) if place else columns
            rows = _rows(page, columns, words) if columns else []
            duties = [duty for row in rows if columns and (duty := _placed(number, page, columns, row, written))]
            found += duties
            columns = columns if duties or place else None
    return found


def typed_rows(text: str, written: date | None) -> list[Duty]:
    """Rows of lines with bars or tabs between their cells, below such a head, up to the first other line."""
    found: list[Duty] = []
    kinds: list[str] = []
    at = 0
    for line in text.splitlines(keepends=True):
        cells, start, at = _CELLS.split(line.strip(" |\t\r\n")), at, at + len(line)
        said = [_kind(cell) for cell in cells]
        if set(said) >= _NEEDED:
            kinds = said
        elif len(cells) < len(_NEEDED):
            kinds = []
        elif kinds:
            duty = _duty(dict(zip(kinds, cells, strict=False)), written)
            if duty is not None:
                begin = start + len(line) - len(line.lstrip())
                end = start + len(line.rstrip())
                found.append(_Found(1, begin, end, " ".join(line.split())).told(duty))
    return found


def _kind(cell: str) -> str:
    match = _LABEL.fullmatch(folded(cell).strip(" .:"))
    return (match.lastgroup or "") if match else ""


def _gives_duties(head: re.Match[str]) -> bool:
    return {match.lastgroup for match in _LABEL.finditer(head.group())} >= _NEEDED


def _columns(page: PlacedPage, head: re.Match[str], below: Sequence[Placed]) -> _Columns:
    """Between two cells of the head the column ends where the fewest words below stand across it."""
    labels = list(_LABEL.finditer(head.group()))
    boxes = []
    for label in labels:
        start, end = head.start() + label.start(), head.start() + label.end()
        words = [word for word in page.words if start <= word.start < end]
        boxes.append((min(word.x0 for word in words), max(word.x1 for word in words)))
    ends = [_gap(left[1], right[0], below[:_SEEN]) for left, right in pairwise(boxes)]
    return _Columns([label.lastgroup or "" for label in labels], ends)


def _gap(left: int, right: int, words: Sequence[Placed]) -> int:
    """The middle of the widest stretch that the fewest words cross; in the middle where there is no room at all."""
    places = range(left, max(left, right) + 1, _STEP)
    crossed = [sum(word.x0 < place < word.x1 for word in words) for place in places]
    least = min(crossed)
    best, run = (0, 0), 0
    for at, count in enumerate([*crossed, least + 1]):
        if count == least:
            run += 1
            continue
        best, run = max(best, (run, at)), 0
    length, end = best
    return places[end - length + (length - 1) // 2]


def _rows(page: PlacedPage, columns: _Columns, words: Sequence[Placed]) -> list[list[Placed]]:
    numbered = columns.kinds[0] == "number"
    rows: list[list[Placed]] = []
    open_, before = False, len(columns.kinds)
    for word in words:
        column = columns.of(word)
        if numbered and column == 0:
            open_ = bool(_NUMBER.fullmatch(page.text[word.start : word.end]))
            if open_:
                rows.append([])
        elif not numbered and column < before:
            open_ = True
            rows.append([])
        if open_:
            rows[-1].append(word)
        before = column
    return rows


def _placed(
    number: int, page: PlacedPage, columns: _Columns, row: Sequence[Placed], written: date | None
) -> Duty | None:
    cells: dict[str, str] = {}
    for word in row:
        kind = columns.kinds[columns.of(word)]
        cells[kind] = f"{cells.get(kind, '')} {page.text[word.start : word.end]}".strip()
    duty = _duty(cells, written)
    start, end = row[0].start, row[-1].end
    return None if duty is None else _Found(number, start, end, " ".join(page.text[start:end].split())).told(duty)


class _Row(NamedTuple):
    agency: str
    work: str
    together: tuple[str, ...]
    due: Deadline
    due_words: str


class _Found(NamedTuple):
    page: int
    start: int
    end: int
    quote: str

    def told(self, row: _Row) -> Duty:
        return Duty(*self, row.agency, row.work, row.together, row.due, row.due_words, ())


def _duty(cells: dict[str, str], written: date | None) -> _Row | None:
    agency, work, due_words = (cells.get(kind, "").strip() for kind in ("agency", "work", "due"))
    named = _WHO.fullmatch(agency) and len(agency.split()) <= _LONGEST_NAME
    due = _day(due_words, written)
    if not named or due is None or len(work.split()) < _SHORTEST_WORK:
        return None
    together = tuple(name for part in cells.get("together", "").split(";") for name in split_agencies(part) if name)
    return _Row(tidy_name(agency), work[:1].upper() + work[1:].rstrip(" .;"), together, due, due_words)


def _day(said: str, written: date | None) -> Deadline | None:
    """In a column of its own a bare day is a deadline."""
    if _BEGINS_WITH_A_DAY.match(said):
        return deadline(f"trước ngày {said}", written)
    return deadline(f"trong {said}" if _BEGINS_WITH_A_PERIOD.match(said) else said, written)
