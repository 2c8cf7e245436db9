"""Administrative documents with a letterhead, a body and signatures: Nghị định 30/2020/NĐ-CP, Phụ lục I and III.

One form for all that come out of a meeting beside its minutes; equal documents give equal bytes.
"""

from collections.abc import Callable
from typing import Literal

import msgspec
from docx.document import Document

from icabinet.documents.layout import (
    Piece,
    Signer,
    add_basis,
    add_centred,
    add_heading,
    add_letterhead,
    add_paragraph,
    add_signatures,
    add_title,
    start_appendix,
)
from icabinet.documents.layout_file import new_document, to_bytes, written_date
from icabinet.documents.layout_tables import Column, add_spacer, add_table

UNSIGNED = "Văn bản này chưa ký số."


class Part(msgspec.Struct, frozen=True):
    """One piece of the body. An appendix begins a new page: `text` its label, `title` and `note` below.

    An article: `title` is "Điều 1.", in bold as the annex asks (I.6).
    """

    kind: Literal["paragraph", "article", "heading", "centred", "basis", "table", "appendix"]
    text: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    title: str = ""
    note: str = ""


class Official(msgspec.Struct, frozen=True):
    """All that the document says. No `right`: nobody signs it. `after` comes behind the signatures: appendices."""

    parent_agency: str
    agency: str
    number_line: str
    place_and_date: str
    kind_word: str
    title: str
    parts: tuple[Part, ...]
    left: Signer | None
    right: Signer | None
    recipients: tuple[str, ...]
    after: tuple[Part, ...] = ()
    draft: bool = False
    signed: bool = False


def build(official: Official) -> bytes:
    """The document as a .docx file."""
    document = new_document(
        title=f"{official.kind_word} {official.title}",
        author=official.agency,
        written=written_date(official.place_and_date),
        final=not official.draft,
    )
    add_letterhead(
        document,
        parent_agency=official.parent_agency,
        agency=official.agency,
        number_line=official.number_line,
        place_and_date=official.place_and_date,
        draft=official.draft,
    )
    add_title(document, official.kind_word, official.title)
    add_parts(document, official.parts)
    below = "" if official.signed else UNSIGNED
    if official.right is not None:
        recipients = official.recipients
        add_signatures(document, left=official.left, right=official.right, recipients=recipients, below=below)
    elif below:
        add_paragraph(document, below, style="Nơi nhận", size=11, italic=True, before=12)
    add_parts(document, official.after)
    return to_bytes(document)


def add_parts(document: Document, parts: tuple[Part, ...]) -> None:
    """At the end of the document."""
    for part in parts:
        _WRITERS[part.kind](document, part)


def _paragraph(document: Document, part: Part) -> None:
    for text in part.text.splitlines():
        if text.strip():
            add_paragraph(document, text.strip())


def _article(document: Document, part: Part) -> None:
    add_paragraph(document, [Piece(f"{part.title} ", bold=True), Piece(part.text)])


def _table(document: Document, part: Part) -> None:
    add_table(document, part.columns, part.rows, size=11 if len(part.columns) > 6 else 12)
    add_spacer(document)


_WRITERS: dict[str, Callable[[Document, Part], None]] = {
    "paragraph": _paragraph,
    "article": _article,
    "heading": lambda document, part: add_heading(document, part.text, 2),
    "centred": lambda document, part: add_centred(document, part.text),
    "basis": lambda document, part: add_basis(document, part.text),
    "table": _table,
    "appendix": lambda document, part: start_appendix(document, part.text, part.title, part.note),
}
