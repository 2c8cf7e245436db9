"""How much a workbook asks for, counted before it is opened: openpyxl makes an object of every cell, also of all those
that a merged area, a link or a remark says to cover.
"""

import xml.parsers.expat
import zipfile
from pathlib import Path
from typing import IO

from openpyxl.utils.cell import range_boundaries

from icabinet.documents.packages import is_xml
from icabinet.documents.refusals import BadPaper

MAX_CELLS = 200_000
MAX_COVERED = 500_000
"""Cells within merged areas, links and remarks: a heading over a whole row of the sheet covers 16,384."""
_ROWS, _COLUMNS = 1_048_576, 16_384
_CHUNK = 64 * 1024
_ROOTS = ("worksheet", "comments")
_AREAS = ("mergeCell", "hyperlink", "comment")


def check_cells(path: Path) -> bool:
    """Whether a formula has no stored result, as when no spreadsheet program ever computed it.

    Raises BadPaper beyond MAX_CELLS or MAX_COVERED.
    """
    found = _Found()
    with zipfile.ZipFile(path) as package:
        for entry in package.infolist():
            if is_xml(entry.filename):
                with package.open(entry) as part:
                    found.look_into(part)
    return found.uncomputed


class _Found:
    """What the parts seen so far hold. A part is known by its outermost element: a workbook may name it as it likes."""

    def __init__(self) -> None:
        self.uncomputed = False
        self._cells = 0
        self._covered = 0
        self._root = ""
        self._within = ""
        self._formula = self._value = False

    def look_into(self, part: IO[bytes]) -> None:
        self._root = ""
        parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._enter
        parser.EndElementHandler = self._leave
        parser.CharacterDataHandler = self._read
        parser.buffer_text = True
        while self._root in ("", *_ROOTS) and (chunk := part.read(_CHUNK)):
            parser.Parse(chunk, False)

    def _enter(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self._root = self._root or tag
        self._within = tag
        if self._root not in _ROOTS:
            return
        if tag == "c":
            self._cells += 1
            self._formula = self._value = False
        elif tag == "f":
            self._formula = True
        elif tag in _AREAS:
            self._covered += _area(attributes.get("ref", ""))
        self._check()

    def _check(self) -> None:
        for cells, limit in ((self._cells, MAX_CELLS), (self._covered, MAX_COVERED)):
            if cells > limit:
                raise BadPaper("paper.too-many-cells", cells=cells, limit=limit)

    def _read(self, text: str) -> None:
        """A value stands in <v>, a text of its own in <t>."""
        self._value = self._value or self._within in ("v", "t")

    def _leave(self, name: str) -> None:
        self._within = ""
        if name.endswith(" c") or name == "c":
            self.uncomputed = self.uncomputed or (self._formula and not self._value)
            self._formula = False


def _area(ref: str) -> int:
    """Whole columns and rows ("A:C") count as they reach. Raises ValueError for what is no area."""
    left, top, right, bottom = range_boundaries(ref)
    return max((right or _COLUMNS) - (left or 1) + 1, 0) * max((bottom or _ROWS) - (top or 1) + 1, 0)
