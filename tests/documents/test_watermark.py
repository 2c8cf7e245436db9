"""The words on a reader's copy of a secret paper: on every page, visible, and the paper below unharmed."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest
from pypdf import PdfReader

from icabinet.documents.pdf_stamps import read_stamps
from icabinet.documents.refusals import BadPaper
from icabinet.documents.sandbox import stamp_paper
from icabinet.documents.watermark import watermark
from tests.documents.paper_makers import pdf_of, picture_of, stamped, turned, word_file

WORDS = "MẬT · Đặng Thị Ngọc Huyền · 14:05 ngày 22/11/2026"
PARAGRAPHS = ["Thành phố đã kích hoạt 968.420 tài khoản định danh điện tử."] * 90


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return pdf_of(word_file(tmp_path / "a.docx", PARAGRAPHS))


@pytest.mark.parametrize("rotation", [0, 90, 270])
def test_every_page_carries_the_words_in_letters_and_on_the_picture(paper: Path, rotation: int) -> None:
    source = turned(paper, rotation) if rotation else paper
    copy = paper.with_name("copy.pdf")
    pages = watermark(source, copy, WORDS)
    before, after = PdfReader(source).pages, PdfReader(copy).pages
    assert pages == len(before) == len(after) > 1
    for number, page in enumerate(after):
        assert page.extract_text().count(WORDS) == 3
        assert " ".join(before[number].extract_text().split())[:200] in " ".join(page.extract_text().split())
    inked = picture_of(copy, 1).astype(int)
    plain = picture_of(source, 1).astype(int)
    grey = numpy.abs(inked - plain) > 20
    assert grey.mean() > 0.002, "it can be seen"
    dark = plain < 80
    assert (inked[dark] < 120).mean() > 0.99, "the paper's own letters stay dark"


def test_what_a_signature_shows_stays(paper: Path) -> None:
    signed = stamped(paper, ["362/KH-UBND"], (100, 700, 260, 730))
    copy = paper.with_name("copy.pdf")
    watermark(signed, copy, WORDS)
    assert [stamp.lines for stamp in read_stamps(PdfReader(copy), 0)] == [("362/KH-UBND",)]


def test_a_broken_paper_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing\n%%EOF")
    with pytest.raises(BadPaper):
        stamp_paper(broken, WORDS, tmp_path / "copies" / "copy.pdf")
    assert list((tmp_path / "copies").iterdir()) == []
