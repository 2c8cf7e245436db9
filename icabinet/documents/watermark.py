"""A copy of a paper with words across every page: who was given it, and when. To be called only in the worker.

The words become one form XObject (ISO 32000-2 §8.10) that every page draws three times, half transparent, so the copy
is hardly larger than the paper. They are set by rdocx, which brings a font with the Vietnamese letters.
"""

from __future__ import annotations

import io
import math
from pathlib import Path

import rdocx
from docx import Document
from docx.shared import Pt
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from icabinet.documents.refusals import BadPaper

MOST_LETTERS = 80
"""So that the words fit on one line across an A4 page."""
_OPACITY = 0.24
_LINE_POINTS = 14
_SLANT = math.radians(35)
_ROWS = (0.2, 0.5, 0.8)
_CARRIERS = frozenset({"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"})


def watermark(source: Path, target: Path, words: str) -> int:
    """Writes the copy and returns its number of pages. Attachments, links and scripts stay behind.

    Raises BadPaper("paper.broken") when the paper has no page that can be drawn on.
    """
    writer = PdfWriter()
    form, width = _form(writer, words[:MOST_LETTERS])
    state = writer._add_object(_half_transparent())
    for page in PdfReader(source).pages:
        _mark(writer, writer.add_page(page), form, state, width)
    if not writer.pages:
        raise BadPaper("paper.broken")
    with target.open("wb") as out:
        writer.write(out)
    return len(writer.pages)


def _form(writer: PdfWriter, words: str) -> tuple[IndirectObject, float]:
    """The words as a form whose origin is the left end of their line, and how wide they are, in points."""
    page = PdfReader(io.BytesIO(_typeset(words))).pages[0]
    left, bottom, right = _extent(page)
    content = page.get_contents()
    form = StreamObject()
    form.set_data(content.get_data() if content is not None else b"")
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): _numbers(left - 2, bottom - 8, right + 2, bottom + _LINE_POINTS * 1.6),
            NameObject("/Matrix"): _numbers(1, 0, 0, 1, -left, -bottom),
            NameObject("/Resources"): page["/Resources"].clone(writer),
        }
    )
    return writer._add_object(form), right - left


def _typeset(words: str) -> bytes:
    document = Document()
    run = document.add_paragraph().add_run(words)
    run.font.size, run.font.bold = Pt(_LINE_POINTS), True
    section = document.sections[0]
    section.page_width, section.page_height = Pt(1400), Pt(200)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(36)
    content = io.BytesIO()
    document.save(content)
    pdf: bytes = rdocx.Document.from_bytes(content.getvalue()).to_pdf()
    return pdf


def _extent(page: PageObject) -> tuple[float, float, float]:
    """Left, base line and right of what is written on the page, in points."""
    places: list[tuple[float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        if text.strip():
            places.append((tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]))

    page.extract_text(visitor_text=visit)
    if not places:
        raise BadPaper("paper.broken")
    left, bottom = min(x for x, _ in places), min(y for _, y in places)
    return left, bottom, left + _LINE_POINTS * 0.56 * len(page.extract_text().strip())


def _mark(writer: PdfWriter, page: PageObject, form: IndirectObject, state: IndirectObject, width: float) -> None:
    """Drawn over the page's own content, whose graphics state is closed off by q … Q."""
    page.pop("/AA", None)
    if "/Annots" in page:
        page[NameObject("/Annots")] = _harmless(page["/Annots"].get_object())
    resources = _own(page, "/Resources")
    _own(resources, "/XObject")[NameObject("/WaterMark")] = form
    _own(resources, "/ExtGState")[NameObject("/WaterThin")] = state
    content = page.get_contents()
    drawn = b"q\n" + (content.get_data() if content is not None else b"") + b"\nQ\n" + _drawing(page, width)
    stream = DecodedStreamObject()
    stream.set_data(drawn)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())


def _harmless(annotations: object) -> ArrayObject:
    """Stamps and signatures show the number and date of a paper and stay; what carries files or plays does not."""
    held = annotations if isinstance(annotations, ArrayObject) else ArrayObject()
    return ArrayObject([entry for entry in held if entry.get_object().get("/Subtype") not in _CARRIERS])


def _own(parent: DictionaryObject, key: str) -> DictionaryObject:
    """A dictionary of this page alone: pages of a file often share theirs."""
    shared = parent.get(key)
    held = shared.get_object() if shared is not None else None
    own = DictionaryObject(held) if isinstance(held, DictionaryObject) else DictionaryObject()
    parent[NameObject(key)] = own
    return own


def _drawing(page: PageObject, width: float) -> bytes:
    box = page.mediabox
    wide, high = float(box.width), float(box.height)
    turned = int(page.rotation) % 360
    angle = _SLANT + math.radians(turned)
    scale = min(1.0, 0.9 * min(wide, high) / max(width * math.cos(_SLANT), 1))
    cos, sin = scale * math.cos(angle), scale * math.sin(angle)
    rows = []
    for row in _ROWS:
        x = float(box.left) + wide / 2 - cos * width / 2
        y = float(box.bottom) + high * row - sin * width / 2
        rows.append(f"q /WaterThin gs {cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {y:.2f} cm /WaterMark Do Q\n")
    return "".join(rows).encode()


def _half_transparent() -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/ExtGState"),
            NameObject("/ca"): FloatObject(_OPACITY),
            NameObject("/CA"): FloatObject(_OPACITY),
        }
    )


def _numbers(*values: float) -> ArrayObject:
    return ArrayObject([FloatObject(value) for value in values])
