"""Biên bản as a Word file: Mẫu 1.9, Phụ lục III, Nghị định 30/2020/NĐ-CP.

That form has no place-and-date line, is signed by the secretary (left) and the chair (right), and lists its
recipients under the secretary's name.
"""

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec
from docx.document import Document

from icabinet.documents.layout import (
    CHAIR,
    Piece,
    Signer,
    add_heading,
    add_letterhead,
    add_paragraph,
    add_signatures,
    add_title,
    start_appendix,
)
from icabinet.documents.layout_file import new_document, to_bytes, written_date
from icabinet.documents.layout_tables import Column, add_spacer, add_table
from icabinet.documents.official import UNSIGNED

_END_LEFT_OPEN = "…… giờ …… phút, ngày …… tháng …… năm ………"
_ATTENDANCE_COLUMNS = (
    Column("TT", 10, "centre"),
    Column("Họ và tên", 40),
    Column("Chức vụ, đơn vị", 50),
    Column("Điểm danh", 30, "centre"),
    Column("Thời điểm", 30, "centre"),
)
_VOTE_COLUMNS = (
    Column("TT", 9, "centre"),
    Column("Nội dung biểu quyết", 42),
    Column("Tổng số", 13, "centre"),
    Column("Đồng ý", 13, "centre"),
    Column("Không đồng ý", 16, "centre"),
    Column("Ý kiến khác", 15, "centre"),
    Column("Không biểu quyết", 17, "centre"),
    Column("Tỷ lệ", 16, "centre"),
    Column("Kết quả", 19, "centre"),
)


class Attendee(msgspec.Struct, frozen=True):
    """One line of the attendance table; `state` and `time` are the words to print."""

    name: str
    title: str
    unit: str
    state: str
    time: str


class VoteRow(msgspec.Struct, frozen=True):
    """One vote: the counts, the ratio as words ("83,3%"), the outcome and the sentence that explains it."""

    question: str
    base_text: str
    total: int
    for_: int
    against: int
    other: int
    abstain: int
    ratio: str
    outcome: str
    sentence: str


class Block(msgspec.Struct, frozen=True):
    """One piece of "Nội dung (theo diễn biến cuộc họp)"."""

    kind: Literal["heading", "paragraph", "votes", "election", "attendance"]
    text: str = ""
    attendees: tuple[Attendee, ...] = ()
    votes: tuple[VoteRow, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Minutes(msgspec.Struct, frozen=True):
    """All that the minutes say. `title` is the trích yếu; `started` and `ended` are written out in words."""

    parent_agency: str
    agency: str
    place_of_issue: str
    number: str
    symbol: str
    title: str
    started: str
    ended: str
    place: str
    attendance_summary: str
    attendees: tuple[Attendee, ...]
    guests: tuple[Attendee, ...]
    chair: str
    chair_title: str
    secretary: str
    secretary_title: str
    blocks: tuple[Block, ...]
    recipients: tuple[str, ...]
    locked: bool
    signed: bool = False
    corrections: tuple[str, ...] = ()


def build(minutes: Minutes) -> bytes:
    """The minutes as a .docx file; equal minutes give equal bytes."""
    document = new_document(
        title=f"Biên bản {minutes.title}",
        author=minutes.agency,
        written=written_date(minutes.ended) or written_date(minutes.started),
        final=minutes.locked,
    )
    add_letterhead(
        document,
        parent_agency=minutes.parent_agency,
        agency=minutes.agency,
        number_line=number_line(minutes.number, minutes.symbol),
    )
    add_title(document, "Biên bản", minutes.title)
    _add_opening(document, minutes)
    write_blocks(document, minutes.blocks)
    _add_closing(document, minutes)
    add_corrections(document, minutes)
    return to_bytes(document)


def write_blocks(document: Document, blocks: Sequence[Block]) -> None:
    """The part "Nội dung (theo diễn biến cuộc họp)" at the end of the document."""
    for block in blocks:
        _BLOCK_WRITERS[block.kind](document, block)


def add_corrections(document: Document, minutes: Minutes) -> None:
    """The appendix of accepted corrections, if there are any."""
    if minutes.corrections:
        start_appendix(document, "Phụ lục", "Đính chính biên bản", f"(Kèm theo Biên bản {minutes.title})")
        for correction in minutes.corrections:
            add_paragraph(document, correction)


def number_line(number: str, symbol: str) -> str:
    """ "Số: 07/BB-VP": a number below ten gets a zero, a missing one leaves room for the stamp."""
    written = number.strip()
    if not written:
        return f"Số:        /{symbol}"
    return f"Số: {written.zfill(2)}/{symbol}"


def _add_opening(document: Document, minutes: Minutes) -> None:
    add_paragraph(document, f"Thời gian bắt đầu: {_sentence(minutes.started)}")
    add_paragraph(document, f"Địa điểm: {_sentence(minutes.place)}")
    summary = _sentence(minutes.attendance_summary)
    add_paragraph(document, f"Thành phần tham dự: {summary}".rstrip(), keep=bool(minutes.attendees))
    add_attendance(document, minutes.attendees)
    if minutes.guests:
        add_paragraph(document, "Khách mời:", keep=True)
        add_attendance(document, minutes.guests)
    add_paragraph(document, f"Chủ trì (chủ tọa): {person(minutes.chair, minutes.chair_title)}")
    secretary = person(minutes.secretary, minutes.secretary_title)
    add_paragraph(document, f"Thư ký (người ghi biên bản): {secretary}")
    add_paragraph(document, "Nội dung (theo diễn biến cuộc họp):", keep=True)


def _add_closing(document: Document, minutes: Minutes) -> None:
    ended = minutes.ended.strip().rstrip(".") or _END_LEFT_OPEN
    add_paragraph(document, f"Cuộc họp kết thúc vào {ended}./.")
    add_signatures(
        document,
        left=Signer(("THƯ KÝ",), minutes.secretary, "(Chữ ký)"),
        right=Signer((CHAIR,), minutes.chair, "(Chữ ký, dấu/chữ ký số của cơ quan (nếu có))"),
        recipients=minutes.recipients,
        below="" if minutes.signed else UNSIGNED,
    )


def person(name: str, title: str) -> str:
    """ "Trần Thị Bình, Chuyên viên." """
    return _sentence(f"{name}, {title}" if title else name)


def _sentence(words: str) -> str:
    stripped = words.strip()
    return stripped if not stripped or stripped.endswith((".", ":", "!", "?")) else f"{stripped}."


def add_attendance(document: Document, attendees: Sequence[Attendee]) -> None:
    """A table of people; nothing where there are none."""
    if not attendees:
        return
    rows = [
        (str(index), person.name, _post(person), person.state, person.time)
        for index, person in enumerate(attendees, start=1)
    ]
    add_table(document, _ATTENDANCE_COLUMNS, rows)
    add_spacer(document)


def _post(person: Attendee) -> str:
    return ", ".join(words for words in (person.title, person.unit) if words)


def _write_heading(document: Document, block: Block) -> None:
    add_heading(document, block.text, 2)


def _write_paragraph(document: Document, block: Block) -> None:
    for text in block.text.splitlines():
        if text.strip():
            add_paragraph(document, text.strip())


def _write_attendance(document: Document, block: Block) -> None:
    if block.text:
        add_paragraph(document, block.text, keep=True)
    add_attendance(document, block.attendees)


def _write_votes(document: Document, block: Block) -> None:
    if block.text:
        add_paragraph(document, block.text, keep=True)
    if not block.votes:
        return
    rows = [_vote_cells(index, vote) for index, vote in enumerate(block.votes, start=1)]
    add_table(document, _VOTE_COLUMNS, rows, size=11)
    add_spacer(document)
    for vote in block.votes:
        if vote.sentence:
            add_paragraph(document, [Piece(f"{vote.question}: ", italic=True), Piece(_sentence(vote.sentence))])


def _write_election(document: Document, block: Block) -> None:
    """One row a candidate; the names get what the figures leave of the page's 160 mm."""
    add_paragraph(document, block.text, keep=True)
    figures = [Column(name, 19 if len(block.head) > 4 else 26, "centre") for name in block.head[1:]]
    names = Column(block.head[0], 151 - sum(column.width_mm for column in figures))
    rows = [(str(number), *row) for number, row in enumerate(block.rows, start=1)]
    add_table(document, [Column("TT", 9, "centre"), names, *figures], rows, size=11)
    add_spacer(document)


def _vote_cells(index: int, vote: VoteRow) -> tuple[str, ...]:
    question = f"{vote.question}\n({vote.base_text})" if vote.base_text else vote.question
    counts = (vote.total, vote.for_, vote.against, vote.other, vote.abstain)
    return (str(index), question, *(str(count) for count in counts), vote.ratio, vote.outcome)


_BLOCK_WRITERS: dict[str, Callable[[Document, Block], None]] = {
    "heading": _write_heading,
    "paragraph": _write_paragraph,
    "votes": _write_votes,
    "election": _write_election,
    "attendance": _write_attendance,
}
