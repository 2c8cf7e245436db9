"""Papers in TCVN3 and VNI fonts are found and quoted in Unicode; everything else is left alone."""

import unicodedata
from pathlib import Path

import docx
import pypdf
import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import NameObject

from icabinet.documents import typeset
from icabinet.documents.convert import convert
from icabinet.documents.old_fonts import Encoding, encoding_of, encoding_of_font, to_unicode
from icabinet.documents.pdf import read_pdf
from icabinet.documents.reading import boxes, locate
from tests.documents.paper_makers import SENTENCES, pdf_of, word_file

LETTERS = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵăâêôơưđ"
OLD_TCVN3 = {to_unicode(chr(code), "tcvn3"): chr(code) for code in range(0xFE, 0xA0, -1)}
"""Made from the table under test for typing only; what the signs mean is checked against words of real papers below."""


def in_tcvn3(text: str) -> str:
    return "".join(OLD_TCVN3.get(char, char) for char in text)


def in_vni(text: str) -> str:
    """Typed as the VNI keyboard does: the base letter, then the mark (tone on a hat: one mark for both)."""
    return "".join(_vni(char) for char in text)


def _vni(char: str) -> str:
    single = {"đ": "ñ", "Đ": "Ñ", "ị": "ò", "ỉ": "æ", "ĩ": "ó", "ỵ": "î", "Ị": "Ò", "Ỉ": "Æ", "Ĩ": "Ó", "Ỵ": "Î"}
    if char in single:
        return single[char]
    apart = list(unicodedata.normalize("NFD", char))
    base, marks = apart[0], apart[1:]
    hat = {"\u0302": "âàáåãä", "\u0306": "êèéúüë"}.get(next((m for m in marks if m in "\u0302\u0306"), ""))
    tone = next((index for index, mark in enumerate("\u0300\u0301\u0309\u0303\u0323", 1) if mark in marks), 0)
    base = {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[base] if "\u031b" in marks else base
    mark = hat[tone] if hat else ("", *"øùûõï")[tone]
    return base + (mark.upper() if base.isupper() else mark)


@pytest.mark.parametrize(
    ("old", "encoding", "new"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "tcvn3", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "tcvn3", "Độc lập - Tự do - Hạnh phúc"),
        ("thÞ tr\u00adêng, tr\u2212êng häc", "tcvn3", "thị trường, trường học"),
        ("ñy ban nh©n d©n", "tcvn3-capitals", "ỦY BAN NHÂN DÂN"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "vni", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "vni", "Độc lập - Tự do - Hạnh phúc"),
        ("UÛY BAN NHAÂN DAÂN THAØNH PHOÁ", "vni", "ỦY BAN NHÂN DÂN THÀNH PHỐ"),
        ("Ñaø Naüng, saün coù, ñöôïc", "vni", "Đà Nẵng, sẵn có, được"),
    ],
)
def test_words_of_real_papers_are_converted(old: str, encoding: Encoding, new: str) -> None:
    assert to_unicode(old, encoding) == new


def test_every_letter_of_the_alphabet_comes_back() -> None:
    assert to_unicode(in_tcvn3(LETTERS), "tcvn3") == LETTERS
    assert to_unicode(in_vni(LETTERS), "vni") == LETTERS
    assert to_unicode(in_vni(LETTERS.upper()), "vni") == LETTERS.upper()


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        ("ABCDEF+.VnTime,Bold", "tcvn3"),
        (".VnTimeH", "tcvn3-capitals"),
        ("XYZABC+VnArialH", "tcvn3-capitals"),
        ("VNI-Times", "vni"),
        ("ABCDEF+VNI-Helve-Bold", "vni"),
        ("Times New Roman", None),
        ("Vnu Sans", None),
        ("VN Unicode Std", None),
        ("", None),
    ],
)
def test_fonts_are_known_by_their_names(font: str, encoding: Encoding | None) -> None:
    assert encoding_of_font(font) == encoding


def test_text_without_a_telling_font_is_known_by_its_syllables() -> None:
    for sentence in SENTENCES[:3]:
        assert encoding_of("Font1", in_tcvn3(sentence).split()) == "tcvn3"
        assert encoding_of("Font1", in_vni(sentence).split()) == "vni"


@pytest.mark.parametrize(
    "text",
    [
        " ".join(SENTENCES),
        "Le château où naquît l'évêque possède une façade à pignons, à l'œuvre naïve et ambiguë",
        "Größe, Übermaß, Straße, schön, Öffnung, Müller, Käse, groß, weiß, Fußgängerübergänge",
        "El niño español comió piñas en la montaña; señor Muñoz, mañana, año, compañía",
        "© 2026 ® ™ § 12 ± 5 µm ½ ¼ × ÷ ¥ £ ¢ « » ¿ ¡",
        "",
    ],
)
def test_other_languages_and_unicode_are_left_alone(text: str) -> None:
    assert encoding_of("Times New Roman", text.split()) is None


def test_an_old_name_on_unicode_text_is_not_believed() -> None:
    assert encoding_of(".VnTime", ["Tỷ", "lệ", "hồ", "sơ"]) is None


@settings(derandomize=True)
@given(st.text(max_size=60), st.text(max_size=30))
def test_any_text_in_any_font_is_decided_and_converted_without_a_fault(text: str, font: str) -> None:
    encoding = encoding_of(font, text.split())
    if encoding:
        assert unicodedata.is_normalized("NFC", to_unicode(unicodedata.normalize("NFC", text), encoding))


def old_pdf(path: Path, sentences: list[str], font: str) -> Path:
    """A PDF of old signs whose fonts bear an old name."""
    drawing = typeset.canvas(path.with_suffix(".plain.pdf"), "")
    for number, sentence in enumerate(sentences):
        typeset.write(drawing, 50, 700 - 20 * number, sentence, 9)
    drawing.save()
    writer = pypdf.PdfWriter(clone_from=path.with_suffix(".plain.pdf"))
    for page in writer.pages:
        for entry in page["/Resources"]["/Font"].values():  # type: ignore[index]
            described = entry.get_object()
            described[NameObject("/BaseFont")] = NameObject(f"/ABCDEF+{font}")
            if "/FontDescriptor" in described:
                described["/FontDescriptor"][NameObject("/FontName")] = NameObject(f"/ABCDEF+{font}")
    with path.open("wb") as file:
        writer.write(file)
    return path


@pytest.mark.parametrize(
    ("font", "typed"), [(".VnTime", in_tcvn3), ("VNI-Times", in_vni), ("F1", in_tcvn3), ("F1", in_vni)]
)
def test_a_pdf_in_old_fonts_is_found_in_unicode(tmp_path: Path, font: str, typed: object) -> None:
    old = [typed(sentence) for sentence in SENTENCES[:3]]  # type: ignore[operator]
    reading = read_pdf(old_pdf(tmp_path / "a.pdf", old, font))
    for sentence in SENTENCES[:3]:
        places = locate(reading, sentence)
        assert places, sentence
        assert boxes(reading.pages[0], places[0].start, places[0].end)
    assert reading.warnings == ["old-fonts:1"]


def test_a_unicode_pdf_is_not_touched(tmp_path: Path) -> None:
    reading = read_pdf(pdf_of(word_file(tmp_path / "a.docx", SENTENCES)))
    assert reading.warnings == []


def test_a_word_file_in_old_fonts_is_shown_and_found_in_unicode(tmp_path: Path) -> None:
    document = docx.Document()
    usual = document.styles["Normal"].font
    usual.name = ".VnTime"
    usual.size = Pt(13)
    document.add_paragraph(in_tcvn3(SENTENCES[0]))
    heading = document.add_paragraph().add_run(in_tcvn3("ủy ban nhân dân thành phố"))
    heading.font.name = ".VnTimeH"
    modern = document.add_paragraph().add_run(SENTENCES[2])
    modern.font.name = "Times New Roman"
    other = document.add_paragraph().add_run(in_vni(SENTENCES[1]))
    other.font.name = "VNI-Times"
    document.save(str(tmp_path / "a.docx"))
    converted = convert(tmp_path / "a.docx", tmp_path, 60)
    for sentence in (*SENTENCES[:3], "ỦY BAN NHÂN DÂN THÀNH PHỐ"):
        assert locate(converted.reading, sentence), sentence
    assert "ỦY BAN NHÂN DÂN" in converted.reading.pages[0].text
    assert converted.reading.warnings == []
