"""Statistics of tasks over a period: by unit, by person, by month; for screens and spreadsheets."""

from __future__ import annotations

from collections import defaultdict
from statistics import median_low

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..clock import local
from ..documents.bundle.sheet import Cell, Table
from ..store.tables import Task

DAY_MS = 86_400_000


class Figures(msgspec.Struct, frozen=True):
    """Of what was given: done in time, done late, still open, and of these overdue. Cancelled tasks are left out.

    `days`: the median from giving to reporting done, in tenths of a day; None when nothing is done.
    """

    given: int
    in_time: int
    late: int
    open: int
    overdue: int
    days: int | None


class Line(msgspec.Struct, frozen=True):
    """`more` is a person's unit."""

    name: str
    more: str
    figures: Figures


class Statistics(msgspec.Struct, frozen=True):
    """Units and people by name, months in order as "2026-11", by the day of giving, in Vietnam."""

    total: Figures
    units: list[Line]
    people: list[Line]
    months: list[Line]


class _One(msgspec.Struct, frozen=True):
    given_at: int
    deadline: int
    done_at: int | None


def statistics(session: Session, since: int, until: int, now: int) -> Statistics:
    """Tasks given from `since` up to `until` (milliseconds UTC, the latter left out), as they stand at `now`."""
    columns = (Task.owner, Task.unit, Task.answers, Task.given_at, Task.deadline, Task.done_at)
    period = (Task.given_at >= since, Task.given_at < until, Task.state != "cancelled")
    everything: list[_One] = []
    units: dict[tuple[str, str], list[_One]] = defaultdict(list)
    people: dict[tuple[str, str, str], list[_One]] = defaultdict(list)
    months: dict[tuple[str, str], list[_One]] = defaultdict(list)
    for owner, unit, answers, given_at, deadline, done_at in session.execute(select(*columns).where(*period)):
        one = _One(given_at, deadline, done_at)
        everything.append(one)
        units[unit, ""].append(one)
        months[local(given_at).strftime("%Y-%m"), ""].append(one)
        if owner.startswith("user:"):
            people[answers, unit, owner].append(one)
    return Statistics(
        total=_figures(everything, now),
        units=[Line(name, more, _figures(told, now)) for (name, more), told in sorted(units.items())],
        people=[Line(name, more, _figures(told, now)) for (name, more, _), told in sorted(people.items())],
        months=[Line(name, more, _figures(told, now)) for (name, more), told in sorted(months.items())],
    )


def _figures(told: list[_One], now: int) -> Figures:
    days = [one.done_at - one.given_at for one in told if one.done_at is not None]
    late = sum(1 for one in told if one.done_at is not None and one.done_at > one.deadline)
    return Figures(
        given=len(told),
        in_time=len(days) - late,
        late=late,
        open=len(told) - len(days),
        overdue=sum(1 for one in told if one.done_at is None and one.deadline < now),
        days=median_low(days) * 10 // DAY_MS if days else None,
    )


HEAD = ("Đã giao", "Xong đúng hạn", "Xong muộn", "Đang thực hiện", "Trong đó quá hạn", "Số ngày thực hiện (trung vị)")


def tables(told: Statistics) -> list[Table]:
    """For CSV and XLSX."""
    return [
        _table("nhiem-vu-theo-don-vi", "Theo đơn vị", ("Đơn vị",), [(one.name, one) for one in told.units]),
        Table(
            "nhiem-vu-theo-nguoi",
            "Theo người",
            ("Họ và tên", "Đơn vị", *HEAD),
            tuple((one.name, one.more, *_cells(one.figures)) for one in told.people),
        ),
        _table("nhiem-vu-theo-thang", "Theo tháng", ("Tháng",), [(_month(one.name), one) for one in told.months]),
    ]


def _table(name: str, title: str, head: tuple[str, ...], lines: list[tuple[str, Line]]) -> Table:
    return Table(name, title, (*head, *HEAD), tuple((first, *_cells(one.figures)) for first, one in lines))


def _cells(told: Figures) -> tuple[Cell, ...]:
    days = "" if told.days is None else f"{told.days // 10},{told.days % 10}"
    return told.given, told.in_time, told.late, told.open, told.overdue, days


def _month(month: str) -> str:
    return "/".join(reversed(month.split("-")))
