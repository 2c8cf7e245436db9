"""Text, places and boxes read from real PDF files, checked against what the rendered page shows."""

import itertools
import unicodedata
from pathlib import Path

import docx
import numpy
import pytest

from icabinet.documents.kinds import BadPaper
from icabinet.documents.pdf import read_pdf
from icabinet.documents.pdf_words import PointBox
from icabinet.documents.reading import Box, Page, Place, Reading, Word, boxes, decode, encode, locate
from tests.documents import bombs
from tests.documents.paper_makers import (
    SCALE,
    SENTENCES,
    add_page_number,
    drawn_sideways,
    locked,
    packed,
    pdf_of,
    picture_of,
    raw_pdf,
    region,
    stamped,
    turned,
    word_file,
)

DARK = 110


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF of one page with the sentences, one a paragraph, the third one in red."""
    folder = tmp_path_factory.mktemp("papers")
    return pdf_of(word_file(folder / "paper.docx", SENTENCES, red=SENTENCES[2]))


def test_vietnamese_text_is_whole_and_nfc(paper: Path) -> None:
    page = read_pdf(paper).pages[0]
    assert " ".join(page.text.split()) == " ".join(SENTENCES)
    assert unicodedata.is_normalized("NFC", page.text)
    assert (page.number, page.width, page.height) == (1, 612.0, 792.0)


def test_words_cut_the_text_exactly(paper: Path) -> None:
    page = read_pdf(paper).pages[0]
    cut = " ".join(page.text[word.start : word.end] for word in page.words)
    assert cut.replace("TTr- SKHCN", "TTr-SKHCN") == " ".join(page.text.split())


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [None, (40.0, 300.0, 580.0, 760.0)])
def test_all_ink_lies_in_the_words_boxes(paper: Path, rotation: int, cropped: PointBox | None) -> None:
    shown = turned(paper, rotation, cropped)
    page = read_pdf(shown).pages[0]
    picture = picture_of(shown, 1)
    assert picture.shape[:2] == (round(page.height * SCALE), round(page.width * SCALE))
    for word in page.words:
        ink = picture[region(edges(word))]
        assert ink.min() < DARK, page.text[word.start : word.end]
    for word in page.words:
        picture[region(edges(word))] = 255
    assert picture.min() == 255


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_on_its_side_reads_as_the_upright_one(paper: Path, rotation: int) -> None:
    assert read_pdf(turned(paper, rotation)).pages[0].text == read_pdf(paper).pages[0].text


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_drawn_sideways_and_shown_upright_reads_as_the_upright_one(paper: Path, rotation: int) -> None:
    drawn = read_pdf(drawn_sideways(paper, rotation)).pages[0]
    upright = read_pdf(paper).pages[0]
    assert drawn.text == upright.text
    assert (drawn.width, drawn.height) == (upright.width, upright.height)
    for one, other in zip(drawn.words, upright.words, strict=True):
        assert max(abs(left - right) for left, right in zip(edges(one), edges(other), strict=True)) <= 1


def edges(word: Word) -> Box:
    return word.x0, word.y0, word.x1, word.y1


@pytest.mark.parametrize("rotation", [0, 90])
def test_a_quotation_is_boxed_and_nothing_else(paper: Path, rotation: int) -> None:
    shown = turned(paper, rotation)
    reading = read_pdf(shown)
    (place,) = locate(reading, SENTENCES[2])
    picture = picture_of(shown, 1).astype(numpy.int16)
    is_red = picture[:, :, 0] - picture[:, :, 1] > 60
    is_black = picture.max(axis=2) < DARK
    assert is_red.sum() > 1000
    for box in boxes(reading.pages[0], place.start, place.end):
        assert is_red[region(box)].any()
        assert not is_black[region(box, margin=-2)].any()
        is_red[region(box)] = False
    assert not is_red.any()


def test_a_quotation_has_one_box_a_line(tmp_path: Path) -> None:
    reading = read_pdf(pdf_of(word_file(tmp_path / "a.docx", [" ".join(SENTENCES)])))
    page = reading.pages[0]
    (place,) = locate(reading, " ".join(SENTENCES))
    found = boxes(page, place.start, place.end)
    assert len(found) == len(page.text.splitlines()) >= 4
    assert all(upper[1] < lower[1] for upper, lower in itertools.pairwise(found))


def test_boxes_are_cut_within_a_word() -> None:
    page = Page(1, 100.0, 100.0, "Số: 30/2020/NĐ-CP", (Word(0, 3, 0, 0, 30, 10), Word(4, 17, 40, 0, 170, 10)))
    assert boxes(page, 0, 17) == [(0, 0, 170, 10)]
    assert boxes(page, 4, 6) == [(40, 0, 60, 10)]
    assert boxes(page, 12, 17) == [(120, 0, 170, 10)]
    assert boxes(page, 3, 4) == []


def test_boxes_do_not_bridge_two_lines_or_columns() -> None:
    words = (Word(0, 3, 0, 0, 30, 10), Word(4, 7, 0, 12, 30, 22), Word(8, 11, 200, 12, 230, 22))
    page = Page(1, 100.0, 100.0, "một\nhai\nbốn", words)
    assert boxes(page, 0, 11) == [(0, 0, 30, 10), (0, 12, 30, 22), (200, 12, 230, 22)]


@pytest.mark.parametrize(
    "quote",
    [
        "căn cứ nghị định số 30/2020/NĐ-CP",
        "CĂN CỨ   NGHỊ ĐỊNH\nSỐ 30/2020/NĐ - CP",
        unicodedata.normalize("NFD", "Căn cứ Nghị định số 30/2020/NĐ-CP"),
        "Căn cứ Nghị định số 30/2020/NĐ\u2011CP",
        "Căn cứ Nghị\u00adđịnh số 30/2020/NĐCP",
    ],
)
def test_a_quotation_is_found_however_it_is_written(paper: Path, quote: str) -> None:
    reading = read_pdf(paper)
    (place,) = locate(reading, quote)
    assert reading.pages[place.page - 1].text[place.start : place.end] == "Căn cứ Nghị định số 30/2020/NĐ-CP"


@pytest.mark.parametrize("quote", ["", " - ", "Căn cứ Nghị định số 31/2020/NĐ-CP", "can cu nghi dinh"])
def test_what_is_not_there_is_not_found(paper: Path, quote: str) -> None:
    assert locate(read_pdf(paper), quote) == []


def test_a_wanted_page_is_preferred() -> None:
    reading = Reading(tuple(Page(number, 1.0, 1.0, "Đề án 06", ()) for number in (1, 2, 3)), "", "", [])
    assert locate(reading, "đề án") == [Place(1, 0, 5)]
    assert locate(reading, "đề án", page=3) == [Place(3, 0, 5)]
    assert locate(reading, "06Đề án 06Đề") == [Place(1, 6, 8), Place(2, 0, 8), Place(3, 0, 2)]
    assert locate(reading, "đề án", page=9) == [Place(1, 0, 5)]


def test_page_numbers_do_not_break_sentences(tmp_path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    add_page_number(section.header.paragraphs[0])
    add_page_number(section.footer.paragraphs[0])
    sentences = [f"Nhiệm vụ thứ {number} hoàn thành trước ngày 30 tháng 11." for number in range(1, 201)]
    document.add_paragraph(" ".join(sentences))
    document.save(str(tmp_path / "a.docx"))
    reading = read_pdf(pdf_of(tmp_path / "a.docx"))
    assert len(reading.pages) >= 3
    assert " ".join(" ".join(page.text for page in reading.pages).split()) == " ".join(sentences)
    places = [locate(reading, sentence) for sentence in sentences]
    assert all(places)
    across = [found for found in places if len(found) == 2]
    assert across
    assert all(first.page + 1 == second.page and second.start == 0 for first, second in across)


def test_numbers_in_the_text_are_kept(tmp_path: Path) -> None:
    operators = b"BT /F1 12 Tf 300 806 Td (7) Tj ET BT /F1 12 Tf 72 500 Td (12) Tj ET BT /F1 12 Tf 72 20 Td (A 3) Tj ET"
    page = read_pdf(raw_pdf(tmp_path / "a.pdf", packed(operators))).pages[0]
    assert page.text.split() == ["12", "A", "3"]


def test_text_off_the_page_is_not_read(tmp_path: Path) -> None:
    operators = b"BT /F1 12 Tf 72 700 Td (xin chao) Tj ET BT /F1 12 Tf 72 2000 Td (an ngoai trang) Tj ET"
    assert read_pdf(raw_pdf(tmp_path / "a.pdf", packed(operators))).pages[0].text == "xin chao"


def test_a_word_broken_at_a_line_end_stays_one_word_with_two_boxes(tmp_path: Path) -> None:
    text = "Quyết-định-số-ba-mươi-của-Ủy-ban-nhân-dân-thành-phố-về-việc-giao-chỉ-tiêu-chuyển-đổi-số-năm-hai-nghìn"
    page = read_pdf(pdf_of(word_file(tmp_path / "a.docx", [text], size=16))).pages[0]
    assert page.text == text
    assert len(page.words) == 2
    assert page.words[0].y1 <= page.words[1].y1 - 100
    assert page.words[0].end == page.words[1].start


def test_the_number_stamped_by_a_signature_is_read_in_its_line(tmp_path: Path) -> None:
    source = pdf_of(word_file(tmp_path / "a.docx", ["Số:" + "\u00a0" * 12 + "/KH-UBND", SENTENCES[0]]))
    page = read_pdf(source).pages[0]
    assert page.text.startswith("Số: /KH-UBND")
    before, after = page.words[:2]
    area = (before.x1 / 10 + 3, page.height - before.y1 / 10, after.x0 / 10 - 3, page.height - before.y0 / 10)
    reading = read_pdf(stamped(source, ["362"], area))
    assert reading.warnings == []
    assert reading.pages[0].text.startswith("Số: 362 /KH-UBND\nCăn cứ")
    (place,) = locate(reading, "Số: 362 /KH-UBND")
    (number,) = boxes(reading.pages[0], 4, 7)
    assert before.x1 <= number[0] < number[2] <= after.x0
    assert len(boxes(reading.pages[0], place.start, place.end)) == 1


def test_a_signature_block_is_read_after_the_page(tmp_path: Path) -> None:
    source = pdf_of(word_file(tmp_path / "a.docx", [SENTENCES[0]]))
    reading = read_pdf(stamped(source, ["Nguoi ky: Van phong", "Thoi gian: 22.11.2026"], (350, 400, 550, 430)))
    page = reading.pages[0]
    assert page.text.splitlines()[-2:] == ["Nguoi ky: Van phong", "Thoi gian: 22.11.2026"]
    assert all(3500 <= word.x0 < word.x1 <= 5500 and 3620 <= word.y0 < word.y1 <= 3920 for word in page.words[-7:])


def test_a_scanned_page_is_read_with_a_warning(tmp_path: Path) -> None:
    scan = raw_pdf(tmp_path / "scan.pdf", packed(b"595 0 0 842 0 0 cm /Im1 Do"), image=b"\x40")
    reading = read_pdf(scan)
    assert reading.pages[0].text == ""
    assert reading.warnings == ["page-without-text:1"]


def test_a_blank_page_needs_no_warning(tmp_path: Path) -> None:
    assert read_pdf(raw_pdf(tmp_path / "blank.pdf", packed(b""))).warnings == []


def test_a_password_is_refused_and_an_owner_password_is_not(paper: Path) -> None:
    with pytest.raises(BadPaper) as caught:
        read_pdf(locked(paper, "mat-khau"))
    assert caught.value.code == "paper.encrypted"
    assert read_pdf(locked(paper, "")).pages == read_pdf(paper).pages


def test_too_many_pages_are_refused_with_their_number(tmp_path: Path) -> None:
    with pytest.raises(BadPaper) as caught:
        read_pdf(bombs.many_pages(tmp_path / "a.pdf", 2001))
    assert caught.value.code == "paper.too-many-pages"
    assert "2001" in caught.value.message()


def test_a_reading_survives_its_bytes(paper: Path) -> None:
    reading = read_pdf(paper)
    assert decode(encode(reading)) == reading
