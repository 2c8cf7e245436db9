"""Reading a PDF: pypdfium2 for words and their boxes, pypdf for structure, stamps and as the second reader.

To be called only in the worker: both libraries may take all memory or end the process on a hostile file.
"""

import contextlib
import logging
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium_c
from pypdf import PdfReader
from pypdfium2.version import PYPDFIUM_INFO

from icabinet.documents.pdf_stamps import Stamp, place, read_stamps
from icabinet.documents.pdf_words import Line, Screen, read_lines
from icabinet.documents.reading import Page, Reading, Word
from icabinet.documents.refusals import BadPaper

MAX_PAGES = 2_000
WITHOUT_TEXT = "page-without-text"
STAMPS_NOT_READ = "stamps-not-read"
TOOL = f"pypdfium2 {PYPDFIUM_INFO}, pypdf {pypdf.__version__}"

_LIMIT = 20_000_000
_LIMITS = pypdf.Configuration().with_overwrites(
    zlib_maximum_output_length=_LIMIT,
    lzw_maximum_output_length=_LIMIT,
    run_length_maximum_output_length=_LIMIT,
    array_based_stream_maximum_output_length=_LIMIT,
    stream_parsing_work_maximum_count=1_000_000,
    jbig2dec_binary=None,
)
_FEW_CHARACTERS = 20
_SCANNED_SHARE = 0.6
_PROGRAM_PREFIX = re.compile(r"^Microsoft (?:Word|PowerPoint|Excel) - ")
_PROGRAM_SUFFIX = re.compile(r"\.(?:docx?|pdf|pptx?|xlsx?|odt|rtf)$", re.IGNORECASE)
_NO_TITLES = frozenset({"untitled", "untitled document", "word document", "document1", "tài liệu1"})
_MAX_TITLE = 300


def read_pdf(path: Path) -> Reading:
    """Read a PDF. Raises BadPaper (encrypted, broken, too many pages, too complex); MemoryError passes through."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with pypdf.apply_configuration(_LIMITS), _opened(path) as document:
        count = len(document)
        if count > MAX_PAGES:
            raise BadPaper("paper.too-many-pages", pages=count, limit=MAX_PAGES)
        if count == 0:
            raise BadPaper("paper.broken")
        with path.open("rb") as file:
            return _read(document, _Structure(file))


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


class _Structure:
    """pypdf's view of the file. It is the second reader: what it cannot read becomes a warning, not a refusal."""

    def __init__(self, file: BinaryIO) -> None:
        self.warnings: list[str] = []
        self._reader: PdfReader | None = None
        with self._noting():
            self._reader = PdfReader(file, strict=False)

    def title(self) -> str:
        """/Title of the document information, without the traces programs leave in it."""
        title = ""
        with self._noting():
            title = str(self._reader.metadata.title or "") if self._reader and self._reader.metadata else ""
        return tidy_title(title)

    def place_stamps(self, page_index: int, screen: Screen, lines: list[Line]) -> None:
        """Put the text of the page's stamps into its `lines`."""
        stamps: list[Stamp] = []
        with self._noting():
            stamps = read_stamps(self._reader, page_index) if self._reader else []
        for stamp in stamps:
            box = screen.box(stamp.area)
            if box:
                place(stamp, box, lines)

    def text(self, page_index: int) -> str:
        """The page's text without places, for a page in which pdfium finds none."""
        text = ""
        with self._noting():
            text = self._reader.pages[page_index].extract_text() if self._reader else ""
        lines = [" ".join(line.split()) for line in text.splitlines()]
        return _nfc("\n".join(line for line in lines if line))

    @contextlib.contextmanager
    def _noting(self) -> Iterator[None]:
        """pypdf's own warning: broken files might cause other exceptions than its own."""
        try:
            yield
        except MemoryError:
            raise
        except Exception:
            if STAMPS_NOT_READ not in self.warnings:
                self.warnings.append(STAMPS_NOT_READ)


def tidy_title(title: str) -> str:
    """A title from a file's properties: NFC, one line, without program and extension."""
    line = " ".join(_nfc("".join(char for char in title if char.isprintable() or char.isspace())).split())
    plain = _PROGRAM_SUFFIX.sub("", _PROGRAM_PREFIX.sub("", line))[:_MAX_TITLE].strip()
    return "" if plain.casefold() in _NO_TITLES else plain


def _nfc(text: str) -> str:
    """NFC without lone surrogates, which no encoder takes."""
    return unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode("utf-8"))


def _read(document: pypdfium2.PdfDocument, structure: _Structure) -> Reading:
    pages: list[Page] = []
    has_picture_only = False
    for index in range(len(document)):
        page, is_picture = _read_page(document, index, structure)
        pages.append(page)
        has_picture_only = has_picture_only or is_picture
    warnings = [WITHOUT_TEXT] if has_picture_only else []
    return Reading(tuple(pages), structure.title(), TOOL, warnings + structure.warnings)


def _read_page(document: pypdfium2.PdfDocument, index: int, structure: _Structure) -> tuple[Page, bool]:
    """The page and whether it shows something but no text (a scan)."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise BadPaper("paper.broken", page=index + 1) from error
    try:
        screen = Screen(page)
        lines = read_lines(page, screen)
        structure.place_stamps(index, screen, lines)
        text, words = _joined(lines)
        is_drawn = pdfium_c.FPDFPage_CountObjects(page.raw) > 0
        if not text and is_drawn:
            text = structure.text(index)
        is_picture = is_drawn and (not text or _is_scan(page, text))
    finally:
        page.close()
    return Page(index + 1, round(screen.width, 2), round(screen.height, 2), text, words), is_picture


def _joined(lines: list[Line]) -> tuple[str, tuple[Word, ...]]:
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
