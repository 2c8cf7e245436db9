"""A Word document as the PDF that everybody reads and that quotations point into.

LibreOffice when it is installed, else the rdocx wheel, which carries its own fonts. Every result is checked for
lost and broken text; the first good one is taken, else the best one with a warning.
"""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import msgspec

from icabinet.documents.coverage import shingle_share, word_share
from icabinet.documents.docx import read_docx
from icabinet.documents.docx_package import copy_for_conversion
from icabinet.documents.office import made_by, office_program, office_to_pdf
from icabinet.documents.pdf import read_pdf
from icabinet.documents.pdf_structure import tidy_title
from icabinet.documents.reading import Reading
from icabinet.documents.refusals import BadPaper

INCOMPLETE = "conversion-incomplete"
ENOUGH_TEXT = 0.95
ENOUGH_WORDS = 0.9
_OFFICE_SHARE_OF_TIME = 0.6


class Converted(msgspec.Struct, frozen=True):
    """The PDF made, what was read from it, and the share of the source's text found again in it."""

    pdf: Path
    reading: Reading
    text_share: float
    word_share: float

    def goodness(self) -> float:
        """At least 1.0 when nothing worth a warning is missing."""
        return min(self.text_share / ENOUGH_TEXT, self.word_share / ENOUGH_WORDS)


def convert(source: Path, work: Path, seconds: float) -> Converted:
    """Convert a .docx into a PDF under `work`. Raises BadPaper when it is hostile or no converter can read it.

    To be called only in the worker.
    """
    text = read_docx(source)
    paragraphs = text.body + text.notes
    clean = work / "source.docx"
    copy_for_conversion(source, clean)
    best: Converted | None = None
    for made in _made(clean, work, seconds):
        attempt = _check(made, paragraphs)
        if attempt and (best is None or attempt.goodness() > best.goodness()):
            best = attempt
        if best and best.goodness() >= 1:
            break
    if best is None:
        raise BadPaper("paper.not-converted")
    return _titled(best, tidy_title(text.title))


class _Made(msgspec.Struct, frozen=True):
    tool: str
    pdf: Path


def _made(source: Path, work: Path, seconds: float) -> Iterator[_Made]:
    """What each converter makes, the better one first; the next one runs only when it is asked for."""
    program = office_program()
    pdf = office_to_pdf(program, source, work, seconds * _OFFICE_SHARE_OF_TIME) if program else None
    if pdf:
        yield _Made(made_by(pdf), pdf)
    pdf = _rdocx_to_pdf(source, work)
    if pdf:
        yield _Made(f"rdocx {version('rdocx')}", pdf)


def _rdocx_to_pdf(source: Path, work: Path) -> Path | None:
    """None when rdocx refuses the document; a panic of its Rust code is a BaseException of its own."""
    import rdocx

    try:
        content = rdocx.Document.open(str(source)).to_pdf()
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:
        return None
    target = work / "rdocx.pdf"
    target.write_bytes(content)
    return target


def _check(made: _Made, paragraphs: tuple[str, ...]) -> Converted | None:
    """What was made, or None when it cannot be read back."""
    try:
        reading = read_pdf(made.pdf)
    except BadPaper as refusal:
        if refusal.code in ("paper.too-many-pages", "paper.too-complex"):
            raise
        return None
    found = "\n".join(page.text for page in reading.pages)
    reading = msgspec.structs.replace(reading, tool=f"{made.tool}, {reading.tool}")
    return Converted(made.pdf, reading, shingle_share(paragraphs, found), word_share(paragraphs, found))


def _titled(converted: Converted, title: str) -> Converted:
    is_whole = converted.goodness() >= 1
    warnings = converted.reading.warnings + ([] if is_whole else [INCOMPLETE])
    reading = msgspec.structs.replace(converted.reading, title=title, warnings=warnings)
    return msgspec.structs.replace(converted, reading=reading)
