"""Where the text of a paper is kept: beside the PDF for reading, under the name of the tool that made it."""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path

from ..documents import reading
from ..documents.errand import PDF_FILE, READING_FILE, Tell, untold
from ..documents.kinds import Kind
from ..documents.sandbox import Outcome, read_paper
from ..store.blobs import Blobs

TOOL = "reading-1"
"""Raised whenever the shape of a reading changes; older ones are then made again."""


def reading_path(blobs: Blobs, sha256: str) -> Path:
    return blobs.derived(sha256, TOOL) / READING_FILE


def load_reading(blobs: Blobs, sha256: str) -> reading.Reading:
    """The text of the PDF for reading with this hash. Raises FileNotFoundError before it was extracted."""
    path = reading_path(blobs, sha256)
    return _load(path, path.stat().st_mtime_ns)


def present_reading(blobs: Blobs, sha256: str) -> Path:
    """Where the text lies; what was thrown away is made again. Blocks. Raises BadPaper."""
    path = reading_path(blobs, sha256)
    if not path.exists():
        make_reading(blobs, sha256, Kind.PDF)
    return path


@lru_cache(maxsize=16)
def _load(path: Path, written: int) -> reading.Reading:
    """`written`: when; the same paper may be read again with better tools."""
    return reading.decode(path.read_bytes())


def make_reading(
    blobs: Blobs, sha256: str, kind: Kind, *, recognise: bool = False, tell: Tell = untold
) -> tuple[str, Outcome]:
    """Reads a paper in a child process; returns the hash of its PDF for reading, and what was found.

    Blocks for up to a minute, and with `recognise` a minute more for every scanned page. Raises BadPaper. The work is
    done aside and put in place whole, so that two nodes that read the same paper at once do not disturb each other.
    """
    made = blobs.temporary()
    try:
        outcome = read_paper(blobs.path(sha256), kind, made, recognise=recognise, tell=tell)
        pdf = sha256 if kind is Kind.PDF else blobs.put((made / PDF_FILE).read_bytes()).sha256
        target = reading_path(blobs, pdf)
        target.parent.mkdir(parents=True, exist_ok=True)
        (made / READING_FILE).replace(target)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return pdf, outcome
