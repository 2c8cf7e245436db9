"""How the papers of the packet are written down: a head in TOML between lines of `+++`, then one line per block.

# I. …  ## 1. …  ### 1.1. …   headings           ~ Căn cứ …;     a line of căn cứ
^ QUYẾT NGHỊ:                 centred, bold       : Kính gửi: …   centred
|= 12c 100l 48r               a table begins: widths in mm with left, centre, right
| TT | Nhiệm vụ | Thời hạn    its heading, then its rows; a row of one text is a subheading
%% Phụ lục I | Tên | (Kèm …)  an appendix on a new page, after the signature
anything else                 a paragraph; **bold** inside a line
"""

import re
import tomllib
from collections.abc import Callable
from datetime import date
from typing import Literal

import msgspec
from docx.document import Document

from icabinet.documents import layout
from icabinet.documents.layout_file import new_document, to_bytes
from icabinet.documents.layout_tables import Column, add_spacer, add_table

_FENCE = "+++\n"
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ALIGNMENTS: dict[str, Literal["left", "centre", "right"]] = {"l": "left", "c": "centre", "r": "right"}
_TABLE_TEXT_SIZE = 12


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of a paper besides its text."""

    file: str
    media: Literal["pdf", "docx"]
    item: int
    kind_word: str
    title: str
    parent_agency: str
    agency: str
    number_line: str
    place_and_date: str
    written: date
    summary: str
    authority: tuple[str, ...]
    signer: str
    recipients: tuple[str, ...]
    draft: bool = False


def read_paper(source: str) -> tuple[Head, list[str]]:
    """The head and the non-empty body lines of one paper. Raises ValueError where the head is missing."""
    before, head, body = source.split(_FENCE, 2)
    if before.strip():
        raise ValueError("a paper begins with its head")
    return msgspec.convert(tomllib.loads(head), Head), [line.strip() for line in body.splitlines() if line.strip()]


def paper_docx(head: Head, lines: list[str]) -> bytes:
    """The paper as a Word file in the layout of Nghị định 30/2020/NĐ-CP."""
    document = new_document(title=head.title, author=head.agency, written=head.written, final=not head.draft)
    layout.add_letterhead(
        document,
        parent_agency=head.parent_agency,
        agency=head.agency,
        number_line=head.number_line,
        place_and_date=head.place_and_date,
        draft=head.draft,
    )
    layout.add_title(document, head.kind_word, head.summary)
    appendix = next((at for at, line in enumerate(lines) if line.startswith("%%")), len(lines))
    _write_lines(document, lines[:appendix])
    signer = layout.Signer(head.authority, head.signer)
    layout.add_signatures(document, left=None, right=signer, recipients=head.recipients)
    _write_lines(document, lines[appendix:])
    return to_bytes(document)


def _write_lines(document: Document, lines: list[str]) -> None:
    waiting = list(lines)
    while waiting:
        line = waiting.pop(0)
        mark, _, rest = line.partition(" ")
        if mark == "|=":
            rows = []
            while waiting and waiting[0].startswith("| "):
                rows.append(_cells(waiting.pop(0).removeprefix("| ")))
            _write_table(document, rest.split(), rows)
        elif mark in _WRITERS:
            _WRITERS[mark](document, rest)
        else:
            layout.add_paragraph(document, _pieces(line))


def _write_table(document: Document, widths: list[str], rows: list[list[str]]) -> None:
    heading, *body = rows
    columns = [
        Column(text, float(width[:-1]), _ALIGNMENTS[width[-1]]) for text, width in zip(heading, widths, strict=True)
    ]
    add_table(document, columns, body, size=_TABLE_TEXT_SIZE)
    add_spacer(document)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _pieces(line: str) -> list[layout.Piece]:
    parts = _BOLD.split(line)
    return [layout.Piece(text, bold=index % 2 == 1) for index, text in enumerate(parts) if text]


def _write_centred_line(document: Document, text: str) -> None:
    layout.add_paragraph(document, text, style="Canh giữa", before=12)


def _write_appendix(document: Document, text: str) -> None:
    label, title, note = _cells(text)
    layout.start_appendix(document, label, title, note)


_WRITERS: dict[str, Callable[[Document, str], None]] = {
    "#": lambda document, text: layout.add_heading(document, text, 1),
    "##": lambda document, text: layout.add_heading(document, text, 2),
    "###": lambda document, text: layout.add_heading(document, text, 3),
    "~": layout.add_basis,
    "^": layout.add_centred,
    ":": _write_centred_line,
    "%%": _write_appendix,
}
