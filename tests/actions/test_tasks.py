"""Tasks of a meeting: given, followed by their parties alone, and gone from the live view when they are closed."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from icabinet import clock
from icabinet.actions import TASKS, viewer
from icabinet.domain import commands as c
from icabinet.domain.audience import SYSTEM
from icabinet.domain.errors import Refused
from icabinet.domain.tasks import Plan, Quotation
from icabinet.store.database import Database
from icabinet.store.letters import unseen
from icabinet.store.tables import Reminder, Task
from icabinet.views.snapshot import View, everything, seen_by
from icabinet.views.tasks import Search, closed_tasks
from tests.rooms import MEETING, add_paper, do, found_meeting

LATER = 4_000_000_000_000
PLAN = Plan(title="Trình đề án nhân lực", owner="user:d1", collaborators=["user:d2"], deadline=LATER, result="Đề án")
QUOTED = Quotation(paper="p1", version="p1v", page=2, text="Giao Sở Nội vụ trình đề án.")


@pytest.fixture
def given(db: Database) -> Database:
    found_meeting(db)
    add_paper(db)
    do(db, "secretary", c.CreateTask(task="j1", plan=PLAN, meeting=MEETING, item="i2", quotation=QUOTED), TASKS)
    return db


def seen(db: Database, user: str) -> View:
    found = db.read(lambda s: everything(s, TASKS))
    assert found is not None
    return seen_by(db.read(lambda s: viewer(s, user, TASKS)), found[1])


def task(db: Database) -> Task:
    return db.read(lambda s: s.get_one(Task, "j1"))


def refused(db: Database, user: str, command: c.Command) -> str:
    with pytest.raises(Refused) as told:
        do(db, user, command, TASKS)
    return told.value.code


def test_it_shows_to_its_parties_alone_and_says_where_it_comes_from(given: Database) -> None:
    everybody = ("chair", "secretary", "d1", "d2", "d3", "guest", "administrator")
    assert [user for user in everybody if seen(given, user)] == ["chair", "secretary", "d1", "d2"]
    told = seen(given, "d1")["task"]["j1"]
    assert told["quoted_title"] == "Báo cáo p1" and told["item_title"] == "Thông qua kế hoạch"
    assert told["answers"] == "Người d1" and told["unit"] == "Sở Tư pháp"
    assert refused(given, "d3", c.AcceptTask(task="j1")) == "not-found"


def test_a_unit_s_task_is_everybody_s_of_that_unit_also_of_who_joins_it(given: Database) -> None:
    plan = msgspec.structs.replace(PLAN, owner="unit:Sở Y tế", answers="Giám đốc Sở", collaborators=[])
    do(given, "chair", c.EditTask(task="j1", plan=plan), TASKS)
    assert not seen(given, "outsider")
    moved = c.UpdateUser(user="outsider", name="Người mới", title="", unit="Sở Y tế", role="member", active=True)
    do(given, "administrator", moved, "office")
    assert seen(given, "outsider")["task"]
    do(given, "outsider", c.AcceptTask(task="j1"), TASKS)


def test_only_the_desk_of_the_meeting_gives_its_tasks(given: Database) -> None:
    assert refused(given, "d1", c.CreateTask(task="j2", plan=PLAN, meeting=MEETING)) == "not-allowed"
    assert refused(given, "outsider", c.CreateTask(task="j2", plan=PLAN, meeting=MEETING)) == "not-found"
    assert refused(given, "chair", c.CreateTask(task="j2", plan=PLAN)) == "not-allowed"
    assert refused(given, "chair", c.CreateTask(task="j2", plan=PLAN, meeting=MEETING, item="i9")) == "not-found"
    do(given, "secretary", c.CreateTask(task="j2", plan=PLAN), TASKS)


def test_nothing_of_a_secret_paper_is_quoted(given: Database) -> None:
    do(given, "secretary", c.NameReaders(paper="p1", readers=["user:d1"]))
    made = c.CreateTask(task="j2", plan=PLAN, meeting=MEETING, quotation=QUOTED)
    assert refused(given, "secretary", made) == "task.paper-not-open"


def test_the_whole_way_to_the_register(given: Database) -> None:
    do(given, "d1", c.AcceptTask(task="j1"), TASKS)
    assert refused(given, "d2", c.FinishTask(task="j1", outcome="x")) == "task.not-yours"
    assert refused(given, "d2", c.ReportTask(task="j1", text="x", percent=5, files=["f1"])) == "task.no-file"
    do(given, "d2", c.AttachFile(task="j1", file="f1", name="a.pdf", kind="pdf", sha256="aa" * 32, size=3), TASKS)
    do(given, "d2", c.ReportTask(task="j1", text="Một nửa", percent=50, files=["f1"]), TASKS)
    do(given, "d1", c.AskForTime(task="j1", until=LATER + 9, reason="Chờ ý kiến"), TASKS)
    assert refused(given, "d1", c.AnswerForTime(task="j1", granted=True)) == "task.not-yours"
    assert refused(given, "chair", c.AnswerForTime(task="j1", granted=False)) == "task.no-reason"
    do(given, "chair", c.AnswerForTime(task="j1", granted=True), TASKS)
    assert (task(given).deadline, task(given).asked_until) == (LATER + 9, None)
    do(given, "d1", c.FinishTask(task="j1", outcome="Đã trình"), TASKS)
    do(given, "secretary", c.ReturnTask(task="j1", reason="Thiếu phụ lục"), TASKS)
    do(given, "d1", c.FinishTask(task="j1", outcome="Đã trình đủ"), TASKS)
    do(given, "chair", c.ConfirmTask(task="j1"), TASKS)
    assert refused(given, "chair", c.CancelTask(task="j1", reason="x")) == "task.closed"
    assert not seen(given, "d1")
    acts = ["give", "accept", "report", "ask-time", "grant-time", "finish", "return", "finish", "confirm"]
    assert [step.act for step in task(given).steps] == acts

    def found(user: str, words: str) -> list[str]:
        groups = given.read(lambda s: viewer(s, user, TASKS)).groups()
        return [id_ for id_, _ in given.read(lambda s: closed_tasks(s, groups, Search(words)))]

    assert found("d2", "đề án") == ["j1"] and found("d2", "quy hoạch") == [] and found("d3", "") == []


def notices(db: Database, user: str) -> list[str]:
    return [n.title.split(":")[0] for n in db.read(lambda s: unseen(s, user, clock.now()))]


def test_its_owner_is_told_at_once_and_reminded_until_it_is_done(given: Database) -> None:
    assert notices(given, "d1") == notices(given, "d2") == ["Nhiệm vụ mới"] and notices(given, "chair") == []
    waiting = select(Reminder.due_at).where(Reminder.stream == TASKS, Reminder.state == "waiting")
    assert len(given.read(lambda s: s.scalars(waiting).all())) == 3
    do(given, "chair", c.EditTask(task="j1", plan=msgspec.structs.replace(PLAN, deadline=LATER + 60_000)), TASKS)
    assert min(given.read(lambda s: s.scalars(waiting).all())) == LATER + 60_000 - 3 * 86_400_000
    do(given, "d1", c.AcceptTask(task="j1"), TASKS)
    do(given, "d1", c.FinishTask(task="j1", outcome="Đã trình"), TASKS)
    assert given.read(lambda s: s.scalars(waiting).all()) == []
    do(given, "chair", c.ReturnTask(task="j1", reason="Thiếu phụ lục"), TASKS)
    assert len(given.read(lambda s: s.scalars(waiting).all())) == 3


def test_when_it_is_late_the_desk_hears_of_it_too(given: Database) -> None:
    overdue = select(Reminder).where(Reminder.stream == TASKS, Reminder.minutes < 0)
    row = given.read(lambda s: s.scalars(overdue).one())

    def make_due(session: Session) -> None:
        session.execute(update(Reminder).where(Reminder.id == row.id).values(due_at=clock.now() - 1, moment=0))

    given.write(make_due)
    do(given, SYSTEM, c.FireReminder(reminder=row.id), TASKS)
    assert notices(given, "d1")[0] == notices(given, "chair")[0] == "Nhiệm vụ quá hạn"


def test_a_dismissed_candidate_is_remembered_for_the_desk_until_it_is_taken_up(given: Database) -> None:
    for _ in range(2):
        do(given, "secretary", c.DismissCandidate(candidate="x1"))
    found = given.read(lambda s: everything(s, MEETING))
    assert found is not None
    views = {user: seen_by(given.read(lambda s, u=user: viewer(s, u, MEETING)), found[1]) for user in ("chair", "d1")}  # type: ignore[misc]
    assert list(views["chair"]["dismissed_candidate"]) == ["x1"] and "dismissed_candidate" not in views["d1"]
    do(given, "chair", c.RestoreCandidate(candidate="x1"))
    with pytest.raises(Refused, match="not-found"):
        do(given, "chair", c.RestoreCandidate(candidate="x1"))
