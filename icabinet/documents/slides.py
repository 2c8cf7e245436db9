"""What a PowerPoint presentation shows: texts, tables and pictures of each visible slide with their places.

To be called only in the worker. Lengths are points from the slide's upper left corner.
"""

import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.exc import PythonPptxError

from icabinet.documents.docx_package import check_xml
from icabinet.documents.refusals import BadPaper

EMU_PER_POINT = 12_700
_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_BODY, _TITLE = 18.0, 32.0
_DIAGRAM_DATA = "/diagramData"
_MAX_GROUPS = 12
_FAILURES = (PythonPptxError, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, etree.LxmlError)

Area = tuple[float, float, float, float]
"""Left, top, width, height."""


class Paragraph(msgspec.Struct, frozen=True):
    text: str
    size: float
    bold: bool = False
    level: int = 0


class TextBox(msgspec.Struct, frozen=True):
    area: Area
    paragraphs: tuple[Paragraph, ...]


class Table(msgspec.Struct, frozen=True):
    area: Area
    rows: tuple[tuple[str, ...], ...]


class Picture(msgspec.Struct, frozen=True):
    area: Area
    content: bytes


class Slide(msgspec.Struct, frozen=True):
    parts: tuple[TextBox | Table | Picture, ...]


class Slides(msgspec.Struct, frozen=True):
    width: float
    height: float
    slides: tuple[Slide, ...]
    title: str

    def paragraphs(self) -> tuple[str, ...]:
        """Everything that is to be found again in a PDF of the slides."""
        return tuple(text for slide in self.slides for part in slide.parts for text in texts_of(part) if text)


def texts_of(part: TextBox | Table | Picture) -> Iterator[str]:
    match part:
        case TextBox():
            yield from (paragraph.text for paragraph in part.paragraphs)
        case Table():
            yield from (cell for row in part.rows for cell in row)


def read_slides(path: Path) -> Slides:
    """Read a .pptx. Raises BadPaper for hostile XML or a broken package. Notes of the speaker are not for readers."""
    check_xml(path)
    try:
        deck = Presentation(str(path))
        visible = [slide for slide in deck.slides if slide._element.get("show", "1") not in ("0", "false")]
        width, height = (int(deck.slide_width or 9_144_000), int(deck.slide_height or 6_858_000))
        slides = tuple(Slide(tuple(_parts(slide.shapes, slide, 0))) for slide in visible)
        return Slides(width / EMU_PER_POINT, height / EMU_PER_POINT, slides, deck.core_properties.title or "")
    except (MemoryError, BadPaper):
        raise
    except Exception as error:  # the library, given a broken package, may raise anything
        raise BadPaper("paper.broken") from error


def _parts(shapes: Any, slide: Any, depth: int) -> Iterator[TextBox | Table | Picture]:
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            if depth < _MAX_GROUPS:
                yield from _parts(shape.shapes, slide, depth + 1)
        elif shape.has_text_frame:
            yield TextBox(_area(shape), tuple(_paragraphs(shape)))
        elif getattr(shape, "has_table", False) and shape.has_table:
            yield Table(_area(shape), tuple(tuple(_plain(cell.text) for cell in row.cells) for row in shape.table.rows))
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            yield Table(_area(shape), _chart(shape.chart))
        elif shape.shape_type == MSO_SHAPE_TYPE.PICTURE or hasattr(shape, "image"):
            yield from _picture(shape)
        else:
            yield from _diagram(shape, slide)


def _area(shape: Any) -> Area:
    """A shape without a place of its own has none in its layout either: it is put at the top."""
    left, top, width, height = (
        float(side or 0) / EMU_PER_POINT for side in (shape.left, shape.top, shape.width, shape.height)
    )
    return left, top, width or 400.0, height or 40.0


def _paragraphs(shape: Any) -> Iterator[Paragraph]:
    is_title = shape.is_placeholder and "TITLE" in str(shape.placeholder_format.type)
    for paragraph in shape.text_frame.paragraphs:
        text = _plain("".join(node.text or "" if node.tag == _TEXT else "\n" for node in _runs(paragraph)))
        if text:
            sizes = [run.font.size.pt for run in paragraph.runs if run.font.size]
            size = max(sizes, default=_TITLE if is_title else max(_BODY - 2 * paragraph.level, 12.0))
            bold = is_title or any(run.font.bold for run in paragraph.runs)
            yield Paragraph(text, float(size), bool(bold), paragraph.level)


def _runs(paragraph: Any) -> Iterator[Any]:
    """Texts (also those of fields, such as a date) and line breaks."""
    line_break = _TEXT[: -len("t")] + "br"
    return (node for node in paragraph._p.iter() if node.tag in (_TEXT, line_break))


def _plain(text: str) -> str:
    lines = unicodedata.normalize("NFC", text.replace("\v", "\n")).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def _picture(shape: Any) -> Iterator[Picture]:
    """The picture without what the author cut off at its edges; one that Pillow cannot read is left out."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(shape.image.blob), formats=("PNG", "JPEG", "TIFF", "GIF", "BMP")) as image:
            if image.width * image.height > 25_000_000:
                image.thumbnail((5_000, 5_000))
            edges = (shape.crop_left, shape.crop_top, 1 - shape.crop_right, 1 - shape.crop_bottom)
            box = [round(edge * side) for edge, side in zip(edges, image.size * 2, strict=True)]
            if box[2] > box[0] >= 0 and box[3] > box[1] >= 0:
                kept = io.BytesIO()
                image.convert("RGBA").crop((box[0], box[1], box[2], box[3])).save(kept, "PNG")
                yield Picture(_area(shape), kept.getvalue())
    except (*_FAILURES, SyntaxError, Image.DecompressionBombError):
        return


def _chart(chart: Any) -> tuple[tuple[str, ...], ...]:
    """A chart as the table it was drawn from, under its title."""
    title = chart.chart_title.text_frame.text if chart.has_title and chart.chart_title.has_text_frame else ""
    plot = chart.plots[0]
    series = list(plot.series)
    head = (_plain(title), *(_plain(str(one.name or "")) for one in series))
    names = [_plain(str(name)) for name in plot.categories]
    values = [[_figure(value) for value in one.values] for one in series]
    rows = [(name, *(column[at] if at < len(column) else "" for column in values)) for at, name in enumerate(names)]
    return (head, *rows)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}".replace(".", ",")


def _diagram(shape: Any, slide: Any) -> Iterator[TextBox]:
    """SmartArt keeps its words in a part beside the slide; any other drawing may hold words in itself."""
    texts = [node.text or "" for node in shape._element.iter(_TEXT)]
    for element in shape._element.iter():
        reference = element.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}dm")
        relation = slide.part.rels[reference] if reference else None
        if relation is not None and not relation.is_external and relation.reltype.endswith(_DIAGRAM_DATA):
            data = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
            texts.extend(node.text or "" for node in data.iter(_TEXT))
    shown = tuple(Paragraph(_plain(text), _BODY) for text in texts if text.strip())
    if shown:
        yield TextBox(_area(shape), shown)
