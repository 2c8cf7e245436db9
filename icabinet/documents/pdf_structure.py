"""pypdf's view of a PDF: title, stamps, a second opinion on the text, and streams that unpack into too much."""

import contextlib
import logging
import re
import unicodedata
from collections.abc import Iterator
from typing import BinaryIO

import pypdf
from pypdf import PdfReader
from pypdf.errors import LimitReachedError
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from icabinet.documents.pdf_stamps import Stamp, read_stamps
from icabinet.documents.refusals import BadPaper

STAMPS_NOT_READ = "stamps-not-read"
MAX_DRAWING_BYTES = 40_000_000

LIMITS = pypdf.Configuration().with_overwrites(
    zlib_maximum_output_length=MAX_DRAWING_BYTES,
    lzw_maximum_output_length=MAX_DRAWING_BYTES,
    run_length_maximum_output_length=MAX_DRAWING_BYTES,
    array_based_stream_maximum_output_length=MAX_DRAWING_BYTES,
    stream_parsing_work_maximum_count=1_000_000,
    jbig2dec_binary=None,
)
_PROGRAM_PREFIX = re.compile(r"^Microsoft (?:Word|PowerPoint|Excel) - ")
_PROGRAM_SUFFIX = re.compile(r"\.(?:docx?|pdf|pptx?|xlsx?|odt|rtf)$", re.IGNORECASE)
_NO_TITLES = frozenset({"untitled", "untitled document", "word document", "document1", "tài liệu1"})
_MAX_TITLE = 300
_MAX_FORM_DEPTH = 8


class Structure:
    """The second reader of a PDF: what it cannot read becomes a warning, not a refusal."""

    def __init__(self, file: BinaryIO) -> None:
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        self.warnings: list[str] = []
        self._reader: PdfReader | None = None
        self._checked: set[tuple[int, int]] = set()
        with self._noting():
            self._reader = PdfReader(file, strict=False)

    def title(self) -> str:
        """/Title of the document information, without the traces programs leave in it."""
        title = ""
        with self._noting():
            title = str(self._reader.metadata.title or "") if self._reader and self._reader.metadata else ""
        return tidy_title(title)

    def stamps(self, page_index: int) -> list[Stamp]:
        """What the page (from 0) shows through annotations."""
        stamps: list[Stamp] = []
        with self._noting():
            stamps = read_stamps(self._reader, page_index) if self._reader else []
        return stamps

    def text(self, page_index: int) -> str:
        """The page's text without places, for a page in which pdfium finds none."""
        text = ""
        with self._noting():
            text = self._reader.pages[page_index].extract_text() if self._reader else ""
        lines = [" ".join(line.split()) for line in text.splitlines()]
        return _nfc("\n".join(line for line in lines if line))

    def check_drawing(self, page_index: int) -> None:
        """Raises BadPaper when what draws the page unpacks into more than MAX_DRAWING_BYTES.

        The server would survive it; the tablets that show the page would not.
        """
        if self._reader is None:
            return
        with self._noting():
            page = self._reader.pages[page_index]
            try:
                self._check(page.get("/Contents"))
                self._check_forms(page.get("/Resources"), 0)
            except LimitReachedError as error:
                raise BadPaper("paper.too-complex", page=page_index + 1) from error

    def _check(self, content: PdfObject | None) -> None:
        resolved = content.get_object() if content is not None else None
        for stream in resolved if isinstance(resolved, ArrayObject) else [resolved]:
            drawn = stream.get_object() if stream is not None else None
            if isinstance(drawn, StreamObject) and self._is_new(drawn):
                decode_stream_data(drawn)

    def _check_forms(self, resources: PdfObject | None, depth: int) -> None:
        """Forms within forms, each once a document."""
        resolved = resources.get_object() if resources is not None else None
        drawings = resolved.get("/XObject") if isinstance(resolved, DictionaryObject) else None
        named = drawings.get_object() if drawings is not None else None
        if not isinstance(named, DictionaryObject) or depth > _MAX_FORM_DEPTH:
            return
        for entry in named.values():
            form = entry.get_object()
            if isinstance(form, StreamObject) and form.get("/Subtype") == "/Form" and self._is_new(form):
                decode_stream_data(form)
                self._check_forms(form.get("/Resources"), depth + 1)

    def _is_new(self, stream: StreamObject) -> bool:
        reference = stream.indirect_reference
        key = (reference.idnum, reference.generation) if reference else (id(stream), -1)
        is_new = key not in self._checked
        self._checked.add(key)
        return is_new

    @contextlib.contextmanager
    def _noting(self) -> Iterator[None]:
        """pypdf's own warning: broken files might cause other exceptions than its own."""
        try:
            yield
        except (MemoryError, BadPaper):
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
