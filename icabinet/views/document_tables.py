"""Tables and figures that several documents of a meeting share."""

from __future__ import annotations

from collections.abc import Sequence

from ..documents.layout_tables import Column
from ..documents.official import Part
from ..domain.people import counts
from ..domain.votes import Outcome
from ..store.tables import Item, Member, Vote
from .minutes_votes import decided, table
from .minutes_words import clock_words, is_guest, state_words

NUMBER = Column("TT", 9, "centre")
NAME = Column("Họ và tên", 45)
_PERSON = Column("Họ và tên", 41), Column("Chức vụ, đơn vị", 50)
_STANDARD_WIDTHS = (42, 14, 15, 17, 16, 19, 17, 20)
_WIDTH_MM = 160


def came(members: Sequence[Member]) -> str:
    """ "Có mặt 12/14 đại biểu; khách mời có mặt: 2." """
    seats = [m for m in members if counts(m.role, m.votes) and not m.substitute]
    present = sum(1 for member in seats if _was_there(member))
    guests = sum(1 for member in members if is_guest(member) and _was_there(member))
    return f"Có mặt {present}/{len(seats)} đại biểu; khách mời có mặt: {guests}."


def people(members: Sequence[Member]) -> Part:
    columns = (NUMBER, *_PERSON, Column("Điểm danh", 30, "centre"), Column("Thời điểm", 30, "centre"))
    rows = tuple((str(n), m.name, _post(m), state_words(m), clock_words(m)) for n, m in enumerate(members, 1))
    return Part("table", columns=columns, rows=rows)


def invited(members: Sequence[Member]) -> Part:
    columns = (NUMBER, NAME, Column("Chức vụ, đơn vị", 76), Column("Thành phần", 30, "centre"))
    roles = {"chair": "Chủ trì", "delegate": "Đại biểu", "guest": "Khách mời"}
    rows = tuple((str(n), m.name, _post(m), roles[m.role]) for n, m in enumerate(members, 1))
    return Part("table", columns=columns, rows=rows)


def turnout(vote: Vote) -> str:
    outcome = decided(vote)
    roll = f"Số người được quyền biểu quyết: {vote.entitled}; có mặt: {vote.present}"
    bad = f"; phiếu không hợp lệ: {outcome.invalid}" if outcome.invalid else ""
    return f"{roll}. Số phiếu thu về: {outcome.cast}; phiếu trắng: {outcome.blank}{bad}."


def figures(vote: Vote) -> Part:
    """The same figures as in the minutes."""
    head, rows = table(vote)
    widths: tuple[int, ...] = _STANDARD_WIDTHS
    if vote.rule.method != "standard":
        others = 19 if len(head) > 4 else 26
        widths = (_WIDTH_MM - others * (len(head) - 1), *[others] * (len(head) - 1))
    columns = [Column(name, width, "centre") for name, width in zip(head, widths, strict=True)]
    columns[0] = Column(head[0], widths[0])
    return Part("table", columns=tuple(columns), rows=tuple(tuple(row) for row in rows))


def boxes(vote: Vote) -> Part:
    """A row a choice, with empty cells to tick: no letter of the typeface is a box."""
    marks = ("Đồng ý", "Không đồng ý", "Ý kiến khác" if vote.rule.method == "standard" else "Không biểu quyết")
    if vote.rule.method == "list":
        names = (NUMBER, Column("Họ và tên", 121), Column("Chọn", 30, "centre"))
        return Part("table", columns=names, rows=tuple((str(n), o.label, "") for n, o in enumerate(vote.options, 1)))
    lines = [option.label for option in vote.options] or [vote.question]
    answers = tuple(Column(mark, 28, "centre") for mark in marks)
    columns = (NUMBER, Column("Nội dung", 67), *answers)
    return Part("table", columns=columns, rows=tuple((str(n), line, "", "", "") for n, line in enumerate(lines, 1)))


def elected(outcome: Outcome) -> frozenset[str]:
    return frozenset(line.option for line in outcome.lines if line.elected)


def agenda_line(number: int, item: Item) -> str:
    who = f" ({item.presenter})" if item.presenter else ""
    return f"{number}. {item.title}{who}"


def _post(member: Member) -> str:
    return ", ".join(part for part in (member.title, member.unit) if part)


def _was_there(member: Member) -> bool:
    return member.attendance in ("present", "left")
