"""The gate: what a file is by its content, and the names under which people see files."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icabinet.documents.kinds import MAX_BYTES, MESSAGES, BadPaper, Kind, clean_name, inspect
from tests.documents import bombs
from tests.documents.paper_makers import SENTENCES, pdf_of, word_file


def refusal(path: Path) -> BadPaper:
    with pytest.raises(BadPaper) as caught:
        inspect(path, path.name)
    return caught.value


def test_papers_are_known_by_their_content_not_by_their_name(tmp_path: Path) -> None:
    word = word_file(tmp_path / "thật.docx", SENTENCES)
    pdf = pdf_of(word)
    disguised = word.rename(tmp_path / "word mang tên.pdf")
    assert inspect(pdf, "báo cáo.docx") is Kind.PDF
    assert inspect(disguised, disguised.name) is Kind.DOCX


def test_a_pdf_may_begin_with_other_bytes(tmp_path: Path) -> None:
    pdf = pdf_of(word_file(tmp_path / "a.docx", SENTENCES))
    pdf.write_bytes(b"\r\n\r\n" + pdf.read_bytes())
    assert inspect(pdf, pdf.name) is Kind.PDF


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "paper.empty"),
        (b"PDF-1.7 nhung khong phai", "paper.unknown-kind"),
        (b"MZ\x90\x00" + bytes(4096), "paper.unknown-kind"),
        (b"<html><body>bao cao</body></html>", "paper.unknown-kind"),
        (b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "paper.truncated"),
        (b"PK\x03\x04" + bytes(2000), "paper.truncated"),
        (b"PK\x03\x04" + bytes(2000) + b"PK\x05\x06" + bytes(18), "paper.unknown-kind"),
        (b"PK\x03\x04" + bytes(2000) + b"PK\x05\x06" + bytes(4) + b"\x01\0\x01\0\x2e\0\0\0" + bytes(6), "paper.broken"),
    ],
)
def test_what_is_not_a_paper_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "báo cáo.pdf"
    path.write_bytes(content)
    assert refusal(path).code == code


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (bombs.zip_bomb_of_text, "paper.zip-bomb"),
        (bombs.zip_bomb_of_media, "paper.zip-bomb"),
        (bombs.zip_of_many_entries, "paper.zip-bomb"),
        (bombs.huge_zip_directory, "paper.zip-bomb"),
        (bombs.with_macro, "paper.macro"),
    ],
)
def test_hostile_packages_are_refused_unopened(tmp_path: Path, make: Callable[[Path], Path], code: str) -> None:
    assert refusal(make(tmp_path / "tệp.docx")).code == code


@pytest.mark.parametrize(
    ("stream", "code"),
    [
        ("EncryptedPackage", "paper.encrypted"),
        ("_VBA_PROJECT", "paper.macro"),
        ("Contents", "paper.unknown-kind"),
    ],
)
def test_ole_files_are_told_apart(tmp_path: Path, stream: str, code: str) -> None:
    assert refusal(bombs.ole_file(tmp_path / "tệp.docx", stream)).code == code


def test_an_encrypted_zip_entry_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", SENTENCES)
    content = bytearray(path.read_bytes())
    directory = content.find(b"PK\x01\x02")
    content[directory + 8] |= 0x01
    path.write_bytes(bytes(content))
    assert refusal(path).code == "paper.encrypted"


def test_a_pdf_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    pdf = pdf_of(word_file(tmp_path / "a.docx", SENTENCES * 40))
    whole = pdf.read_bytes()
    for share in (0.1, 0.5, 0.9, 0.99):
        pdf.write_bytes(whole[: int(len(whole) * share)])
        assert refusal(pdf).code == "paper.truncated", share


def test_a_docx_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    word = word_file(tmp_path / "a.docx", SENTENCES)
    whole = word.read_bytes()
    for share in (0.1, 0.5, 0.9, 0.999):
        word.write_bytes(whole[: int(len(whole) * share)])
        assert refusal(word).code == "paper.truncated", share


def test_a_pdf_cut_off_in_a_later_revision_is_refused(tmp_path: Path) -> None:
    pdf = pdf_of(word_file(tmp_path / "a.docx", SENTENCES))
    pdf.write_bytes(pdf.read_bytes() + b"\n99 0 obj\n<< /Note (" + b"x" * 3000)
    assert refusal(pdf).code == "paper.truncated"


def test_a_linearized_pdf_shorter_than_it_says_is_refused(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(b"%PDF-1.5\n1 0 obj\n<</Linearized 1/L 90000/H[1 2]>>\nendobj\nstartxref\n0\n%%EOF\n")
    assert refusal(pdf).code == "paper.truncated"


def test_the_size_limit_is_inclusive(tmp_path: Path) -> None:
    path = tmp_path / "lớn.pdf"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    too_large = refusal(path)
    assert too_large.code == "paper.too-large"
    assert "100 MB" in too_large.message()
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES)
    assert refusal(path).code == "paper.unknown-kind"


def test_every_message_can_be_told_in_vietnamese() -> None:
    facts: dict[str, int | str] = {"name": "a.pdf", "megabytes": 100, "pages": 2500, "limit": 2000, "cells": 300_000}
    for code in MESSAGES:
        sentence = BadPaper(code, **facts).message()
        assert "{" not in sentence
        assert sentence.endswith(".")
        assert unicodedata.is_normalized("NFC", sentence)


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("Báo cáo quý III.pdf", "Báo cáo quý III.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\vanthu\\Tờ trình.docx", "Tờ trình.docx"),
        ("họp/../kế hoạch.pdf", "kế hoạch.pdf"),
        ("a/b/", "b"),
        ("..", "Tài liệu"),
        ("", "Tài liệu"),
        ("\x00\n\t", "Tài liệu"),
        ("Họp tổ 🧑‍💻📄.pdf", "Họp tổ 🧑‍💻📄.pdf"),
        ("báo\u202efdp.exe.pdf", "báofdp.exe.pdf"),
        ("hai\ndòng\u2028và\u00a0cách.pdf", "hai dòng và cách.pdf"),
        ("kết thúc. . .", "kết thúc"),
        (unicodedata.normalize("NFD", "Nghị quyết.pdf"), "Nghị quyết.pdf"),
    ],
)
def test_names_are_shown_clean(given_name: str, shown: str) -> None:
    assert clean_name(given_name) == shown


def test_long_names_keep_their_extension() -> None:
    name = clean_name("Kế hoạch triển khai " * 15 + ".docx")
    assert len(name) <= 200
    assert name.startswith("Kế hoạch triển khai Kế hoạch")
    assert name.endswith(".docx")


@given(st.text(max_size=400))
def test_any_name_becomes_a_harmless_one(name: str) -> None:
    shown = clean_name(name)
    assert 0 < len(shown) <= 200
    assert clean_name(shown) == shown
    assert unicodedata.is_normalized("NFC", shown)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    assert not set(shown) & set("/\\\u200e\u200f\u202a\u202e\u2066\u2069\ufeff")
    assert shown not in (".", "..")
    shown.encode("utf-8")
