"""Small real papers made on the spot: Word files by python-docx, PDF files by rdocx, pypdf or byte for byte."""

import io
import zlib
from collections.abc import Sequence
from pathlib import Path

import docx
import numpy
import pypdfium2
import rdocx
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from numpy.typing import NDArray
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)

from icabinet.documents.pdf_words import PointBox
from icabinet.documents.reading import Box

SENTENCES = (
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    "Xét đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 118/TTr-SKHCN;",
    "Tỷ lệ hồ sơ trực tuyến toàn trình đạt 83,3 %, vượt 5,1 điểm so với chỉ tiêu được giao.",
    "ỦY BAN NHÂN DÂN PHƯỜNG ẤP BẮC ĐỀ NGHỊ ĐƯỢC HỖ TRỢ Ổ ĐĨA, MÁY QUÉT VÀ CHỮ KÝ SỐ.",
)


def word_file(path: Path, paragraphs: Sequence[str], *, title: str = "", red: str = "", size: float = 13) -> Path:
    """A .docx of `paragraphs`; the part of a paragraph equal to `red` is written in red."""
    document = docx.Document()
    document.core_properties.title = title
    font = document.styles["Normal"].font
    font.name = "Times New Roman"
    font.size = Pt(size)
    for text in paragraphs:
        before, marked, after = text.partition(red) if red else (text, "", "")
        paragraph = document.add_paragraph(before)
        paragraph.add_run(marked).font.color.rgb = RGBColor(0xFF, 0, 0)
        paragraph.add_run(after)
    document.save(str(path))
    return path


def add_page_number(paragraph: Paragraph) -> None:
    """A PAGE field, as in the header of an administrative paper."""
    paragraph.alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def pdf_of(word: Path) -> Path:
    """The PDF of a .docx beside it."""
    target = word.with_suffix(".pdf")
    target.write_bytes(rdocx.Document.open(str(word)).to_pdf())
    return target


def turned(source: Path, rotation: int, cropped: PointBox | None = None) -> Path:
    """A copy whose pages are shown rotated and cut to `cropped` (left, bottom, right, top)."""
    writer = PdfWriter(clone_from=PdfReader(source))
    for page in writer.pages:
        page[NameObject("/Rotate")] = NumberObject(rotation)
        if cropped:
            page.cropbox = RectangleObject(cropped)
    return _saved(writer, source.with_name(f"turned-{rotation}-{source.name}"))


def drawn_sideways(source: Path, rotation: int) -> Path:
    """A copy of a one-page PDF that looks the same, but is drawn turned and then shown turned back by /Rotate."""
    writer = PdfWriter(clone_from=PdfReader(source))
    page = writer.pages[0]
    width, height = page.mediabox.width, page.mediabox.height
    shift = {90: (height, 0), 180: (width, height), 270: (0, width)}[rotation]
    page.add_transformation(Transformation().rotate(rotation).translate(*shift))
    if rotation != 180:
        page.mediabox = RectangleObject((0, 0, height, width))
        page.cropbox = page.mediabox
    page[NameObject("/Rotate")] = NumberObject(rotation)
    return _saved(writer, source.with_name(f"sideways-{rotation}-{source.name}"))


def locked(source: Path, user_password: str) -> Path:
    """A copy encrypted with `user_password`; without one it opens freely but may not be changed."""
    writer = PdfWriter(clone_from=PdfReader(source))
    writer.encrypt(user_password, owner_password="chu-so-huu", algorithm="RC4-128")
    return _saved(writer, source.with_name(f"locked-{source.name}"))


def stamped(source: Path, lines: Sequence[str], area: PointBox) -> Path:
    """A copy with a signature field whose appearance shows `lines` (ASCII) within `area` on page 1."""
    writer = PdfWriter(clone_from=PdfReader(source))
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font")})
    font[NameObject("/Subtype")] = NameObject("/Type1")
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    inner = _form(area, {"/Font": fonts}, _text_operators(lines, area))
    outer = _form(area, {"/XObject": DictionaryObject({NameObject("/FRM"): writer._add_object(inner)})}, b"/FRM Do")
    widget = DictionaryObject({NameObject("/Type"): NameObject("/Annot"), NameObject("/F"): NumberObject(132)})
    widget[NameObject("/Subtype")] = NameObject("/Widget")
    widget[NameObject("/FT")] = NameObject("/Sig")
    widget[NameObject("/T")] = TextStringObject("Chữ ký văn thư")
    widget[NameObject("/Rect")] = ArrayObject(map(FloatObject, area))
    widget[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(outer)})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(widget)])
    return _saved(writer, source.with_name(f"stamped-{source.name}"))


def _text_operators(lines: Sequence[str], area: PointBox) -> bytes:
    size = (area[3] - area[1]) / (1.3 * len(lines))
    shown = "".join(f"0 {-1.2 * size:.2f} Td ({line}) Tj " for line in lines)
    return f"BT /F1 {size:.2f} Tf 0 {area[3] - area[1] + 0.2 * size:.2f} Td {shown}ET".encode("ascii")


def _form(area: PointBox, resources: dict[str, DictionaryObject], operators: bytes) -> DecodedStreamObject:
    form = DecodedStreamObject()
    form.set_data(operators)
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(map(FloatObject, (0, 0, area[2] - area[0], area[3] - area[1])))
    named = {NameObject(name): value for name, value in resources.items()}
    form[NameObject("/Resources")] = DictionaryObject(named)
    return form


def _saved(writer: PdfWriter, target: Path) -> Path:
    with target.open("wb") as file:
        writer.write(file)
    return target


def raw_pdf(path: Path, content: bytes, *, filters: str = "/FlateDecode", pages: int = 1, image: bytes = b"") -> Path:
    """A PDF written byte for byte: `pages` pages share one content stream; `image` is a 1 x 1 grey picture /Im1."""
    picture = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length %d>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + b"3 0 R " * pages + b"]/Count %d>>" % pages,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>/XObject<</Im1 6 0 R>>>>>>",
        b"<</Length %d/Filter[%s]>>stream\n" % (len(content), filters.encode()) + content + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        picture % len(image) + b"stream\n" + image + b"\nendstream",
    ]
    file = io.BytesIO()
    file.write(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(file.tell())
        file.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    start = file.tell()
    file.write(b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    file.write(b"trailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start)
    path.write_bytes(file.getvalue())
    return path


def packed(operators: bytes) -> bytes:
    """A content stream as /FlateDecode wants it."""
    return zlib.compress(operators, 9)


SCALE = 4


def picture_of(pdf: Path, page_number: int) -> NDArray[numpy.uint8]:
    """The page as people see it: rows x columns x 3 (red, green, blue), SCALE pixels a point."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[page_number - 1].render(scale=SCALE, rev_byteorder=True, may_draw_forms=False)
        picture: NDArray[numpy.uint8] = bitmap.to_numpy()[:, :, :3].copy()
        return picture
    finally:
        document.close()


def region(box: Box, margin: int = 1) -> tuple[slice, slice]:
    """The pixels of a box, `margin` pixels larger on each side for smoothed edges."""
    x0, y0, x1, y1 = (round(edge * SCALE / 10) for edge in box)
    return slice(max(0, y0 - margin), y1 + margin), slice(max(0, x0 - margin), x1 + margin)
