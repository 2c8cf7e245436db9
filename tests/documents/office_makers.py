"""Workbooks, slides, pictures and OpenDocument files made on the spot, by openpyxl, python-pptx, Pillow or by hand."""

import datetime
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Font
from PIL import Image, ImageDraw, ImageFont
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from icabinet.documents import typeset

HIDDEN_SHEET = "Bí mật nội bộ của phòng tài chính"
HIDDEN_ROW = "Dòng đã ẩn khỏi bảng"
SPEAKER_NOTE = "Lời nhắc chỉ dành cho người trình bày"
HIDDEN_SLIDE = "Trang chiếu đã ẩn"


def workbook(path: Path, rows: int = 60) -> Path:
    """Merged heading, frozen head, figures with formats, a formula never computed, a hidden sheet and row."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Dự toán 2026"
    sheet.merge_cells("A1:E1")
    sheet["A1"] = "BẢNG TỔNG HỢP DỰ TOÁN NGÂN SÁCH NĂM 2026"
    sheet["A1"].font = Font(bold=True)
    sheet.append(["STT", "Đơn vị", "Kinh phí", "Tỷ lệ", "Ngày giao"])
    sheet.freeze_panes = "A3"
    for number in range(1, rows + 1):
        date = datetime.date(2026, 5, number % 28 + 1)
        sheet.append([number, f"Sở Khoa học và Công nghệ, phòng số {number}", 1234567.5 * number, 0.833, date])
        sheet.cell(number + 2, 3).number_format = '#,##0.0 "đồng"'
        sheet.cell(number + 2, 4).number_format = "0.0%"
    sheet.append([None, "Cộng", f"=SUM(C3:C{rows + 2})"])
    sheet.append([None, HIDDEN_ROW])
    sheet.row_dimensions[rows + 4].hidden = True
    secret = book.create_sheet("Ẩn")
    secret.append([HIDDEN_SHEET])
    secret.sheet_state = "hidden"
    book.save(path)
    return path


def wide_workbook(path: Path, columns: int = 60) -> Path:
    book = openpyxl.Workbook()
    book.active.append([f"Cột số {number} của bảng rất rộng" for number in range(columns)])
    book.active.append(["Một ô rất dài: " + "hoàn thành trước ngày 15 tháng 12 " * 300])
    book.save(path)
    return path


def slides(path: Path, *, long_text: str = "") -> Path:
    """A title with points, a table, a chart, a picture, a speaker's note and a hidden slide."""
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = "Sơ kết 6 tháng thực hiện Đề án 06"
    points = first.placeholders[1].text_frame
    points.text = "Kết quả nổi bật"
    inner = points.add_paragraph()
    inner.text, inner.level = long_text or "Tỷ lệ hồ sơ trực tuyến toàn trình đạt 83,3 %", 1
    first.notes_slide.notes_text_frame.text = SPEAKER_NOTE
    second = deck.slides.add_slide(deck.slide_layouts[5])
    second.shapes.title.text = "Bảng và biểu đồ"
    table = second.shapes.add_table(2, 2, Cm(1), Cm(4), Cm(11), Cm(3)).table
    for row in range(2):
        for column in range(2):
            table.cell(row, column).text = f"Ô hàng {row} cột {column}"
    figures: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    figures.categories = ["Quý một", "Quý hai"]
    figures.add_series("Hồ sơ trực tuyến", (12.5, 83.25))
    second.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(13), Cm(4), Cm(10), Cm(8), figures)
    logo = io.BytesIO()
    Image.new("RGB", (200, 100), (200, 20, 20)).save(logo, "PNG")
    second.shapes.add_picture(logo, Cm(2), Cm(10), Cm(6), Cm(3))
    third = deck.slides.add_slide(deck.slide_layouts[5])
    third.shapes.title.text = HIDDEN_SLIDE
    third._element.set("show", "0")
    deck.save(str(path))
    return path


def scan(lines: Sequence[str], *, size: tuple[int, int] = (1654, 2339)) -> Image.Image:
    """A page of A4 at 200 dots an inch as a scanner gives it: a picture of letters."""
    picture = Image.new("L", size, "white")
    pen = ImageDraw.Draw(picture)
    letters = ImageFont.truetype(str(Path(typeset.__file__).parent / "fonts" / "LiberationSans-Regular.ttf"), 40)
    for number, line in enumerate(lines):
        pen.text((150, 200 + number * 70), line, fill=15, font=letters)
    return picture


def text_document(path: Path, paragraphs: Sequence[str], link: str = "") -> Path:
    """A minimal .odt with a picture linked to `link` (ODF 1.3 Part 2 §3)."""
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("text", "text"), ("draw", "drawing"))
    )
    body = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    frame = f'<text:p><draw:frame><draw:image xlink:href="{link}"/></draw:frame></text:p>' if link else ""
    anchor = '<text:p><text:a xlink:href="https://example.org/">liên kết</text:a></text:p>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names} xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' office:version="1.3"><office:body><office:text>{body}{frame}{anchor}</office:text></office:body>'
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    entries = "".join(
        f'<m:file-entry m:full-path="{name}" m:media-type="{media}"/>'
        for name, media in (("/", kind), ("content.xml", "text/xml"))
    )
    manifest = f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entries}</m:manifest>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), kind)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)
    return path
