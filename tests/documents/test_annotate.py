"""A person's own copy: annotations with his name, where the marks are on the screen, in a file that others open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import pypdfium2
import pytest
from numpy.typing import NDArray
from pypdf import PdfReader

from icabinet.documents.annotate import annotate
from icabinet.documents.errand import DrawnMark
from icabinet.documents.refusals import BadPaper
from icabinet.documents.sandbox import GivenUp, mark_paper
from tests.documents.paper_makers import pdf_of, picture_of, stamped, turned, word_file

AUTHOR = "Đặng Thị Ngọc Huyền"
LIT = DrawnMark(name="n1", page=1, author=AUTHOR, at=0, colour="yellow", quads=[(700, 700, 2700, 860)])
SAID = DrawnMark(
    name="n2",
    page=2,
    author=AUTHOR,
    at=1_700_000_000_000,
    colour="pink",
    text="Hỏi lại số liệu",
    quads=[(800, 900, 1800, 1000)],
)
INK = DrawnMark(
    name="k1", page=1, author=AUTHOR, at=0, colour="red", width=40, points=[(1000, 3000, 100), (3000, 3000, 255)]
)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return pdf_of(word_file(tmp_path / "a.docx", ["Thành phố đã kích hoạt 968.420 tài khoản định danh."] * 90))


def hung_on(copy: Path, page: int) -> list[Any]:
    return [entry.get_object() for entry in PdfReader(copy, strict=True).pages[page].get("/Annots", [])]


def test_highlights_ink_and_notes_are_annotations_with_the_name_of_their_author(paper: Path) -> None:
    copy = paper.with_name("copy.pdf")
    pages = annotate(
        paper,
        copy,
        [LIT, INK, SAID, DrawnMark(name="x", page=99, author="", at=0, colour="blue", quads=[(0, 0, 1, 1)])],
    )
    assert pages == len(PdfReader(copy).pages)
    first, second = hung_on(copy, 0), hung_on(copy, 1)
    assert [entry["/Subtype"] for entry in first] == ["/Highlight", "/Ink"]
    assert [entry["/Subtype"] for entry in second] == ["/Highlight", "/Text"]
    for entry in (*first, *second):
        assert entry["/T"] == AUTHOR
        assert "/N" in entry["/AP"]
        left, bottom, right, top = (float(number) for number in entry["/Rect"])
        assert left < right and bottom < top
    assert len(first[0]["/QuadPoints"]) == 8
    height = round(float(PdfReader(paper).pages[0].mediabox.height))
    assert [round(float(number)) for number in first[1]["/InkList"][0]] == [100, height - 300, 300, height - 300]
    assert {entry["/Contents"] for entry in second} == {"Hỏi lại số liệu"}
    assert second[0]["/CreationDate"] == "D:20231114221320Z"
    assert "968.420" in PdfReader(copy).pages[0].extract_text()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_stroke_lies_where_it_was_drawn_however_the_page_is_turned_and_cropped(paper: Path, rotation: int) -> None:
    source = turned(paper, rotation, (20, 30, 560, 800))
    copy = paper.with_name("copy.pdf")
    annotate(source, copy, [INK])
    scale = 2
    shown = _drawn(copy, scale) - _drawn(source, scale)
    red = numpy.argwhere(numpy.abs(shown).max(axis=2) > 60)
    (top, left), (bottom, right) = red.min(axis=0) / scale, red.max(axis=0) / scale
    assert left == pytest.approx(100, abs=5) and right == pytest.approx(300, abs=5)
    assert (top + bottom) / 2 == pytest.approx(300, abs=2)


def _drawn(path: Path, scale: float) -> NDArray[numpy.int64]:
    """The first page as pdfium shows it, with its annotations."""
    document = pypdfium2.PdfDocument(path)
    try:
        shown: NDArray[numpy.int64] = (
            document[0].render(scale=scale, may_draw_forms=True).to_numpy()[..., :3].astype(numpy.int64)
        )
        return shown
    finally:
        document.close()


def test_a_highlight_tints_the_paper_and_leaves_its_letters_dark(paper: Path) -> None:
    copy = paper.with_name("copy.pdf")
    annotate(paper, copy, [LIT])
    before, after = picture_of(paper, 1).astype(int), picture_of(copy, 1).astype(int)
    changed = numpy.abs(after - before) > 10
    assert changed.any()
    dark = before < 60
    assert (after[dark] < 90).all()


def test_what_a_signature_shows_stays_and_no_marks_make_a_plain_copy(paper: Path) -> None:
    signed = stamped(paper, ["362/KH-UBND"], (100, 700, 260, 730))
    copy = paper.with_name("copy.pdf")
    mark_paper(signed, [LIT], copy)
    assert [entry["/Subtype"] for entry in hung_on(copy, 0)] == ["/Widget", "/Highlight"]
    mark_paper(signed, [], copy)
    assert [entry["/Subtype"] for entry in hung_on(copy, 0)] == ["/Widget"]


def test_a_file_that_is_no_paper_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    with pytest.raises(BadPaper):
        mark_paper(broken, [LIT], tmp_path / "copy.pdf")
    assert not (tmp_path / "copy.pdf").exists()


@pytest.mark.parametrize("answers", [[False], [True, False]], ids=["before it began", "while it was written"])
def test_a_copy_that_nobody_waits_for_is_given_up(paper: Path, tmp_path: Path, answers: list[bool]) -> None:
    folder, asked = tmp_path / "copies", iter(answers)
    with pytest.raises(GivenUp):
        mark_paper(paper, [LIT], folder / "copy.pdf", wanted=lambda: next(asked))
    assert not folder.exists() or list(folder.iterdir()) == []
