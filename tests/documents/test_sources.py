"""A signed file stays the document while that says the same, however its Word file is laid out."""

from __future__ import annotations

import hashlib

import msgspec
import pytest

from icabinet.documents.layout import CHAIR, Signer
from icabinet.documents.minutes_docx import Minutes
from icabinet.documents.official import Official, Part
from icabinet.documents.sources import FORMER_CHAIR, source_of, standing
from icabinet.documents.template_fill import Content, to_docx
from icabinet.domain.official import Kind

COUNT = Official(
    "", "UBND thành phố", "Số: 1/BB", "", "Biên bản", "Kiểm phiếu", (Part("paragraph", "Có 5 phiếu thuận."),),
    Signer(("THƯ KÝ",), "Lê Thu"), Signer((CHAIR,), "Nguyễn Minh", "(Chữ ký)"), ("Như trên",),
)  # fmt: skip
SHEET = msgspec.structs.replace(COUNT, right=None)
MINUTES = Minutes(
    "", "UBND thành phố", "", "1", "BB", "Họp", "8 giờ", "9 giờ", "Phòng A", "Đủ", (), (), "Minh", "", "Thu", "", (),
    (), locked=True,
)  # fmt: skip


@pytest.mark.parametrize("content", [COUNT, MINUTES])
def test_what_says_the_same_is_known_without_its_word_file(content: Content) -> None:
    signed = {source_of("count", content, None): "g1"}
    assert standing(signed, "count", content, None, docx=b"laid out otherwise") == "g1"
    assert standing(signed, "count", msgspec.structs.replace(content, signed=True), None, docx=b"") == "g1"


@pytest.mark.parametrize(
    ("kind", "content", "template"),
    [
        ("count", msgspec.structs.replace(SHEET, title="Kiểm phiếu lại"), None),
        ("count", SHEET, b"an own template"),
        ("conclusions", SHEET, None),
    ],
)
def test_other_words_another_kind_or_template_are_another_document(
    kind: Kind, content: Official, template: bytes | None
) -> None:
    signed = {source_of("count", SHEET, None): "g1"}
    assert standing(signed, kind, content, template, docx=b"") is None


def test_what_was_signed_under_its_word_file_keeps_its_standing() -> None:
    signed = {_digest(COUNT): "g1"}
    assert standing(signed, "count", COUNT, None) == "g1"
    assert standing(signed, "count", msgspec.structs.replace(COUNT, title="Khác"), None) is None


def test_a_count_signed_under_the_former_spelling_keeps_its_standing() -> None:
    former = msgspec.structs.replace(COUNT, right=Signer((FORMER_CHAIR,), "Nguyễn Minh", "(Chữ ký)"))
    assert standing({_digest(former): "g1"}, "count", COUNT, None) == "g1"


def _digest(content: Content) -> str:
    return hashlib.sha256(to_docx("count", content, None)).hexdigest()
