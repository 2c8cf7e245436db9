"""A list of names out of a Word or Excel file, as lines that a person could have pasted."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import docx
from docx.document import Document
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from ..domain.wording import folded
from .docx_package import check_xml
from .packages import check_zip, package_type
from .refusals import BadPaper
from .sheets import Cell, read_workbook

LARGEST = 2 * 1024 * 1024
LARGEST_UNPACKED = 20 * 1024 * 1024
"""Bytes; what is in them may still ask for much more memory: see name_list_apart."""
MOST_LINES = 2000
MOST_COLUMNS = 256
"""What stands further right in a sheet belongs to no list of people."""
_NAME_HEADS = ("ho va ten", "ho ten", "ho, ten", "ten dai bieu", "ten nguoi du")
_NUMBER_HEADS = ("stt", "tt", "so tt", "so thu tu")

Row = Sequence[str]


def read_names(content: bytes) -> list[str]:
    """Lines "name<TAB>title<TAB>unit" of tables, and paragraphs as they are; heads of tables and numbers left out.

    Raises BadPaper: the codes of papers, "name-list.kind" for anything but .docx and .xlsx.
    """
    kind = _checked(content)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / f"list.{kind}"
        place.write_bytes(content)
        tables = _of_word(place) if kind == "docx" else _of_excel(place)
        return list(islice((line for rows in tables for line in lines_of(rows)), MOST_LINES))


def lines_of(rows: Iterable[Row]) -> Iterator[str]:
    """One table. A head that says where the names stand is believed; without one a cell of figures is no name."""
    name, numbers = -1, -1
    for row in rows:
        cells = [" ".join(cell.split()) for cell in row]
        heads = [folded(cell).strip(" .:") for cell in cells]
        found = next((place for place, head in enumerate(heads) if head.startswith(_NAME_HEADS)), -1)
        if found >= 0 and len(cells) > 1:
            name, numbers = found, next((place for place, head in enumerate(heads) if head in _NUMBER_HEADS), -1)
            continue
        said = [cell for place, cell in enumerate(cells) if place not in (name, numbers) and not _figures(cell)]
        if 0 <= name < len(cells):
            said = [cells[name], *said] if cells[name] else []
        if any(said):
            yield "\t".join(filter(None, said))


def _figures(cell: str) -> bool:
    return not any(letter.isalpha() for letter in cell)


def _checked(content: bytes) -> str:
    file = io.BytesIO(content)
    if not zipfile.is_zipfile(file):
        raise BadPaper("name-list.kind")
    check_zip(file, len(content))
    with zipfile.ZipFile(file) as package:
        if sum(entry.file_size for entry in package.infolist()) > LARGEST_UNPACKED:
            raise BadPaper("paper.zip-bomb")
    kind = package_type(file)
    if kind not in ("docx", "xlsx"):
        raise BadPaper("name-list.kind")
    return kind


def _of_word(place: Path) -> list[list[Row]]:
    """Each paragraph is a table of one row: a head above does not reach below the table it belongs to."""
    check_xml(place)
    try:
        document: Document = docx.Document(str(place))
        return [_rows(part) for part in document.iter_inner_content()]
    except Exception as problem:  # python-docx and lxml have no common error
        raise BadPaper("paper.broken") from problem


def _rows(part: Paragraph | Table) -> list[Row]:
    if isinstance(part, Paragraph):
        return [[part.text]]
    rows: list[Row] = []
    above: dict[int, str] = {}
    for row in part.rows:
        above = _cells(row, above)
        rows.append(list(above.values()))
    return rows


def _cells(row: _Row, above: Mapping[int, str]) -> dict[int, str]:
    """The texts by the columns where they begin; one merged over several rows is told in each, as it is meant.

    Not `row.cells`: that lists a cell once for every column it says to cover, be they thousands of millions.
    """
    found: dict[int, str] = {}
    column = row.grid_cols_before
    for cell in row._tr.tc_lst:
        merged = cell.vMerge == "continue" and column in above
        found[column] = above[column] if merged else _Cell(cell, row.table).text
        column += max(cell.grid_span, 1)
    return found


def _of_excel(place: Path) -> Iterator[Iterator[Row]]:
    return ((_wide(row) for row in sheet.rows) for sheet in read_workbook(place).sheets)


def _wide(row: Mapping[int, Cell]) -> Row:
    last = min(max(row, default=-1) + 1, MOST_COLUMNS)
    return [row[place].text if place in row else "" for place in range(last)]
