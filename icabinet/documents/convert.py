"""Any kind of paper but PDF as the PDF that everybody reads and that quotations point into.

LibreOffice when it is installed; else Word files by the rdocx wheel, which carries its own fonts, workbooks and
slides by our own drawing; pictures always by our own. Every result is checked for lost and broken text; the first
good one is taken, else the best one with a warning.
"""

from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import msgspec

from icabinet.documents.coverage import shingle_share, word_share
from icabinet.documents.docx import read_docx
from icabinet.documents.docx_package import check_xml, copy_for_conversion
from icabinet.documents.errand import Step, Tell, untold
from icabinet.documents.kinds import Kind
from icabinet.documents.office import made_by, office_program, office_to_pdf
from icabinet.documents.opendocument import copy_without_links, read_opendocument
from icabinet.documents.pdf import read_pdf
from icabinet.documents.pdf_structure import tidy_title
from icabinet.documents.reading import Reading
from icabinet.documents.refusals import BadPaper
from icabinet.documents.remarks import INCOMPLETE

ENOUGH_TEXT = 0.95
ENOUGH_WORDS = 0.9
_OFFICE_SHARE_OF_TIME = 0.6

_Draw = Callable[[Path], None]


class Converted(msgspec.Struct, frozen=True):
    """The PDF made, what was read from it, and the share of the source's text found again in it."""

    pdf: Path
    reading: Reading
    text_share: float
    word_share: float

    def goodness(self) -> float:
        """At least 1.0 when nothing worth a warning is missing."""
        return min(self.text_share / ENOUGH_TEXT, self.word_share / ENOUGH_WORDS)


class _Source(msgspec.Struct, frozen=True):
    """A paper fit for converters: the text to be found again, and how to draw it without LibreOffice, if at all."""

    file: Path
    paragraphs: tuple[str, ...]
    title: str = ""
    tool: str = ""
    draw: _Draw | None = None


class _Made(msgspec.Struct, frozen=True):
    tool: str
    pdf: Path


def convert(source: Path, work: Path, seconds: float, kind: Kind = Kind.DOCX, tell: Tell = untold) -> Converted:
    """Convert a paper into a PDF under `work`. Raises BadPaper when it is hostile or no converter can read it.

    To be called only in the worker.
    """
    tell(Step("converting"))
    if kind.is_picture:
        return _picture(source, work, tell)
    fit = _fit(source, work, kind)
    best: Converted | None = None
    for made in _made(fit, work, seconds):
        attempt = _check(made, fit.paragraphs, tell)
        if attempt and (best is None or attempt.goodness() > best.goodness()):
            best = attempt
        if best and best.goodness() >= 1:
            break
    if best is None:
        raise BadPaper("paper.needs-office" if not fit.draw and not office_program() else "paper.not-converted")
    return _titled(best, tidy_title(fit.title))


def _picture(source: Path, work: Path, tell: Tell) -> Converted:
    import PIL

    from icabinet.documents.picture_pdf import pictures_to_pdf

    target = work / "picture.pdf"
    pictures_to_pdf(source, target)
    reading = read_pdf(target, tell)
    tool = f"Pillow {PIL.__version__}, {reading.tool}"
    return Converted(target, msgspec.structs.replace(reading, tool=tool), 1.0, 1.0)


def _fit(source: Path, work: Path, kind: Kind) -> _Source:
    clean = work / f"source.{kind.value}"
    match kind:
        case Kind.DOCX:
            check_xml(source)
            copy_for_conversion(source, clean)
            text = read_docx(clean)
            draw = _drawn_by_rdocx(clean)
            return _Source(clean, text.body + text.notes, text.title, f"rdocx {version('rdocx')}", draw)
        case Kind.XLSX:
            return _workbook(source, clean)
        case Kind.PPTX:
            return _slides(source, clean)
        case Kind.ODT | Kind.ODS | Kind.ODP:
            paragraphs = read_opendocument(source)
            copy_without_links(source, clean)
            return _Source(clean, paragraphs)
    clean.write_bytes(source.read_bytes())
    return _Source(clean, ())


def _workbook(source: Path, clean: Path) -> _Source:
    from icabinet.documents.sheet_pdf import workbook_to_pdf
    from icabinet.documents.sheets import read_workbook

    workbook = read_workbook(source)
    copy_for_conversion(source, clean)
    tool = f"openpyxl {version('openpyxl')}"
    return _Source(clean, workbook.paragraphs(), workbook.title, tool, lambda target: workbook_to_pdf(workbook, target))


def _slides(source: Path, clean: Path) -> _Source:
    from icabinet.documents.slide_pdf import slides_to_pdf
    from icabinet.documents.slides import read_slides

    deck = read_slides(source)
    copy_for_conversion(source, clean)
    tool = f"python-pptx {version('python-pptx')}"
    return _Source(clean, deck.paragraphs(), deck.title, tool, lambda target: slides_to_pdf(deck, target))


def _made(fit: _Source, work: Path, seconds: float) -> Iterator[_Made]:
    """What each converter makes, the better one first; the next one runs only when it is asked for."""
    program = office_program()
    pdf = office_to_pdf(program, fit.file, work, seconds * _OFFICE_SHARE_OF_TIME) if program else None
    if pdf:
        yield _Made(made_by(pdf), pdf)
    if fit.draw:
        target = work / "drawn.pdf"
        fit.draw(target)
        if target.is_file():
            yield _Made(fit.tool, target)


def _drawn_by_rdocx(source: Path) -> _Draw:
    """Makes no file when rdocx refuses the document; a panic of its Rust code is a BaseException of its own."""

    def draw(target: Path) -> None:
        import rdocx

        try:
            content = rdocx.Document.open(str(source)).to_pdf()
        except (KeyboardInterrupt, SystemExit, MemoryError):
            raise
        except BaseException:
            return
        target.write_bytes(content)

    return draw


def _check(made: _Made, paragraphs: tuple[str, ...], tell: Tell) -> Converted | None:
    """What was made, or None when it cannot be read back."""
    try:
        reading = read_pdf(made.pdf, tell)
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
