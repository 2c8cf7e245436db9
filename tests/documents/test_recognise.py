"""Letters of scanned pages: found where Tesseract is installed, honestly missing where it is not."""

import os
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from icabinet.documents.errand import Step
from icabinet.documents.kinds import Kind, inspect
from icabinet.documents.picture_pdf import pictures_to_pdf
from icabinet.documents.reading import Reading, boxes, decode, locate
from icabinet.documents.recognise import recogniser
from icabinet.documents.remarks import pages_of, ranges, remark
from icabinet.documents.sandbox import read_paper
from tests.documents.office_makers import scan
from tests.documents.paper_makers import SENTENCES, pdf_of, stamped, word_file

LINES = ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3", "Tỷ lệ hồ sơ trực tuyến đạt 83,3 %")
installed = pytest.mark.skipif(recogniser() is None, reason="Tesseract with Vietnamese is not installed")


def scanned_pdf(path: Path, *pages: Image.Image) -> Path:
    pages[0].save(path.with_suffix(".tiff"), save_all=True, append_images=pages[1:])
    pictures_to_pdf(path.with_suffix(".tiff"), path)
    return path


def mixed_pdf(folder: Path) -> Path:
    """Text, a scan, text, two scans."""
    text = PdfReader(pdf_of(word_file(folder / "a.docx", SENTENCES)))
    scans = PdfReader(scanned_pdf(folder / "b.pdf", scan(LINES[:1]), scan(LINES[1:]), scan(LINES)))
    writer = PdfWriter()
    for page in (text.pages[0], scans.pages[0], text.pages[0], scans.pages[1], scans.pages[2]):
        writer.add_page(page)
    with (folder / "mixed.pdf").open("wb") as file:
        writer.write(file)
    return folder / "mixed.pdf"


def read(source: Path, steps: list[Step] | None = None) -> Reading:
    out = source.parent / "out"
    heard = [] if steps is None else steps
    read_paper(source, inspect(source, source.name), out, recognise=True, tell=heard.append)
    return decode((out / "reading.msgpack").read_bytes())


@installed
def test_only_pages_without_text_are_recognised(tmp_path: Path) -> None:
    steps: list[Step] = []
    reading = read(mixed_pdf(tmp_path), steps)
    assert [page.source for page in reading.pages] == ["text", "recognised", "text", "recognised", "recognised"]
    assert [place.page for place in locate(reading, LINES[0], 2)] == [2]
    assert [place.page for place in locate(reading, LINES[1], 4)] == [4]
    assert reading.warnings == ["page-recognised:2,4-5"]
    assert [(step.done, step.of) for step in steps if step.stage == "recognising"] == [(0, 3), (1, 3), (2, 3), (3, 3)]


@installed
def test_a_recognised_word_lies_where_it_is_seen(tmp_path: Path) -> None:
    reading = read(scanned_pdf(tmp_path / "a.pdf", scan(LINES)))
    page = reading.pages[0]
    place = locate(reading, "Nghị định")[0]
    box = boxes(page, place.start, place.end)[0]
    tenths = 10 * page.width / 1654
    assert 150 * tenths < box[0] < box[2] < 900 * tenths
    assert abs((box[1] + box[3]) / 2 - 222 * tenths) < 15 * tenths


@installed
def test_a_stamp_stays_as_it_is_among_recognised_words(tmp_path: Path) -> None:
    signed = stamped(scanned_pdf(tmp_path / "a.pdf", scan(LINES)), ["S 362"], (400, 700, 460, 720))
    page = read(signed).pages[0]
    assert page.source == "recognised"
    assert page.text.endswith("S 362")
    assert "Nghị định" in page.text


@installed
def test_a_page_of_specks_is_not_taken_for_text(tmp_path: Path) -> None:
    speckled = scan(())
    for at in range(0, 1500, 37):
        speckled.putpixel((at, at), 0)
    reading = read(scanned_pdf(tmp_path / "a.pdf", speckled))
    assert reading.pages[0].source == "picture"
    assert reading.warnings == ["page-without-text:1"]


def test_without_tesseract_the_paper_says_which_pages_cannot_be_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    reading = read(mixed_pdf(tmp_path))
    assert reading.warnings == ["page-without-text:2,4-5"]
    assert [page.number for page in reading.pages if page.source == "picture"] == [2, 4, 5]


def stand_in(folder: Path, script: str) -> None:
    """A program in place of Tesseract that knows Vietnamese and answers by `script`."""
    program = folder / "bin" / "tesseract"
    program.parent.mkdir()
    listing = 'if [ "$1" = --list-langs ]; then echo vie; exit; fi\n'
    program.write_text(f"#!/bin/sh\n{listing}{script}\n", encoding="utf-8")
    program.chmod(0o755)


SILENT, DEAD, HALF = "exit 1", "kill -9 $$", "printf 'x\\n5\\t1\\t1\\n'"
NOISE = "cat > /dev/null; printf '\\377\\376'"


@pytest.mark.parametrize("script", [SILENT, DEAD, HALF, NOISE])
def test_a_recogniser_that_fails_costs_only_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    stand_in(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    assert read(mixed_pdf(tmp_path)).warnings == ["page-without-text:2,4-5"]


def test_words_of_the_table_become_lines_with_boxes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = (
        "5\t1\t1\t1\t1\t1\t200\t400\t100\t40\t96.5\tTờ",
        "5\t1\t1\t1\t1\t2\t320\t400\t150\t40\t91\ttrình",
        "5\t1\t1\t1\t2\t1\t200\t470\t100\t40\t90\tsố",
        "5\t1\t1\t1\t2\t2\t320\t470\t90\t40\t3\t~~",
    )
    table = "level\n" + "\n".join(rows) + "\n"
    (tmp_path / "table.tsv").write_text(table, encoding="utf-8")
    stand_in(tmp_path, f"cat > /dev/null; cat '{tmp_path / 'table.tsv'}'")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    page = read(scanned_pdf(tmp_path / "a.pdf", scan(LINES))).pages[0]
    assert page.text == "Tờ trình\nsố"
    assert (page.words[0].x0, page.words[0].y0, page.words[0].x1, page.words[0].y1) == (720, 1440, 1080, 1584)


def test_page_ranges_are_short() -> None:
    assert ranges([3, 4, 5, 9]) == "3-5,9"
    assert remark("x", []) == []
    assert pages_of("x", ["y:1", "x:2-3"]) == "2-3"
    assert pages_of("x", ["x"]) == ""


def test_steps_tell_how_far_a_conversion_is(tmp_path: Path) -> None:
    steps: list[Step] = []
    read_paper(word_file(tmp_path / "a.docx", SENTENCES * 60), Kind.DOCX, tmp_path / "out", tell=steps.append)
    assert steps[0] == Step("converting")
    assert steps[1].stage == "reading"
    assert steps[1].of > 1
