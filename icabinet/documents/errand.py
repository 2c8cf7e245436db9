"""What is said between the server's side and the worker that reads one paper: JSON lines."""

from collections.abc import Callable
from typing import Literal

import msgspec

from icabinet.documents.kinds import Kind

READING_FILE = "reading.msgpack"
PDF_FILE = "reading.pdf"
PICTURES_FILE = "pictures.msgpack"

Stage = Literal["converting", "reading", "recognising"]
"""Turned into a PDF by LibreOffice or without it; read page by page; letters recognised in scanned pages."""


class DrawnMark(msgspec.Struct, frozen=True, kw_only=True):
    """A highlight (`quads`, perhaps with `text`) or a stroke (`points`: x, y and pressure, `width`) of somebody's.

    Lengths are tenths of a point from the top left of the displayed page; `at` is in milliseconds UTC.
    """

    name: str
    page: int
    author: str
    at: int
    colour: str
    text: str = ""
    quads: list[tuple[int, int, int, int]] = []
    points: list[tuple[int, int, int]] = []
    width: int = 18


class Errand(msgspec.Struct, frozen=True):
    """Read `source`; put the results into `out_dir`; stay within `seconds` of CPU time and `memory` bytes.

    With `stamp`, make a copy of the PDF with these words across its pages instead; with `pictures`, small pictures of
    its pages. `recognise`: also read the letters in pages that are only pictures.
    """

    source: str
    kind: Kind
    out_dir: str
    seconds: float
    memory: int
    stamp: str = ""
    recognise: bool = False
    pictures: bool = False
    marks: list[DrawnMark] | None = None
    """Make a copy of the PDF with these annotations instead, even with none."""


class Step(msgspec.Struct, frozen=True, tag="step"):
    """How far the reading is: `done` of `of` pages, 0 of 0 where pages are not known."""

    stage: Stage
    done: int = 0
    of: int = 0


Tell = Callable[[Step], None]


def untold(step: Step) -> None:
    """Where nobody waits for news."""


class Verdict(msgspec.Struct, frozen=True, omit_defaults=True, tag="verdict"):
    """Read (`ok`) with the number of pages, title and warnings, or refused with a code of MESSAGES and its facts."""

    ok: bool
    pages: int = 0
    title: str = ""
    warnings: tuple[str, ...] = ()
    code: str = ""
    facts: dict[str, int | str] = {}
    memory: int = 0
    """Bytes the worker held at most, 0 when it did not live to tell."""
