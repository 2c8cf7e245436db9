"""Statistics of opinions by writing: what the figures say, and how they leave for spreadsheets."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet import clock
from icabinet.documents.bundle.sheet import to_csv, to_xlsx
from icabinet.domain import commands as c
from icabinet.domain.circulation_figures import HOUR_MS, figures, sheets
from icabinet.domain.votes import Rule
from icabinet.jobs.deadlines import close_due
from icabinet.store.database import Database
from icabinet.store.tables import Circulation
from icabinet.views.circulation_statistics import Statistics, statistics, tables
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import do, found_meeting

EVIL = "=HYPERLINK(1)"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Statistics]:
    """Two circulations that are over, one of them with a late answer, and one that is still open."""
    folder: Path = tmp_path_factory.mktemp("statistics")
    make_ready(sqlite_url(folder))
    db = Database(sqlite_url(folder))
    found_meeting(db)
    for name, late, people in (
        ("c1", "taken", ["d1", "d2", "d3"]),
        ("c2", "refused", ["d1"]),
        ("c3", "refused", ["d1"]),
    ):
        do(db, "secretary", c.FoundCirculation(question=EVIL, agency="Văn phòng"), name)
        plan: dict[str, Any] = {"question": EVIL, "explanation": "", "rule": Rule(base="entitled"), "late": late}
        do(db, "secretary", c.EditCirculation(base=0, deadline=clock.now() + 600_000, asked=people, **plan), name)
        do(db, "secretary", c.SendCirculation(base=1), name)
    do(db, "d1", c.AnswerCirculation(choice="for"), "c1")
    for name in ("c1", "c2"):
        db.write(lambda s, n=name: setattr(s.get_one(Circulation, n), "deadline", clock.now() - 1))  # type: ignore[misc]
    do(db, "d2", c.AnswerCirculation(choice="for"), "c1")
    do(db, "secretary", c.CloseCirculation(), "c1")
    asyncio.run(close_due(db))
    yield db.read(lambda s: statistics(s, 0, clock.now() + 1))
    db.close()


def test_only_what_is_over_counts_by_circulation_and_by_person(told: Statistics) -> None:
    by_name = {line.id: line.figures for line in told.circulations}
    assert set(by_name) == {"c1", "c2"}
    assert (by_name["c1"].in_time, by_name["c1"].late, by_name["c1"].silent) == (1, 1, 1)
    people = {line.user: (line.figures.asked, line.figures.silent) for line in told.people}
    assert people == {"d1": (2, 1), "d2": (1, 0), "d3": (1, 1)}
    (month,) = told.months
    assert (month.circulations, month.figures.asked) == (2, 4)
    assert (told.total.asked, told.sheets) == (4, 4), "a form each; nothing was attached"


def test_a_spreadsheet_opens_it_and_runs_nothing(told: Statistics) -> None:
    made = tables(told)
    csv = to_csv(made[0].head, made[0].rows)
    assert csv.startswith(b"\xef\xbb\xbfSTT;") and b"'" + EVIL.encode() in csv
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(made)))
    assert book.sheetnames == ["Theo phiếu", "Theo người", "Theo tháng"]
    cell = book["Theo phiếu"]["B2"]
    assert (cell.value, cell.data_type) == (EVIL, "s")


@settings(derandomize=True, max_examples=100)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 400 * HOUR_MS)), max_size=30), st.integers(0, 20))
def test_nobody_is_lost_or_counted_twice(answers: list[tuple[bool, int]], silent: int) -> None:
    told = figures(len(answers) + silent, answers)
    assert told.in_time + told.late + told.silent == told.asked
    assert told.silent == silent
    if told.hours is None:
        assert not answers
    else:
        waits = sorted(waited for _, waited in answers)
        assert waits[0] * 10 // HOUR_MS <= told.hours <= waits[-1] * 10 // HOUR_MS + 1


def test_sheets_of_paper() -> None:
    """Both sides of a sheet, and a form for each."""
    assert sheets(0, 5) == 5
    assert sheets(3, 5) == 15
