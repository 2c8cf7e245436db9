"""Letters in scanned pages, by Tesseract with Vietnamese where it is installed. The page shown stays the picture.

To be called only in the worker, except `recogniser`.
"""

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pypdfium2

from icabinet.documents.errand import Step, Tell
from icabinet.documents.pdf import joined
from icabinet.documents.pdf_words import Line, Piece, without_page_number
from icabinet.documents.reading import Box, Page, Reading
from icabinet.documents.remarks import RECOGNISED, SCANNED, remark

LANGUAGE = "vie"
MAX_PAGES = 300
_PAGE_SECONDS = 50.0
"""Less than the sandbox allows, so that one slow page does not cost the paper."""
_DOTS = 200
_MAX_PIXELS = 25_000_000
_LEAST_SURE = 25.0
"""Per cent; what Tesseract is less sure of is specks and lines, not letters."""
_LEAST_LETTERS = 3
_WORD_LEVEL = "5"
_LIST_SECONDS = 10.0

_Span = tuple[str, str, str]
"""Block, paragraph and line of a word."""


def recogniser() -> str | None:
    """The path of Tesseract when it is installed with Vietnamese."""
    program = shutil.which("tesseract")
    return program if program and _knows_vietnamese(program) else None


def _knows_vietnamese(program: str) -> bool:
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=_LIST_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in listed.stdout.decode("utf-8", "replace").split()


def recognise(pdf: Path, reading: Reading, tell: Tell) -> Reading:
    """The reading with the letters of its scanned pages, as many as MAX_PAGES; unchanged without Tesseract."""
    scanned = [index for index, page in enumerate(reading.pages) if page.source == "picture"][:MAX_PAGES]
    program = recogniser() if scanned else None
    if program is None:
        return reading
    pages = list(reading.pages)
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, index in enumerate(scanned):
            tell(Step("recognising", number, len(scanned)))
            pages[index] = _recognised(program, document, pages[index])
    finally:
        document.close()
    tell(Step("recognising", len(scanned), len(scanned)))
    return msgspec.structs.replace(reading, pages=tuple(pages), warnings=_remarks(reading, pages))


def _remarks(reading: Reading, pages: list[Page]) -> list[str]:
    others = [said for said in reading.warnings if said.partition(":")[0] not in (SCANNED, RECOGNISED)]
    left = [page.number for page in pages if page.source == "picture"]
    found = [page.number for page in pages if page.source == "recognised"]
    return remark(SCANNED, left) + remark(RECOGNISED, found) + others


def _recognised(program: str, document: pypdfium2.PdfDocument, page: Page) -> Page:
    """The page with the words found, or as it was. Words that were text already (a stamp) stay, and hide what was
    recognised in their place.
    """
    scale = min(_DOTS / 72, (_MAX_PIXELS / (page.width * page.height)) ** 0.5)
    table = _run(program, _picture(document, page.number - 1, scale), round(scale * 72))
    known: Line = [Piece(page.text[word.start : word.end], (word.x0, word.y0, word.x1, word.y1)) for word in page.words]
    lines = [[piece for piece in line if not _covers(known, piece.box)] for line in _lines(table, scale)]
    lines = without_page_number([line for line in lines if line], page.height)
    if sum(len(piece.text) for line in lines for piece in line) < _LEAST_LETTERS:
        return page
    text, words = joined([*lines, known] if known else lines)
    return msgspec.structs.replace(page, text=text, words=words, source="recognised")


def _picture(document: pypdfium2.PdfDocument, index: int, scale: float) -> bytes:
    """The page as a grey picture (Netpbm PGM, which needs no compression)."""
    page = document[index]
    try:
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        rows, columns, stride = bitmap.height, bitmap.width, bitmap.stride
        content = bytes(bitmap.buffer)
        bitmap.close()
    finally:
        page.close()
    if stride != columns:
        content = b"".join(content[row * stride : row * stride + columns] for row in range(rows))
    return b"P5 %d %d 255\n" % (columns, rows) + content


def _run(program: str, picture: bytes, dots: int) -> str:
    """Tesseract's table of words; empty when it fails or takes too long, for the other pages shall be read."""
    command = [program, "stdin", "stdout", "-l", LANGUAGE, "--psm", "3", "--dpi", str(dots), "tsv"]
    one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command,
            input=picture,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PAGE_SECONDS,
            env=one_thread,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _lines(table: str, scale: float) -> Iterator[Line]:
    lines: dict[_Span, Line] = {}
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == _WORD_LEVEL and float(cells[10]) >= _LEAST_SURE and cells[11].strip():
            box = _box([int(cell) for cell in cells[6:10]], scale)
            span = (cells[2], cells[3], cells[4])
            lines.setdefault(span, []).append(Piece(_plain(cells[11]), box))
    yield from lines.values()


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", "".join(word.split()))


def _box(pixels: list[int], scale: float) -> Box:
    """Left, top, width and height in pixels as the edges in tenths of a point; never empty."""
    left, top, width, height = pixels
    x0, y0 = round(left * 10 / scale), round(top * 10 / scale)
    return x0, y0, max(x0 + 1, round((left + width) * 10 / scale)), max(y0 + 1, round((top + height) * 10 / scale))


def _covers(known: Line, box: Box) -> bool:
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    return any(
        piece.box[0] <= middle[0] <= piece.box[2] and piece.box[1] <= middle[1] <= piece.box[3] for piece in known
    )
