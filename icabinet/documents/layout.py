"""The parts of a Vietnamese administrative document, as Nghị định 30/2020/NĐ-CP, Phụ lục I sets them.

Type sizes are the set 13/14/14 of that annex (Quốc hiệu 13, Tiêu ngữ 14,
địa danh 14); the page itself is set in data/blank.
"""

import re
from collections.abc import Sequence
from typing import TypeAlias
from weakref import WeakKeyDictionary

import msgspec
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from icabinet.documents.layout_metrics import POINTS_PER_MM, balanced_lines, text_width
from icabinet.documents.layout_xml import border_paragraph, fix_columns, keep_row_whole, restart_page_numbers

TEXT_WIDTH_MM = 160
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

_AGENCY_COLUMN_MM = 60
_NATION_COLUMN_MM = 100
_LEFT_SIGNATURE_MM = 75
_RIGHT_SIGNATURE_MM = 85
_RULE_SHARE = 0.4
_BODY_STYLE = "Nội dung văn bản"
_CENTRED_STYLE = "Canh giữa"
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Place: TypeAlias = Document | _Cell
_STYLE_IDS: WeakKeyDictionary[object, dict[str, str | None]] = WeakKeyDictionary()
"""Of each document that is being written: the ids of its styles by their names."""


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text inside a paragraph with one look."""

    text: str
    bold: bool = False
    italic: bool = False


CHAIR = "CHỦ TỌA"
"""As the decree's form of minutes writes it (Mẫu 1.9)."""


class Signer(msgspec.Struct, frozen=True):
    """Who signs: lines such as ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), the name, and a note under the lines."""

    authority: tuple[str, ...]
    name: str
    note: str = ""


def add_paragraph(
    place: Place,
    content: str | Sequence[Piece],
    *,
    style: str = _BODY_STYLE,
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    before: float | None = None,
    keep: bool = False,
) -> Paragraph:
    """A paragraph in a named style; `keep` holds it on the page of the next one.

    Characters that no XML file may hold are left out.
    """
    paragraph = _new_paragraph(place, style)
    pieces = [Piece(content)] if isinstance(content, str) else content
    for piece in pieces:
        run = paragraph.add_run(printable(piece.text))
        run.bold = True if bold or piece.bold else None
        run.italic = True if italic or piece.italic else None
        run.font.size = None if size is None else Pt(size)
    if before is not None:
        paragraph.paragraph_format.space_before = Pt(before)
    if keep:
        paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _new_paragraph(place: Place, style: str) -> Paragraph:
    """python-docx would look every style up anew, which takes half the time of long minutes."""
    paragraph: Paragraph = place.add_paragraph()
    known = _STYLE_IDS.setdefault(place.part, {})
    if style not in known:
        known[style] = place.part.get_style_id(style, WD_STYLE_TYPE.PARAGRAPH)
    paragraph._p.style = known[style]
    return paragraph


def printable(text: str) -> str:
    """Without the characters that no XML file may hold."""
    return _UNPRINTABLE.sub("", text)


def add_rule(place: Place, length: float, available: float) -> None:
    """A solid horizontal line `length` points long, centred in `available` points."""
    paragraph = place.add_paragraph(style=_CENTRED_STYLE)
    indent = Pt(max(0.0, (available - length) / 2))
    form = paragraph.paragraph_format
    form.left_indent = indent
    form.right_indent = indent
    form.space_before = Pt(2)
    form.line_spacing = Pt(4)
    border_paragraph(paragraph, ["top"])


def add_letterhead(
    document: Document,
    *,
    parent_agency: str,
    agency: str,
    number_line: str,
    place_and_date: str = "",
    draft: bool = False,
) -> None:
    """Quốc hiệu, tiêu ngữ, agency, number and (unless empty) place and date: ô 1, 2, 3, 4 of the annex."""
    table = document.add_table(rows=2, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    fix_columns(table, [_AGENCY_COLUMN_MM, _NATION_COLUMN_MM])
    _fill_agency(table.cell(0, 0), parent_agency, agency)
    _fill_nation(table.cell(0, 1))
    add_paragraph(table.cell(1, 0), number_line, style=_CENTRED_STYLE, size=13, before=6)
    if draft:
        _add_draft_mark(table.cell(1, 0))
    add_paragraph(table.cell(1, 1), place_and_date, style=_CENTRED_STYLE, size=14, italic=True, before=6)
    for cell in (*table.row_cells(0), *table.row_cells(1)):
        drop_first_paragraph(cell)


def _fill_agency(cell: _Cell, parent_agency: str, agency: str) -> None:
    width = _AGENCY_COLUMN_MM * POINTS_PER_MM
    for text in balanced_lines(parent_agency.upper(), 13, width):
        if text:
            add_paragraph(cell, text, style=_CENTRED_STYLE, size=13)
    lines = balanced_lines(agency.upper(), 13, width, bold=True)
    for text in lines:
        add_paragraph(cell, text, style=_CENTRED_STYLE, size=13, bold=True)
    widest = max(text_width(text, 13, bold=True) for text in lines)
    add_rule(cell, widest * _RULE_SHARE, width)


def _fill_nation(cell: _Cell) -> None:
    add_paragraph(cell, NATION, style=_CENTRED_STYLE, size=13, bold=True)
    add_paragraph(cell, MOTTO, style=_CENTRED_STYLE, size=14, bold=True)
    add_rule(cell, text_width(MOTTO, 14, bold=True), _NATION_COLUMN_MM * POINTS_PER_MM)


def _add_draft_mark(cell: _Cell) -> None:
    mark = add_paragraph(cell, "DỰ THẢO", style=_CENTRED_STYLE, size=13, bold=True, before=6)
    side = Mm(14)
    mark.paragraph_format.left_indent = side
    mark.paragraph_format.right_indent = side
    border_paragraph(mark, ["top", "left", "bottom", "right"])


def drop_first_paragraph(cell: _Cell) -> None:
    """Remove the empty paragraph every new cell starts with, once the cell has another one."""
    first, *others = cell.paragraphs
    if others:
        cell._tc.remove(first._p)


def add_title(document: Document, kind_word: str, summary: str) -> None:
    """Tên loại in capitals, trích yếu below, and the rule of a third to a half of its last line (ô 5a)."""
    width = TEXT_WIDTH_MM * POINTS_PER_MM
    add_paragraph(document, kind_word.upper(), style=_CENTRED_STYLE, bold=True, before=18, keep=True)
    lines = balanced_lines(summary, 14, width * 0.94, bold=True)
    for text in lines:
        add_paragraph(document, text, style=_CENTRED_STYLE, bold=True, keep=True)
    add_rule(document, text_width(lines[-1], 14, bold=True) * _RULE_SHARE, width)


def add_centred(document: Document, text: str, *, before: float = 12) -> None:
    """A centred bold line such as "QUYẾT NGHỊ:"."""
    add_paragraph(document, text, style=_CENTRED_STYLE, bold=True, before=before, keep=True)


def add_heading(document: Document, text: str, level: int) -> None:
    """A heading of level 1 ("I. …"), 2 ("1. …") or 3 ("1.1. …"), seen by Word's navigation pane."""
    add_paragraph(document, text, style=f"heading {level}")


def add_basis(document: Document, text: str) -> None:
    """One line of căn cứ, in italics."""
    add_paragraph(document, text, style="Căn cứ ban hành")


def start_appendix(document: Document, label: str, title: str, note: str) -> None:
    """A new page with "Phụ lục I", its title in capitals, its note in italics and its own page numbers."""
    section = document.add_section()
    restart_page_numbers(section)
    add_paragraph(document, label, style=_CENTRED_STYLE, bold=True, keep=True)
    for text in balanced_lines(title.upper(), 14, TEXT_WIDTH_MM * POINTS_PER_MM, bold=True):
        add_paragraph(document, text, style=_CENTRED_STYLE, bold=True, keep=True)
    add_paragraph(document, note, style=_CENTRED_STYLE, italic=True, keep=True)
    add_rule(document, text_width(note, 14) * _RULE_SHARE, TEXT_WIDTH_MM * POINTS_PER_MM)


def add_signatures(
    document: Document, *, left: Signer | None, right: Signer, recipients: Sequence[str], below: str = ""
) -> None:
    """The closing block. One signer: nơi nhận on the left. Two (Mẫu 1.9): nơi nhận under the left signer.

    `below` is a small line under nơi nhận, so that it never stands on a page of its own.
    """
    if document.paragraphs:
        document.paragraphs[-1].paragraph_format.keep_with_next = True
    table = document.add_table(rows=1 if left is None else 2, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    fix_columns(table, [_LEFT_SIGNATURE_MM, _RIGHT_SIGNATURE_MM])
    _fill_signer(table.cell(0, 1), right, keep=left is not None)
    if left is not None:
        _fill_signer(table.cell(0, 0), left, keep=True)
    _fill_recipients(table.cell(-1 % len(table.rows), 0), recipients, below)
    for row in table.rows:
        keep_row_whole(row)
        for cell in row.cells:
            drop_first_paragraph(cell)


def _fill_signer(cell: _Cell, signer: Signer, *, keep: bool) -> None:
    for index, text in enumerate(signer.authority):
        before = 18 if index == 0 else 0
        add_paragraph(cell, text.upper(), style=_CENTRED_STYLE, bold=True, before=before, keep=keep)
    if signer.note:
        add_paragraph(cell, signer.note, style=_CENTRED_STYLE, size=13, italic=True, keep=keep)
    add_paragraph(cell, signer.name, style=_CENTRED_STYLE, bold=True, before=64, keep=keep)


def _fill_recipients(cell: _Cell, recipients: Sequence[str], below: str) -> None:
    if recipients:
        add_paragraph(cell, "Nơi nhận:", style="Nơi nhận", size=12, bold=True, italic=True, before=18)
    for recipient in recipients:
        add_paragraph(cell, f"- {recipient}", style="Nơi nhận")
    if below:
        add_paragraph(cell, below, style="Nơi nhận", size=11, italic=True, before=12)
