"""Excel, PowerPoint, OpenDocument and pictures become PDFs that hold what people see, and only that."""

import os
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from PIL import Image

from icabinet.documents.convert import convert
from icabinet.documents.docx_package import copy_for_conversion
from icabinet.documents.kinds import BadPaper, Kind, inspect
from icabinet.documents.office import office_program
from icabinet.documents.opendocument import copy_without_links, read_opendocument
from icabinet.documents.reading import Reading, decode, locate
from icabinet.documents.remarks import INCOMPLETE
from icabinet.documents.sandbox import read_paper
from icabinet.documents.sheet_bounds import MAX_CELLS
from icabinet.documents.sheet_values import shown
from icabinet.documents.sheets import read_workbook
from icabinet.documents.slides import read_slides
from tests.documents import office_makers as makers
from tests.documents.paper_makers import SENTENCES, picture_of


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As on a server where LibreOffice is not installed."""
    monkeypatch.setenv("PATH", str(tmp_path))


def reading_of(source: Path) -> Reading:
    out = source.parent / "out"
    read_paper(source, inspect(source, source.name), out)
    return decode((out / "reading.msgpack").read_bytes())


@pytest.mark.usefixtures("no_office")
def test_a_workbook_shows_its_cells_as_people_write_them(tmp_path: Path) -> None:
    reading = reading_of(makers.workbook(tmp_path / "a.xlsx"))
    assert len(reading.pages) > 1
    for seen in ("Dự toán 2026", "BẢNG TỔNG HỢP", "phòng số 60", "1.234.567,5 đồng", "83,3%", "02/05/2026"):
        assert locate(reading, seen), seen
    assert locate(reading, "=SUM(C3:C62)"), "a formula that nobody computed is shown, not lost"
    for hidden in (makers.HIDDEN_SHEET, makers.HIDDEN_ROW):
        assert not locate(reading, hidden), hidden
    assert all(locate(reading, "Kinh phí", page.number)[0].page == page.number for page in reading.pages)
    assert reading.warnings == []


@pytest.mark.usefixtures("no_office")
def test_a_wide_workbook_goes_on_over_further_pages(tmp_path: Path) -> None:
    reading = reading_of(makers.wide_workbook(tmp_path / "a.xlsx"))
    assert all(locate(reading, f"Cột số {number} của bảng rất rộng") for number in range(60))
    long = sum(page.text.count("hoàn") for page in reading.pages)
    assert long == 300
    assert INCOMPLETE not in reading.warnings


def test_a_workbook_drawn_twice_is_the_same_file(tmp_path: Path) -> None:
    source = makers.workbook(tmp_path / "a.xlsx", rows=3)
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        os.environ["PATH"], path = str(tmp_path), os.environ["PATH"]
        try:
            made.append(convert(source, tmp_path / name, 30, Kind.XLSX).pdf.read_bytes())
        finally:
            os.environ["PATH"] = path
    assert made[0] == made[1]


def test_a_workbook_of_too_many_cells_is_refused(tmp_path: Path) -> None:
    source = makers.workbook(tmp_path / "a.xlsx", rows=1)
    swollen = tmp_path / "b.xlsx"
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(swollen, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.namelist():
            content = package.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b"</row>", b"<c/>" * (MAX_CELLS + 1) + b"</row>", 1)
            copy.writestr(name, content)
    with pytest.raises(BadPaper) as caught:
        read_workbook(swollen)
    assert caught.value.code == "paper.too-many-cells"


def test_a_merged_area_of_the_whole_sheet_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(makers.workbook(tmp_path / "a.xlsx", rows=1))
    book.active.merged_cells.add("G1:XFD1048576")
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(BadPaper) as caught:
        read_workbook(tmp_path / "b.xlsx")
    assert caught.value.code == "paper.too-many-cells"


def test_a_sheet_is_read_by_its_cells_not_by_the_grid_they_span(tmp_path: Path) -> None:
    """Blank cells at its end are nothing; words there would be a million blank rows."""
    book = openpyxl.Workbook()
    book.active["B2"], book.active["XFD1048576"].font = "Dự toán", Font(bold=True)
    book.save(tmp_path / "a.xlsx")
    (sheet,) = read_workbook(tmp_path / "a.xlsx").sheets
    assert [[(column, cell.text) for column, cell in row.items()] for row in sheet.rows] == [[], [(1, "Dự toán")]]
    book.active["A1048576"] = "x"
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(BadPaper) as caught:
        read_workbook(tmp_path / "b.xlsx")
    assert caught.value.code == "paper.too-many-cells"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1234567.891, "#,##0.00", "1.234.567,89"),
        (1234567, "General", "1234567"),
        (0.5, "0%", "50%"),
        (-3.25, '#,##0.0 "triệu"', "-3,3 triệu"),
        (12, "[$₫-42A] #,##0", "₫12"),
        (1.5, "@", "1,5"),
        (float("inf"), "0.0", "inf"),
        (True, "General", "TRUE"),
        (None, "General", ""),
        (" chữ\r\n", "General", "chữ"),
    ],
)
def test_values_are_written_as_in_vietnam(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


@pytest.mark.usefixtures("no_office")
def test_slides_show_texts_tables_charts_and_pictures(tmp_path: Path) -> None:
    reading = reading_of(makers.slides(tmp_path / "a.pptx"))
    assert len(reading.pages) == 2
    for number, seen in ((1, "Đề án 06"), (1, "đạt 83,3 %"), (2, "Ô hàng 1 cột 1"), (2, "Quý hai"), (2, "83,25")):
        assert [place.page for place in locate(reading, seen, number)] == [number], seen
    for hidden in (makers.SPEAKER_NOTE, makers.HIDDEN_SLIDE):
        assert not locate(reading, hidden), hidden
    red = picture_of(tmp_path / "out" / "reading.pdf", 2)
    assert ((red[:, :, 0] > 180) & (red[:, :, 1] < 60)).sum() > 10_000
    assert reading.warnings == []


@pytest.mark.usefixtures("no_office")
def test_text_too_long_for_a_slide_goes_on_behind_it(tmp_path: Path) -> None:
    words = " ".join(f"từ{number}" for number in range(3000))
    reading = reading_of(makers.slides(tmp_path / "a.pptx", long_text=words))
    text = " ".join(page.text for page in reading.pages).split()
    assert [word for word in text if word.startswith("từ")] == words.split()
    assert len(reading.pages) > 2


@pytest.mark.parametrize(
    ("mode", "ending"), [("L", "png"), ("RGB", "jpg"), ("CMYK", "jpg"), ("RGBA", "png"), ("1", "tiff")]
)
def test_pictures_become_pages_that_look_alike(tmp_path: Path, mode: str, ending: str) -> None:
    source = tmp_path / f"a.{ending}"
    makers.scan(SENTENCES).convert(mode).save(source)
    reading = reading_of(source)
    page = reading.pages[0]
    assert (round(page.width), round(page.height)) == (595, 842)
    dark = (picture_of(tmp_path / "out" / "reading.pdf", 1)[:, :, 0] < 100).mean()
    assert 0.002 < dark < 0.05


def test_a_scan_of_several_pages_keeps_them_all(tmp_path: Path) -> None:
    first, second = makers.scan(SENTENCES[:1]), makers.scan(SENTENCES[1:], size=(2339, 1654))
    first.save(tmp_path / "a.tiff", save_all=True, append_images=[second])
    reading = reading_of(tmp_path / "a.tiff")
    assert [page.width < page.height for page in reading.pages] == [True, False]


def test_a_photo_taken_lying_is_shown_upright(tmp_path: Path) -> None:
    photo = makers.scan(SENTENCES, size=(1654, 2339)).rotate(90, expand=True)
    turned = Image.Exif()
    turned[0x0112] = 6
    photo.save(tmp_path / "a.jpg", exif=turned)
    page = reading_of(tmp_path / "a.jpg").pages[0]
    assert page.height > page.width


def test_grey_in_sixteen_bits_stays_grey(tmp_path: Path) -> None:
    Image.new("I;16", (400, 600), 128 * 256).save(tmp_path / "a.png")
    reading_of(tmp_path / "a.png")
    assert abs(int(picture_of(tmp_path / "out" / "reading.pdf", 1)[100, 100, 0]) - 128) < 4


def test_bad_pictures_are_refused(tmp_path: Path) -> None:
    makers.scan(SENTENCES).save(tmp_path / "whole.png")
    whole = (tmp_path / "whole.png").read_bytes()
    Image.new("1", (30_000, 10_000)).save(tmp_path / "huge.png")
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "noise.png").write_bytes(whole[:8] + bytes(range(256)) * 8)
    codes = {"huge.png": "paper.too-complex", "cut.png": "paper.truncated", "noise.png": "paper.broken"}
    for name, code in codes.items():
        with pytest.raises(BadPaper) as caught:
            read_paper(tmp_path / name, inspect(tmp_path / name, name), tmp_path / "out")
        assert caught.value.code == code, name


def test_a_heic_photo_is_refused_with_advice(tmp_path: Path) -> None:
    (tmp_path / "a.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(400))
    with pytest.raises(BadPaper) as caught:
        inspect(tmp_path / "a.heic", "a.heic")
    assert caught.value.code == "paper.heic"
    assert "Tương thích nhất" in caught.value.message()


@pytest.mark.usefixtures("no_office")
def test_papers_are_read_under_names_without_an_ending_as_the_server_keeps_them(tmp_path: Path) -> None:
    bare = tmp_path / "0123456789abcdef"
    makers.scan(SENTENCES).save(tmp_path / "a.png")
    for made in (makers.workbook(tmp_path / "a.xlsx", rows=1), makers.slides(tmp_path / "a.pptx"), tmp_path / "a.png"):
        assert read_paper(made.rename(bare), inspect(bare, made.name), tmp_path / "out").pages > 0


def test_office_kinds_are_known_by_their_content(tmp_path: Path) -> None:
    assert inspect(makers.workbook(tmp_path / "a.pdf", rows=1), "a.pdf") is Kind.XLSX
    assert inspect(makers.slides(tmp_path / "b.docx"), "b.docx") is Kind.PPTX
    assert inspect(makers.text_document(tmp_path / "c.xlsx", SENTENCES), "c.xlsx") is Kind.ODT


def test_macros_and_passwords_are_refused_in_every_kind(tmp_path: Path) -> None:
    for make in (makers.workbook, makers.slides):
        source = make(tmp_path / "a.bin")
        with zipfile.ZipFile(source, "a") as package:
            package.writestr("xl/vbaProject.bin", b"macro")
        assert refusal(source) == "paper.macro"
    scripted = makers.text_document(tmp_path / "a.odt", SENTENCES)
    with zipfile.ZipFile(scripted, "a") as package:
        package.writestr("Basic/Standard/Module1.xml", b"<x/>")
    assert refusal(scripted) == "paper.macro"


def refusal(path: Path) -> str:
    with pytest.raises(BadPaper) as caught:
        inspect(path, path.name)
    return caught.value.code


def test_an_opendocument_without_libreoffice_says_what_to_do(tmp_path: Path, no_office: None) -> None:
    source = makers.text_document(tmp_path / "a.odt", SENTENCES)
    with pytest.raises(BadPaper) as caught:
        read_paper(source, Kind.ODT, tmp_path / "out")
    assert caught.value.code == "paper.needs-office"
    assert "Đọc lại" in caught.value.message()


def test_links_of_an_opendocument_are_cut_and_hyperlinks_stay(tmp_path: Path) -> None:
    source = makers.text_document(tmp_path / "a.odt", SENTENCES, link="file:///etc/passwd")
    copy_without_links(source, tmp_path / "b.odt")
    with zipfile.ZipFile(tmp_path / "b.odt") as package:
        content = package.read("content.xml").decode()
    assert "passwd" not in content
    assert "https://example.org/" in content
    assert read_opendocument(tmp_path / "b.odt")[: len(SENTENCES)] == SENTENCES


def test_links_of_a_workbook_are_cut(tmp_path: Path) -> None:
    source = makers.workbook(tmp_path / "a.xlsx", rows=1)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"
    link = f'<Relationship Id="r1" Type="{kind}" Target="file:///etc/passwd" TargetMode="External"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = f'<Relationships xmlns="{space}">{link}</Relationships>'
    with zipfile.ZipFile(source, "a") as package:
        package.writestr("xl/externalLinks/_rels/externalLink1.xml.rels", relations)
    copy_for_conversion(source, tmp_path / "b.xlsx")
    with zipfile.ZipFile(tmp_path / "b.xlsx") as package:
        assert b"passwd" not in package.read("xl/externalLinks/_rels/externalLink1.xml.rels")


def test_hostile_xml_is_refused_in_workbooks_and_slides(tmp_path: Path) -> None:
    for make, read, part in (
        (makers.workbook, read_workbook, "xl/worksheets/sheet1.xml"),
        (makers.slides, read_slides, "ppt/slides/slide1.xml"),
    ):
        source = make(tmp_path / "a.bin")
        with zipfile.ZipFile(source) as package, zipfile.ZipFile(tmp_path / "b.bin", "w") as copy:
            for name in package.namelist():
                content = package.read(name)
                bare = content.partition(b"?>")[2] if content.startswith(b"<?xml") else content
                copy.writestr(name, b"<!DOCTYPE x [<!ENTITY e 'x'>]>" + bare if name == part else content)
        with pytest.raises(BadPaper) as caught:
            read(tmp_path / "b.bin")
        assert caught.value.code == "paper.external-entities"


@pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed")
def test_with_libreoffice_slides_and_opendocument_are_its_pages(tmp_path: Path) -> None:
    slides = convert(makers.slides(tmp_path / "a.pptx"), tmp_path, 120, Kind.PPTX)
    assert "LibreOffice" in slides.reading.tool
    text = convert(makers.text_document(tmp_path / "a.odt", SENTENCES), tmp_path, 120, Kind.ODT)
    assert all(locate(text.reading, sentence) for sentence in SENTENCES)
    assert text.reading.warnings == []
