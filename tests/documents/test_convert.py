"""Word files become PDFs that hold all their text; what a converter cannot do is told."""

import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from icabinet.documents.convert import convert
from icabinet.documents.coverage import shingle_share, word_share
from icabinet.documents.docx import read_docx
from icabinet.documents.docx_package import copy_for_conversion
from icabinet.documents.kinds import BadPaper
from icabinet.documents.office import office_program
from icabinet.documents.reading import locate
from icabinet.documents.remarks import INCOMPLETE
from tests.documents import bombs
from tests.documents.paper_makers import SENTENCES, word_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
INSERTED = "Giao Công an thành phố chủ trì phần được bổ sung"
DELETED = "đoạn này đã bị xóa khỏi dự thảo"
DELETED_ROW = "hàng này của bảng đã bị xóa khỏi dự thảo"
CONTROLLED = "Chọn đơn vị chủ trì trong danh sách đã duyệt"
BOXED = "Chữ nằm trong hộp văn bản bên lề trang"
NOTED = "Chú thích cuối trang về nguồn số liệu"
IN_CELL = "Sở Nội vụ hoàn thành trước ngày 15 tháng 12"
HIDDEN = "chữ ẩn không in ra giấy"


def rich_word_file(path: Path) -> Path:
    """Everything that a plain reading of paragraphs loses, in one document."""
    document = docx.Document()
    body = document.element.body
    document.add_paragraph(SENTENCES[0])
    for inner in (
        f'<w:ins w:id="1" w:author="a"><w:r><w:t>{INSERTED}</w:t></w:r></w:ins>',
        f'<w:del w:id="2" w:author="a"><w:r><w:delText>{DELETED}</w:delText></w:r></w:del>',
        f"<w:sdt><w:sdtContent><w:r><w:t>{CONTROLLED}</w:t></w:r></w:sdtContent></w:sdt>",
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{HIDDEN}</w:t></w:r>",
        '<w:r><w:pict><v:shape style="width:300pt;height:40pt"><v:textbox><w:txbxContent><w:p><w:r>'
        f"<w:t>{BOXED}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
    ):
        shapes = 'xmlns:v="urn:schemas-microsoft-com:vml"'
        body.insert(len(body) - 1, parse_xml(f"<w:p {nsdecls('w')} {shapes}>{inner}</w:p>"))
    table = document.add_table(1, 2)
    table.cell(0, 0).text = IN_CELL
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "ô trong ô"
    gone = table.add_row()
    gone.cells[0].text = DELETED_ROW
    gone._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="3" w:author="a"/>'))
    document.sections[0].header.paragraphs[0].text = "Đầu trang của văn bản"
    document.core_properties.title = "Microsoft Word - Kế hoạch 118.docx"
    document.save(str(path))
    return with_footnote(path)


def with_footnote(path: Path) -> Path:
    """Add a footnotes part by hand, which python-docx cannot."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    note = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>{NOTED}</w:t></w:r></w:p></w:footnote>'
    parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode()
    )
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/></Relationships>'.encode(),
    )
    reference = b'<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:p>", reference, 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def test_the_walk_keeps_what_paragraphs_lose(tmp_path: Path) -> None:
    text = read_docx(rich_word_file(tmp_path / "a.docx"))
    assert text.body == (SENTENCES[0], INSERTED, CONTROLLED, BOXED, IN_CELL, "ô trong ô")
    assert text.notes == (NOTED,)
    assert text.margins == ("Đầu trang của văn bản",)


def test_the_pdf_holds_the_text_of_the_word_file(tmp_path: Path) -> None:
    converted = convert(rich_word_file(tmp_path / "a.docx"), tmp_path, 60)
    for quote in (SENTENCES[0], INSERTED, CONTROLLED, IN_CELL, NOTED):
        assert locate(converted.reading, quote), quote
    for gone in (DELETED, DELETED_ROW, HIDDEN):
        assert not locate(converted.reading, gone), gone
    assert converted.reading.title == "Kế hoạch 118"
    assert converted.pdf.read_bytes().startswith(b"%PDF-")


def test_a_whole_conversion_has_no_warning(tmp_path: Path) -> None:
    converted = convert(word_file(tmp_path / "a.docx", SENTENCES * 30), tmp_path, 60)
    assert converted.text_share >= 0.99
    assert converted.word_share >= 0.99
    assert converted.reading.warnings == []


def test_text_that_a_converter_loses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    document = docx.Document()
    document.add_paragraph(SENTENCES[0])
    lost = "".join(f"<w:r><w:t>{sentence}</w:t></w:r>" for sentence in SENTENCES)
    unknown = f"<w:p {nsdecls('w')}><w:unknownWrapper>{lost}</w:unknownWrapper></w:p>"
    document.element.body.insert(0, parse_xml(unknown))
    document.save(str(tmp_path / "a.docx"))
    converted = convert(tmp_path / "a.docx", tmp_path, 60)
    assert converted.text_share < 0.95
    assert converted.reading.warnings == [INCOMPLETE]


def test_links_to_the_outside_are_cut_and_hyperlinks_stay(tmp_path: Path) -> None:
    rels = "word/_rels/document.xml.rels"
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="out{kind}" Type="{base}/{kind}" Target="http://127.0.0.1:9/{kind}" TargetMode="External"/>'
        for kind in ("image", "oleObject", "attachedTemplate", "hyperlink")
    ).encode()
    change = {rels: lambda content: content.replace(b"</Relationships>", links + b"</Relationships>")}
    linked = bombs.word_variant(tmp_path / "a.docx", change)
    copy_for_conversion(linked, tmp_path / "b.docx")
    with zipfile.ZipFile(linked) as before, zipfile.ZipFile(tmp_path / "b.docx") as after:
        root = etree.fromstring(after.read(rels))
        outside = [relation.get("Id") for relation in root if relation.get("TargetMode") == "External"]
        assert outside == ["outhyperlink"]
        assert len(root) == len(etree.fromstring(before.read(rels))) - 3
        assert after.read("word/document.xml") == before.read("word/document.xml")
    assert convert(linked, tmp_path, 60).reading.warnings == []


def test_a_hostile_word_file_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mật khẩu", encoding="utf-8")
    for number, make in enumerate(
        (bombs.external_entity, bombs.hidden_external_entity, bombs.external_entity_in_footnotes)
    ):
        with pytest.raises(BadPaper) as caught:
            read_docx(make(tmp_path / f"{number}.docx", secret))
        assert caught.value.code == "paper.external-entities", make.__name__


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (bombs.billion_laughs, "paper.external-entities"),
        (bombs.deep_nesting, "paper.too-complex"),
        (bombs.nested_tables, "paper.too-complex"),
        (bombs.many_paragraphs, "paper.too-complex"),
        (bombs.broken_xml, "paper.broken"),
        (bombs.without_body, "paper.broken"),
    ],
)
def test_bombs_in_word_files_are_refused(tmp_path: Path, make: bombs.Maker, code: str) -> None:
    with pytest.raises(BadPaper) as caught:
        read_docx(make(tmp_path / "a.docx"))
    assert caught.value.code == code


def test_shares_tell_lost_from_broken_text() -> None:
    text = [SENTENCES[0], SENTENCES[2]]
    whole = "I. " + SENTENCES[0].replace(" năm ", "\nnăm ") + "\n2\n" + SENTENCES[2]
    assert shingle_share(text, whole) > 0.95
    assert word_share(text, whole) == 1
    broken = whole.replace("ủ", " ủ").replace("ị", " ị").replace("ư", " ư")
    assert shingle_share(text, broken) > 0.95
    assert word_share(text, broken) < 0.85
    assert shingle_share(text, SENTENCES[0]) < 0.6
    assert shingle_share(["Người nhận ........................"], "Người nhận …………") == 1
    assert shingle_share([], "") == word_share([], "") == 1


@pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed")
def test_libreoffice_is_preferred_where_it_is_installed(tmp_path: Path) -> None:
    converted = convert(rich_word_file(tmp_path / "a.docx"), tmp_path, 120)
    assert converted.reading.tool.startswith("LibreOffice")
    assert converted.reading.warnings == []
    assert locate(converted.reading, BOXED)
