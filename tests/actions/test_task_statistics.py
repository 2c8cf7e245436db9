"""Tasks counted by unit, person and month; over five years in one read."""

from __future__ import annotations

from sqlalchemy import insert

from icabinet.actions import TASKS
from icabinet.documents.bundle.sheet import to_csv
from icabinet.store.database import Database
from icabinet.store.tables import Task
from icabinet.views.task_statistics import DAY_MS, Figures, statistics, tables

START = 1_735_689_600_000
_WORDS = ("basis", "meeting", "meeting_title", "item_id", "item_title", "quoted_title", "outcome")
_LISTS = ("collaborators", "desk", "steps", "files")
BLANK: dict[str, object] = {"stream": TASKS, "title": "x", "result": "x", "names": {}, "percent": 0}
BLANK |= dict.fromkeys(_WORDS, "") | {name: [] for name in _LISTS}


def put(
    db: Database, id_: str, owner: str, unit: str, day: int, due: int, done: int | None, state: str = "given"
) -> None:
    row = BLANK | {
        "id": id_, "owner": owner, "unit": unit, "answers": "=An", "given_at": START + day * DAY_MS,
        "deadline": START + due * DAY_MS, "done_at": None if done is None else START + done * DAY_MS, "state": state,
    }  # fmt: skip
    db.write(lambda s: s.execute(insert(Task).values(row)))


def test_what_was_given_is_done_in_time_late_open_or_overdue(db: Database) -> None:
    put(db, "a", "user:u", "Sở Y tế", 0, 10, 4, "confirmed")
    put(db, "b", "user:u", "Sở Y tế", 0, 10, 12, "done")
    put(db, "c", "unit:Sở Y tế", "Sở Y tế", 40, 50, None)
    put(db, "d", "unit:Sở Nội vụ", "Sở Nội vụ", 40, 90, None)
    put(db, "e", "unit:Sở Nội vụ", "Sở Nội vụ", 40, 90, None, "cancelled")
    put(db, "f", "unit:Sở Nội vụ", "Sở Nội vụ", 400, 410, None)
    told = db.read(lambda s: statistics(s, START, START + 365 * DAY_MS, START + 60 * DAY_MS))
    assert told.total == Figures(given=4, in_time=1, late=1, open=2, overdue=1, days=40)
    assert [(one.name, one.figures.given) for one in told.units] == [("Sở Nội vụ", 1), ("Sở Y tế", 3)]
    assert [(one.name, one.figures.days) for one in told.people] == [("=An", 40)]
    assert [(one.name, one.figures.given) for one in told.months] == [("2025-01", 2), ("2025-02", 2)]
    people = to_csv(tables(told)[1].head, tables(told)[1].rows).decode("utf-8-sig")
    assert "'=An;Sở Y tế;2;1;1;0;0;4,0" in people
