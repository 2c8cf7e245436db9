"""Reading a PDF: pypdfium2 for words and their boxes, pypdf for structure, stamps and as the second reader.

To be called only in the worker: both libraries may take all memory or end the process on a hostile file.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium_c
from pypdfium2.version import PYPDFIUM_INFO

from icabinet.documents.errand import Step, Tell, untold
from icabinet.documents.pdf_stamps import place
from icabinet.documents.pdf_structure import LIMITS, Structure
from icabinet.documents.pdf_words import Line, Screen, read_lines
from icabinet.documents.reading import Page, Reading, Word
from icabinet.documents.refusals import BadPaper
from icabinet.documents.remarks import OLD_FONTS, SCANNED, remark

MAX_PAGES = 2_000
TOOL = f"pypdfium2 {PYPDFIUM_INFO}, pypdf {pypdf.__version__}"

_FEW_CHARACTERS = 20
_SCANNED_SHARE = 0.6


def read_pdf(path: Path, tell: Tell = untold) -> Reading:
    """Read a PDF, telling how far. Raises BadPaper (encrypted, broken, too many pages, too complex), MemoryError."""
    with pypdf.apply_configuration(LIMITS), _opened(path) as document, path.open("rb") as file:
        count = len(document)
        if count > MAX_PAGES:
            raise BadPaper("paper.too-many-pages", pages=count, limit=MAX_PAGES)
        if count == 0:
            raise BadPaper("paper.broken")
        return _read(document, Structure(file), tell)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
        raise BadPaper("paper.encrypted" if locked else "paper.broken") from error
    try:
        yield document
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument, structure: Structure, tell: Tell) -> Reading:
    pages: list[Page] = []
    converted: list[int] = []
    count = len(document)
    for index in range(count):
        tell(Step("reading", index, count))
        page, is_converted = _read_page(document, index, structure)
        pages.append(page)
        converted += [page.number] if is_converted else []
    scanned = [page.number for page in pages if page.source == "picture"]
    remarks = remark(SCANNED, scanned) + remark(OLD_FONTS, converted)
    return Reading(tuple(pages), structure.title(), TOOL, remarks + structure.warnings)


def _read_page(document: pypdfium2.PdfDocument, index: int, structure: Structure) -> tuple[Page, bool]:
    """The page, marked as a picture when it shows something but no text (a scan); whether old fonts were converted."""
    structure.check_drawing(index)
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise BadPaper("paper.broken", page=index + 1) from error
    try:
        screen = Screen(page)
        lines = read_lines(page, screen)
        for stamp in structure.stamps(index):
            box = screen.box(stamp.area)
            if box:
                place(stamp, box, lines)
        text, words = joined(lines)
        is_drawn = pdfium_c.FPDFPage_CountObjects(page.raw) > 0
        if not text and is_drawn:
            text = structure.text(index)
        is_picture = is_drawn and (not text or _is_scan(page, text))
    finally:
        page.close()
    source: Literal["picture", "text"] = "picture" if is_picture else "text"
    is_converted = any(piece.converted for line in lines for piece in line)
    return Page(index + 1, round(screen.width, 2), round(screen.height, 2), text, words, source), is_converted


def joined(lines: list[Line]) -> tuple[str, tuple[Word, ...]]:
    """The page's text, one line break a line, and its words with their offsets."""
    parts: list[str] = []
    words: list[Word] = []
    length = 0
    for line in lines:
        for number, piece in enumerate(line):
            separator = "" if piece.glued and number else " " if number else "\n" if length else ""
            start = length + len(separator)
            length = start + len(piece.text)
            parts.append(separator + piece.text)
            words.append(Word(start, length, *piece.box))
    return "".join(parts), tuple(words)


def _is_scan(page: pypdfium2.PdfPage, text: str) -> bool:
    """Hardly any text on a page that is mostly one image."""
    if sum(not char.isspace() for char in text) >= _FEW_CHARACTERS:
        return False
    width, height = page.get_size()
    largest = 0.0
    for image in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        largest = max(largest, abs(right - left) * abs(top - bottom))
    return bool(largest >= _SCANNED_SHARE * width * height)
