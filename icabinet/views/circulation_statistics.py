"""Statistics of opinions by writing over a period: by circulation, person, month; for screens and spreadsheets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from ..clock import local
from ..documents.bundle.sheet import Cell, Table
from ..domain.circulation_figures import Figures, figures, sheets
from ..store.tables import Circulation, Paper, User, Version, WrittenAnswer

Answers = list[tuple[bool, int]]
"""Late or not, and milliseconds from the sending."""


class OfCirculation(msgspec.Struct, frozen=True):
    id: str
    question: str
    sent_at: int
    passed: bool
    sheets: int
    figures: Figures


class OfPerson(msgspec.Struct, frozen=True):
    user: str
    name: str
    unit: str
    figures: Figures


class OfMonth(msgspec.Struct, frozen=True):
    """`month` is like "2026-11", by the sending, in Vietnam."""

    month: str
    circulations: int
    figures: Figures


class Statistics(msgspec.Struct, frozen=True):
    """Newest circulation first, people by name, months in order. Only what is over: closed or published."""

    total: Figures
    sheets: int
    circulations: list[OfCirculation]
    people: list[OfPerson]
    months: list[OfMonth]


class _Row(msgspec.Struct, frozen=True):
    id: str
    question: str
    sent_at: int
    asked: list[str]
    passed: bool


def statistics(session: Session, since: int, until: int) -> Statistics:
    """Circulations sent from `since` up to `until` (milliseconds UTC, the latter left out)."""
    period = (Circulation.outcome.is_not(None), Circulation.sent_at >= since, Circulation.sent_at < until)
    rows = _rows(session, period)
    answers = _answers(session, rows, period)
    pages = _pages(session, period)
    people: dict[str, Answers] = defaultdict(list)
    months: dict[str, Answers] = defaultdict(list)
    own: dict[str, Answers] = defaultdict(list)
    for (stream, user), answer in answers.items():
        people[user].append(answer)
        own[stream].append(answer)
    for stream, told in own.items():
        months[_month(rows[stream].sent_at)] += told
    saved = {row.id: sheets(pages.get(row.id, 0), len(row.asked)) for row in rows.values()}
    return Statistics(
        total=figures(sum(len(row.asked) for row in rows.values()), answers.values()),
        sheets=sum(saved.values()),
        circulations=[_of_circulation(row, saved[row.id], own[row.id]) for row in rows.values()],
        people=_of_people(session, rows.values(), people),
        months=_of_months(rows.values(), months),
    )


def _rows(session: Session, period: Sequence[ColumnElement[bool]]) -> dict[str, _Row]:
    columns = (
        Circulation.id, Circulation.question, Circulation.sent_at, Circulation.asked, Circulation.outcome,
    )  # fmt: skip
    found = session.execute(select(*columns).where(*period).order_by(Circulation.sent_at.desc(), Circulation.id))
    return {
        id_: _Row(id_, question, sent_at or 0, asked, outcome is not None and outcome.passed)
        for id_, question, sent_at, asked, outcome in found
    }


def _answers(
    session: Session, rows: dict[str, _Row], period: Sequence[ColumnElement[bool]]
) -> dict[tuple[str, str], tuple[bool, int]]:
    columns = (WrittenAnswer.stream, WrittenAnswer.user_id, WrittenAnswer.late, WrittenAnswer.first_at)
    joined = select(*columns).join(Circulation, Circulation.id == WrittenAnswer.stream).where(*period)
    found = session.execute(joined)
    return {(stream, user): (late, first_at - rows[stream].sent_at) for stream, user, late, first_at in found}


def _pages(session: Session, period: Sequence[ColumnElement[bool]]) -> dict[str, int]:
    found = session.execute(
        select(Paper.stream, func.sum(Version.pages))
        .join(Version, Version.id == Paper.version_id)
        .join(Circulation, Circulation.id == Paper.stream)
        .where(Paper.state == "published", *period)
        .group_by(Paper.stream)
    )
    return {stream: int(pages) for stream, pages in found}


def _of_circulation(row: _Row, saved: int, answers: Answers) -> OfCirculation:
    told = figures(len(row.asked), answers)
    return OfCirculation(row.id, row.question, row.sent_at, row.passed, saved, told)


def _of_people(session: Session, rows: Collection[_Row], answers: dict[str, Answers]) -> list[OfPerson]:
    asked = Counter(user for row in rows for user in row.asked)
    found = session.execute(select(User.id, User.name, User.unit).order_by(User.name, User.id))
    return [
        OfPerson(id_, name, unit, figures(asked[id_], answers.get(id_, []))) for id_, name, unit in found if asked[id_]
    ]


def _of_months(rows: Collection[_Row], answers: dict[str, Answers]) -> list[OfMonth]:
    sent, asked = Counter[str](), Counter[str]()
    for row in rows:
        sent[_month(row.sent_at)] += 1
        asked[_month(row.sent_at)] += len(row.asked)
    return [OfMonth(month, sent[month], figures(asked[month], answers.get(month, []))) for month in sorted(sent)]


def _month(at: int) -> str:
    return local(at).strftime("%Y-%m")


HEAD = ("Lượt hỏi", "Đúng hạn", "Muộn", "Không trả lời", "Số giờ trả lời (trung vị)")


def tables(told: Statistics) -> list[Table]:
    """For CSV and XLSX."""
    return [
        Table(
            "lay-y-kien-theo-phieu",
            "Theo phiếu",
            ("STT", "Nội dung xin ý kiến", "Gửi lúc", *HEAD, "Kết quả", "Số tờ giấy tiết kiệm"),
            tuple(
                (n, c.question, _at(c.sent_at), *_cells(c.figures), _result(c.passed), c.sheets)
                for n, c in enumerate(told.circulations, 1)
            ),
        ),
        Table(
            "lay-y-kien-theo-nguoi",
            "Theo người",
            ("STT", "Họ và tên", "Đơn vị", *HEAD),
            tuple((n, p.name, p.unit, *_cells(p.figures)) for n, p in enumerate(told.people, 1)),
        ),
        Table(
            "lay-y-kien-theo-thang",
            "Theo tháng",
            ("Tháng", "Số phiếu", *HEAD),
            tuple((_month_words(m.month), m.circulations, *_cells(m.figures)) for m in told.months),
        ),
    ]


def _cells(told: Figures) -> tuple[Cell, ...]:
    hours = "" if told.hours is None else f"{told.hours // 10},{told.hours % 10}"
    return told.asked, told.in_time, told.late, told.silent, hours


def _result(passed: bool) -> str:
    return "Thông qua" if passed else "Không thông qua"


def _month_words(month: str) -> str:
    year, number = month.split("-")
    return f"{number}/{year}"


def _at(at: int) -> str:
    return local(at).strftime("%d/%m/%Y %H:%M")
