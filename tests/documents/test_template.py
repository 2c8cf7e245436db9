"""Own templates: what is refused when they come in, and that names are filled in wherever Word cut them."""

from __future__ import annotations

import io
import struct
import threading
import zipfile
import zlib

import docx
import pytest

from icabinet.documents import apart, template_apart
from icabinet.documents.official import Official
from icabinet.documents.refusals import BadPaper
from icabinet.documents.template import Filling, check, fill
from icabinet.documents.template_fill import to_pdf
from icabinet.documents.template_names import names_of
from icabinet.documents.template_start import specimen, start
from icabinet.domain.official import KINDS, Kind


def paper(*paragraphs: tuple[str, ...]) -> bytes:
    """A Word file with these paragraphs, each of these runs."""
    document = docx.Document()
    for runs in paragraphs:
        made = document.add_paragraph()
        for run in runs:
            made.add_run(run)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def text(content: bytes) -> str:
    opened = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


def write(document: docx.document.Document) -> None:
    document.add_paragraph("Thân bài")


def code(content: bytes, kind: Kind = "minutes") -> str:
    with pytest.raises(BadPaper) as refused:
        check(content, kind)
    return refused.value.code


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_template_holds_known_names_and_shows_examples_in_their_places(kind: Kind) -> None:
    begun = start(kind)
    found = check(begun, kind)
    assert set(found) <= {name.name for name in names_of(kind)}
    shown = text(specimen(begun, kind))
    assert "{{" not in shown
    assert "Đoạn thứ nhất của nội dung" in shown
    assert specimen(begun, kind) == specimen(begun, kind)


def test_a_name_that_word_cut_into_runs_is_filled_and_the_rest_stays() -> None:
    template = paper(
        ("Số ", "{", "{so_", "ky_hieu}", "} đây"),
        (
            "{{ NOI_",
            "DUNG }}",
        ),
    )
    assert check(template, "minutes") == ["so_ky_hieu", "noi_dung"]
    filled = fill(template, "minutes", Filling({"so_ky_hieu": "07/BB"}, {"noi_dung": write}))
    assert text(filled).splitlines() == ["Số 07/BB đây", "Thân bài"]


def test_lines_repeat_their_paragraph_and_capitals_stay_capitals() -> None:
    template = paper(("- {{noi_nhan}}",), ("{{CO_QUAN}}",), ("{{noi_dung}}",))
    filled = fill(template, "minutes", Filling({"noi_nhan": "Như trên;\nLưu: VT.", "co_quan": "Văn phòng"}, {}))
    assert text(filled).splitlines() == ["- Như trên;", "- Lưu: VT.", "VĂN PHÒNG"]


def test_what_no_template_may_hold_is_refused_with_its_reason() -> None:
    body = ("{{noi_dung}}",)
    assert code(paper(body, ("{{ten_la}}",))) == "template.unknown"
    assert code(paper(body, ("{{so_ky_hieu",))) == "template.broken"
    assert code(paper(("{{so_ky_hieu}}",))) == "template.no-body"
    assert code(paper(("Trước {{noi_dung}}",))) == "template.place"
    assert code(paper(body, ("{{chu_tri}}",)), "conclusions") == "template.unknown"
    in_a_table = docx.Document()
    in_a_table.add_table(1, 1).cell(0, 0).text = "{{noi_dung}}"
    assert code(saved(in_a_table)) == "template.place"
    assert code(b"PK not a zip") == "paper.truncated"
    assert code(with_part(paper(body), "word/vbaProject.bin", b"x")) == "paper.macro"
    outside = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="http://example.com/a.dotm" TargetMode="External"/></Relationships>'
    )
    assert code(with_part(paper(body), "word/_rels/settings.xml.rels", outside)) == "template.outside"


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, part)
    return file.getvalue()


def test_a_template_is_opened_in_a_process_that_may_die(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says the same as in this one; what takes too long is ended, and refused. Two of them at once, not more."""
    assert isinstance(apart.AT_ONCE, threading.BoundedSemaphore)
    slots = Slots()
    monkeypatch.setattr(apart, "AT_ONCE", slots)
    own = paper(("{{so_ky_hieu}}",), ("{{noi_dung}}",))
    assert template_apart.check(own, "minutes") == ["so_ky_hieu", "noi_dung"]
    assert template_apart.show(own, "minutes") == specimen(own, "minutes")
    with pytest.raises(BadPaper, match=r"template\.no-body"):
        template_apart.check(paper(("{{so_ky_hieu}}",)), "minutes")
    monkeypatch.setattr(template_apart, "SECONDS", 0)
    with pytest.raises(BadPaper, match=r"paper\.too-complex"):
        template_apart.check(own, "minutes")
    assert (slots.taken, slots.free) == (4, 2), "each took one, and gave it back"


class Slots:
    """In the place of the semaphore: it counts."""

    taken, free = 0, 2

    def __enter__(self) -> None:
        self.taken, self.free = self.taken + 1, self.free - 1

    def __exit__(self, *_: object) -> None:
        self.free += 1


def test_a_picture_that_unpacks_into_gigabytes_ends_its_process_and_not_the_server() -> None:
    """The file is small, and Word would open it; what makes a PDF of it needs 900 million points in memory."""
    document = docx.Document()
    document.add_paragraph("{{noi_dung}}")
    document.add_picture(io.BytesIO(huge_picture(30_000)), width=docx.shared.Cm(3))
    template = saved(document)
    assert len(template) < 100_000
    assert check(template, "conclusions") == ["noi_dung"]
    with pytest.raises(template_apart.NotFilled):
        template_apart.show(template, "conclusions", pdf=True)
    official = Official(
        parent_agency="", agency="UBND", number_line="", place_and_date="", kind_word="Thông báo", title="", parts=(),
        left=None, right=None, recipients=(),
    )  # fmt: skip
    with pytest.raises(template_apart.NotFilled):
        to_pdf("conclusions", official, template)
    assert to_pdf("conclusions", official, paper(("{{noi_dung}}",))).startswith(b"%PDF-")


def huge_picture(side: int) -> bytes:
    """A black PNG of a byte a point: all zeroes, packed a hundred lines once and said again (RFC 1950, RFC 1951)."""
    size = side * (side + 1)
    packer = zlib.compressobj(wbits=-15)
    lines = packer.compress(bytes(size // side * 100)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = struct.pack(">HH", size % 65521, 1)
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)),
        (b"IDAT", b"\x78\x01" + lines * (side // 100) + b"\x03\x00" + checksum),
        (b"IEND", b""),
    ]
    chunks = [struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
