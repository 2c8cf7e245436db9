"""A document measured: its Word file by lxml over the package, its PDF by pdfium. Lengths in millimetres."""

from __future__ import annotations

import io
import zipfile

import pypdfium2
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MM_PER_TWIP = 25.4 / 1440
MM_PER_POINT = 25.4 / 72
A4 = (210.0, 297.0)


def outside_of_the_decree(word: bytes) -> list[str]:
    """What Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I does not allow in a Word file."""
    body, styles = _part(word, "word/document.xml"), _part(word, "word/styles.xml")
    found = [line for section in body.iter(f"{W}sectPr") for line in _page(section)]
    fonts = {name for tree in (body, styles) for font in tree.iter(f"{W}rFonts") for name in font.attrib.values()}
    found += [f"font {name}" for name in sorted(map(str, fonts - {"Times New Roman"}))]
    sizes = {_number(size) / 2 for size in body.iter(f"{W}sz")}
    found += [f"size {size}" for size in sorted(sizes) if not 11 <= size <= 14]
    widest = [sum(_number(column, "w") for column in grid) * MM_PER_TWIP for grid in body.iter(f"{W}tblGrid")]
    found += [f"table of {width:.1f} mm" for width in widest if width > _room(body) + 0.1]
    return found


def _page(section: etree._Element) -> list[str]:
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None and margin is not None
    bounds = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
    page = tuple(round(_number(size, side) * MM_PER_TWIP) for side in ("w", "h"))
    found = [] if page == A4 else [f"page {page}"]
    for side, (least, most) in bounds.items():
        width = _number(margin, side) * MM_PER_TWIP
        if not least - 0.1 <= width <= most + 0.1:
            found.append(f"margin {side} {width:.1f} mm")
    if section.find(f"{W}titlePg") is None:
        found.append("a number on the first page")
    return found


def _room(body: etree._Element) -> float:
    """Of the text, from margin to margin."""
    margin = next(iter(body.iter(f"{W}pgMar")))
    return A4[0] - (_number(margin, "left") + _number(margin, "right")) * MM_PER_TWIP


def outside_of_the_page(pdf: bytes) -> list[str]:
    """Text in a margin, or a page that is not A4; page numbers stand in the upper margin from the second page on."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [line for number in range(len(document)) for line in _of_page(document[number], number)]
    finally:
        document.close()


def _of_page(page: pypdfium2.PdfPage, number: int) -> list[str]:
    width, height = (side * MM_PER_POINT for side in page.get_size())
    found = [] if (round(width), round(height)) == (210, 297) else [f"page {width:.0f}×{height:.0f}"]
    text = page.get_textpage()
    for index in range(text.count_rects()):
        left, low, right, high = (side * MM_PER_POINT for side in text.get_rect(index))
        words = text.get_text_bounded(*text.get_rect(index)).strip()
        if not words or (number and words == str(number + 1) and high > height - 20):
            continue
        if left < 29.5 or right > width - 14.5 or low < 18.5 or high > height - 18.5:
            found.append(f"page {number + 1}: {words[:40]}")
    return found


def _part(word: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return etree.fromstring(package.read(name))


def _number(element: etree._Element, attribute: str = "val") -> float:
    return float(element.get(f"{W}{attribute}", "0"))
