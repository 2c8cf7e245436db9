"""The cell of a table's row that a question asks for: its row was found by the words of the row, its column by those of
the table's heading.

A page's text has no borders of cells. Columns are told apart by the capital letter that each heading begins with; where
their number does not fit the row, nothing is said.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from icabinet.assistant.questions import EMPTY_WORDS, Kind
from icabinet.assistant.text import syllables

_FIGURE = r"\d[\d.,/]*%?"
_RUN = re.compile(rf"(?<!\S){_FIGURE}(?:\s+{_FIGURE})*(?!\S)")
_CELL = re.compile(r"\S+")
_ROW = re.compile(r"\d{1,3}\s+(?=\D)")
_TOTAL = re.compile(r"^\s*(?:Cộng|Tổng|Toàn)")
_FIRST = re.compile(r"S?TT\s+")
_RATE = re.compile(r"%|tỷ lệ|tỉ lệ", re.IGNORECASE)
RATE_WORTH = 2.0
ASKED_OF_CELLS: tuple[Kind, ...] = ("number", "percent", "date", "other")


@dataclass(frozen=True)
class Cell:
    """Offsets into the row's text, and the heading of its column."""

    span: tuple[int, int]
    column: str


def headings(columns: str) -> list[str]:
    """ "TT Đơn vị Đã cấp (%)" → Đơn vị, Đã cấp (%)."""
    found: list[str] = []
    for word in _FIRST.sub("", columns, count=1).split():
        if word[0].isupper() or not found:
            found.append(word)
        else:
            found[-1] += f" {word}"
    return found


def cell(question: str, kind: Kind, columns: str, row: str, rarity: Callable[[str], float]) -> Cell | None:
    number = _ROW.match(row)
    if number is None or not columns or kind not in ASKED_OF_CELLS:
        return None
    names = headings(columns)[1:]
    runs = [run for run in _RUN.finditer(row, number.end()) if len(run.group().split()) <= len(names)]
    if not runs:
        return None
    run = max(runs[:2], key=lambda one: len(one.group().split()))
    cells = [(run.start() + one.start(), run.start() + one.end()) for one in _CELL.finditer(run.group())]
    rest = row[run.end() :]
    followed = rest.strip() and not _TOTAL.match(rest)
    if followed and len(cells) == len(names):
        return None
    of_cells = names[: len(cells)] if followed else names[len(names) - len(cells) :]
    return _asked_for(question, kind, row[: run.start()], list(zip(cells, of_cells, strict=True)), rarity)


def _asked_for(
    question: str,
    kind: Kind,
    label: str,
    cells: list[tuple[tuple[int, int], str]],
    rarity: Callable[[str], float],
) -> Cell | None:
    """None where two columns fit alike, or none does."""
    words = set(syllables(question)) - EMPTY_WORDS
    telling = (words - set(syllables(label))) or words
    worth = sorted(((_worth(name, kind, telling, rarity), at) for at, (_, name) in enumerate(cells)), reverse=True)
    if worth[0][0] <= 0 or (len(worth) > 1 and worth[0][0] == worth[1][0]):
        return None
    return Cell(*cells[worth[0][1]])


def _worth(name: str, kind: Kind, telling: set[str], rarity: Callable[[str], float]) -> float:
    shared = sum(rarity(word) for word in set(syllables(name)) & telling)
    rate = _RATE.search(name) is not None
    if kind == "percent":
        return shared + RATE_WORTH * rate
    return shared * (0.5 if rate and kind == "number" else 1.0)
