"""A person's own copy of a paper: his marks as annotations of the PDF, which any reader shows and can take off.

Highlights, ink and text notes as ISO 32000-2 §12.5.6 has them, each with an appearance of its own, so that it looks
the same in every reader. To be called only in the worker. Places come in tenths of a point from the top left of the
page as it is displayed: cropped (§14.11.2) and turned by /Rotate.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from icabinet.documents.errand import DrawnMark
from icabinet.documents.refusals import BadPaper

Spot = tuple[float, float]
_PRINTED = 4
"""§12.5.3: the annotation is printed with the page."""
_BESIDE = 20.0
_ICON = 16.0
_COLOURS = {
    "yellow": (1.0, 0.93, 0.55), "green": (0.74, 0.93, 0.77), "blue": (0.76, 0.87, 1.0), "pink": (1.0, 0.81, 0.88),
}  # fmt: skip
_INKS = {"black": (0.1, 0.1, 0.1), "blue": (0.04, 0.25, 0.71), "red": (0.75, 0.09, 0.13), "green": (0.06, 0.42, 0.23)}


def annotate(source: Path, target: Path, marks: Sequence[DrawnMark]) -> int:
    """Writes the copy and returns its number of pages. A mark on a page that the paper lacks is left out.

    Raises BadPaper("paper.broken") when the paper has no pages.
    """
    writer = PdfWriter(clone_from=PdfReader(source))
    if not writer.pages:
        raise BadPaper("paper.broken")
    pages = list(writer.pages)
    for mark in marks:
        if mark.page <= len(pages):
            page = pages[mark.page - 1]
            place = _Page(page)
            _hang(writer, page, _ink(writer, place, mark) if mark.points else _highlight(writer, place, mark))
            if mark.quads and mark.text:
                _hang(writer, page, _note(writer, place, mark))
    with target.open("wb") as out:
        writer.write(out)
    return len(pages)


class _Page:
    """Turns displayed places into those of the page's own user space."""

    def __init__(self, page: PageObject) -> None:
        cut, sheet = page.cropbox, page.mediabox  # what is cut to never reaches beyond the sheet (§14.11.2.1)
        self._left, self._bottom = float(max(cut.left, sheet.left)), float(max(cut.bottom, sheet.bottom))
        self._right, self._top = float(min(cut.right, sheet.right)), float(min(cut.top, sheet.top))
        self._turned = int(page.rotation) % 360
        unit = page.get("/UserUnit", 1)
        self._tenth = 0.1 / float(unit)

    def spot(self, x: float, y: float) -> Spot:
        across, down = x * self._tenth, y * self._tenth
        if self._turned == 90:
            return self._left + down, self._bottom + across
        if self._turned == 180:
            return self._right - across, self._bottom + down
        if self._turned == 270:
            return self._right - down, self._top - across
        return self._left + across, self._top - down

    def corners(self, quad: tuple[int, int, int, int]) -> list[Spot]:
        """Top left, top right, bottom left, bottom right as they are displayed: the order that readers expect."""
        x0, y0, x1, y1 = quad
        return [self.spot(x0, y0), self.spot(x1, y0), self.spot(x0, y1), self.spot(x1, y1)]


def _highlight(writer: PdfWriter, place: _Page, mark: DrawnMark) -> DictionaryObject:
    quads = [place.corners(quad) for quad in mark.quads]
    spots = [spot for quad in quads for spot in quad]
    box = _around(spots, 1)
    drawn = ["/Multiply gs", _colour(_COLOURS[mark.colour], "rg")]
    for a, b, c, d in quads:
        drawn.append(f"{_xy(a)} m {_xy(b)} l {_xy(d)} l {_xy(c)} l h f")
    annotation = _annotation("/Highlight", mark, box, _COLOURS[mark.colour])
    annotation[NameObject("/QuadPoints")] = _numbers(number for spot in spots for number in spot)
    _dress(writer, annotation, box, drawn)
    return annotation


def _ink(writer: PdfWriter, place: _Page, mark: DrawnMark) -> DictionaryObject:
    spots = [place.spot(x, y) for x, y, _ in mark.points]
    width = mark.width / 10
    box = _around(spots, 2 * width + 1)
    drawn = ["1 J 1 j", _colour(_INKS[mark.colour], "RG")]
    for at, (_, _, pressure) in enumerate(mark.points):
        wide = width * (0.5 + pressure / 255)
        drawn.append(f"{wide:.2f} w {_xy(spots[max(0, at - 1)])} m {_xy(spots[at])} l S")
    annotation = _annotation("/Ink", mark, box, _INKS[mark.colour])
    annotation[NameObject("/InkList")] = ArrayObject([_numbers(number for spot in spots for number in spot)])
    annotation[NameObject("/BS")] = DictionaryObject({NameObject("/W"): FloatObject(round(width, 2))})
    _dress(writer, annotation, box, drawn)
    return annotation


def _note(writer: PdfWriter, place: _Page, mark: DrawnMark) -> DictionaryObject:
    """The words of a note, as a small leaf left of its passage."""
    x, y = mark.quads[0][0], mark.quads[0][1]
    spot = place.spot(max(40, x - _BESIDE * 10), y)
    box = (spot[0] - _ICON / 2, spot[1] - _ICON / 2, spot[0] + _ICON / 2, spot[1] + _ICON / 2)
    left, bottom = box[0] + 1, box[1] + 1
    drawn = [_colour(_COLOURS[mark.colour], "rg"), "0.35 0.35 0.35 RG 0.8 w"]
    drawn.append(f"{left:.2f} {bottom:.2f} {_ICON - 2:.2f} {_ICON - 2:.2f} re B")
    drawn += [f"{left + 3:.2f} {bottom + up} m {left + _ICON - 5:.2f} {bottom + up} l S" for up in (4, 7, 10)]
    annotation = _annotation("/Text", mark, box, _COLOURS[mark.colour])
    annotation[NameObject("/NM")] = TextStringObject(f"{mark.name}-text")
    annotation[NameObject("/Name")] = NameObject("/Note")
    _dress(writer, annotation, box, drawn)
    return annotation


def _annotation(
    kind: str, mark: DrawnMark, box: tuple[float, float, float, float], colour: tuple[float, float, float]
) -> DictionaryObject:
    """What all of them have: a place, an author, words, a colour and a time."""
    made = datetime.fromtimestamp(mark.at / 1000, UTC).strftime("D:%Y%m%d%H%M%SZ")
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/Rect"): _numbers(box),
            NameObject("/T"): TextStringObject(mark.author),
            NameObject("/Contents"): TextStringObject(mark.text),
            NameObject("/NM"): TextStringObject(mark.name),
            NameObject("/CreationDate"): TextStringObject(made),
            NameObject("/M"): TextStringObject(made),
            NameObject("/C"): _numbers(colour),
            NameObject("/F"): NumberObject(_PRINTED),
        }
    )


def _dress(
    writer: PdfWriter, annotation: DictionaryObject, box: tuple[float, float, float, float], drawn: list[str]
) -> None:
    """The appearance: a form in the page's own space (§12.5.5)."""
    form = StreamObject()
    form.set_data("\n".join(drawn).encode())
    multiply = DictionaryObject({NameObject("/BM"): NameObject("/Multiply")})
    states = DictionaryObject({NameObject("/Multiply"): multiply})
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): _numbers(box),
            NameObject("/Resources"): DictionaryObject({NameObject("/ExtGState"): states}),
        }
    )
    appearance = writer._add_object(form.flate_encode())
    annotation[NameObject("/AP")] = DictionaryObject({NameObject("/N"): appearance})


def _hang(writer: PdfWriter, page: PageObject, annotation: DictionaryObject) -> None:
    """The page's annotations may be an object of their own, which pages can share: this page gets its own row."""
    if page.indirect_reference is not None:
        annotation[NameObject("/P")] = page.indirect_reference
    held = page.get("/Annots")
    row = held.get_object() if held is not None else None
    own = ArrayObject(row) if isinstance(row, ArrayObject) else ArrayObject()
    own.append(writer._add_object(annotation))
    page[NameObject("/Annots")] = own


def _around(spots: Sequence[Spot], margin: float) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


def _xy(spot: Spot) -> str:
    return f"{spot[0]:.2f} {spot[1]:.2f}"


def _colour(colour: tuple[float, float, float], operator: str) -> str:
    return f"{colour[0]} {colour[1]} {colour[2]} {operator}"


def _numbers(values: Iterable[float]) -> ArrayObject:
    return ArrayObject([FloatObject(round(value, 2)) for value in values])
