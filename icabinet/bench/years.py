"""Statistics of five years: meetings, tasks and opinions by writing, counted by unit, person and month.

Rows are written straight into the tables: what is measured is how counting grows with what there is.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..actions import OFFICE, TASKS
from ..domain.attendance import State
from ..domain.votes import Outcome, Rule, Tally
from ..store.database import Database
from ..store.schema import upgrade
from ..store.tables import Ballot, Circulation, Meeting, Member, Speech, Task, User, Vote, Voter, WrittenAnswer
from ..store.tables import Row as Stored
from ..views import circulation_statistics, meeting_statistics, task_statistics
from .figures import Goal, Row, spread
from .trial import Bench, Trial

YEARS, TASKS_A_MEETING, ASKED, DONE = 5, 10, 60, 0.9
CAME, SPEECHES, VOTES = 60, 8, 2
"""Of a meeting: delegates, speeches, open votes in which all delegates who came vote."""
PEOPLE, UNITS = 300, 20
TIMES = 10
GOAL = Goal("p95", 2000.0)
BEGIN = 1_600_000_000_000
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
END = BEGIN + YEARS * 365 * DAY_MS


def run(trial: Trial) -> list[Row]:
    url = f"sqlite:///{trial.data / f'years-{trial.number}.db'}"
    upgrade(url)
    db = Database(url)
    try:
        db.write(lambda s: _fill(s, random.Random(trial.number), trial.load.meetings))
        tasks, answers = _count(db, Task), _count(db, WrittenAnswer)
        held, ballots = _count(db, Meeting), _count(db, Ballot)
        return [
            _measured(db, "meetings", f"thống kê {held} cuộc họp, {ballots} phiếu", _meetings_counted, GOAL),
            _measured(db, "plain", f"đọc {tasks} dòng nhiệm vụ từ cơ sở dữ liệu", _plain),
            _measured(db, "tasks", f"thống kê {tasks} nhiệm vụ", _tasks_counted, GOAL),
            _measured(db, "asked", f"thống kê {answers} ý kiến bằng văn bản", _answers_counted, GOAL),
        ]
    finally:
        db.close()


def _count(db: Database, table: type[Stored]) -> int:
    return db.read(lambda s: s.scalar(select(func.count()).select_from(table))) or 0


def _meetings_counted(session: Session) -> object:
    return meeting_statistics.statistics(session, BEGIN, END)


def _tasks_counted(session: Session) -> object:
    return task_statistics.statistics(session, BEGIN, END, END)


def _answers_counted(session: Session) -> object:
    return circulation_statistics.statistics(session, BEGIN, END)


def _plain(session: Session) -> object:
    return session.execute(select(Task.owner, Task.unit, Task.given_at, Task.deadline, Task.done_at)).all()


def _measured(db: Database, name: str, label: str, work: Callable[[Session], object], goal: Goal | None = None) -> Row:
    took = []
    for _ in range(TIMES):
        start = time.perf_counter()
        db.read(work)
        took.append(time.perf_counter() - start)
    return spread(name, label, took, goal=goal)


def _fill(session: Session, chance: random.Random, meetings: int) -> None:
    """As many circulations as meetings."""
    session.add_all(_people())
    session.add_all(_task(chance, number, meetings) for number in range(meetings * TASKS_A_MEETING))
    for number in range(meetings):
        one = _circulation(chance, number, meetings)
        session.add(one)
        session.add_all(_answers(chance, one))
        session.add_all(_meeting(chance, number, meetings))


def _people() -> Iterator[User]:
    for number in range(PEOPLE):
        yield User(
            id=f"u{number}",
            stream=OFFICE,
            login=f"u{number}",
            name=f"Đại biểu {number}",
            title="",
            unit=f"Đơn vị {number % UNITS}",
            role="member",
        )


def _task(chance: random.Random, number: int, meetings: int) -> Task:
    user = chance.randrange(PEOPLE)
    given = BEGIN + number * (END - BEGIN) // (meetings * TASKS_A_MEETING)
    done = given + chance.randrange(40 * DAY_MS) if chance.random() < DONE else None
    return Task(
        id=f"t{number}",
        stream=TASKS,
        meeting=f"m{number // TASKS_A_MEETING}",
        meeting_title="",
        item_id="",
        item_title="",
        given_at=given,
        desk=[],
        title="Báo cáo kết quả",
        owner=f"user:u{user}",
        unit=f"Đơn vị {user % UNITS}",
        answers=f"Đại biểu {user}",
        deadline=given + 30 * DAY_MS,
        state="given" if done is None else "done",
        done_at=done,
    )


def _meeting(chance: random.Random, number: int, meetings: int) -> Iterator[Stored]:
    id_, begun = f"m{number}", BEGIN + number * (END - BEGIN) // meetings
    yield Meeting(
        id=id_, stream=id_, title="Phiên họp", place="Phòng 1", agency="Văn phòng", parent_agency="", starts_at=begun,
        state="ended", started_at=begun, ended_at=begun + 3 * HOUR_MS,
    )  # fmt: skip
    people = [f"u{user}" for user in chance.sample(range(PEOPLE), CAME)]
    for place, user in enumerate(people):
        came: State = "present" if chance.random() < DONE else "absent"
        yield Member(
            id=f"{id_}.{user}", stream=id_, user_id=user, name=user, title="", unit="", role="delegate", votes=True,
            order=place, attendance=came, late=chance.random() > DONE,
        )  # fmt: skip
    for place, user in enumerate(people[:SPEECHES]):
        yield Speech(
            id=f"{id_}.s{place}", stream=id_, queue="speakers", kind="speech", user_id=user, item_id=None,
            subject="", requested_at=begun, state="done", spoken_ms=chance.randrange(300_000),
        )  # fmt: skip
    for place in range(VOTES):
        yield from _vote(chance, f"{id_}.v{place}", id_, people)


def _vote(chance: random.Random, id_: str, meeting: str, people: list[str]) -> Iterator[Stored]:
    yield Vote(
        id=id_, stream=meeting, item_id="", question="Thông qua", rule=Rule(), created_at=BEGIN, state="published"
    )
    for user in people:
        yield Voter(vote_id=id_, user_id=user, stream=meeting)
        if chance.random() < DONE:
            yield Ballot(vote_id=id_, user_id=user, stream=meeting, choice="for", opinion="", first_at=BEGIN, at=BEGIN)


def _circulation(chance: random.Random, number: int, meetings: int) -> Circulation:
    sent = BEGIN + number * (END - BEGIN) // meetings
    return Circulation(
        id=f"c{number}",
        stream=f"c{number}",
        question=f"Góp ý dự thảo số {number}",
        agency="Văn phòng",
        parent_agency="",
        founded_at=sent,
        founder="u0",
        rule=Rule(),
        deadline=sent + 5 * DAY_MS,
        asked=[f"u{user}" for user in chance.sample(range(PEOPLE), ASKED)],
        state="published",
        sent_at=sent,
        closed_at=sent + 5 * DAY_MS,
        published_at=sent + 5 * DAY_MS,
        outcome=Outcome(tally=Tally(), in_favour=1, base=1, passed=True, result="passed", sentence=""),
    )


def _answers(chance: random.Random, one: Circulation) -> Iterator[WrittenAnswer]:
    for user in one.asked:
        if chance.random() < DONE:
            at = (one.sent_at or 0) + chance.randrange(120 * HOUR_MS)
            late = at > one.deadline
            yield WrittenAnswer(
                id=f"{one.id}.{user}", stream=one.id, user_id=user, choice="for", text="", first_at=at, at=at, late=late
            )


BENCH = Bench("statistics", "Thống kê nhiều năm: cuộc họp, nhiệm vụ, ý kiến bằng văn bản", run)
