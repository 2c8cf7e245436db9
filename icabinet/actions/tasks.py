"""Tasks: given, accepted, reported on, given more time, done, confirmed, returned, cancelled."""

from __future__ import annotations

from sqlalchemy import select

from ..domain import tasks
from ..domain.audience import SYSTEM
from ..domain.commands import (
    AcceptTask,
    AnswerForTime,
    AskForTime,
    AttachFile,
    CancelTask,
    ConfirmTask,
    CreateTask,
    EditTask,
    FinishTask,
    ReportTask,
    ReturnTask,
)
from ..domain.errors import Refused
from ..domain.policy import OFFICE_SECRETARY, at_desk
from ..domain.tasks import Act, Plan, Quotation, Step, TaskFile
from ..store.tables import Item, Meeting, Member, Paper, Task, User, Version
from ..views import records
from . import task_letters
from .bus import TASKS, handles, takes_part, viewer
from .people import office_user
from .transaction import Tx


@handles(CreateTask)
def create(tx: Tx, c: CreateTask) -> None:
    if tx.stream != TASKS:
        raise Refused("not-found")
    _need_desk(tx, c.meeting)
    tasks.check_clear(c.plan, tx.now)
    meeting = tx.session.get(Meeting, c.meeting) if c.meeting else None
    item = tx.session.get(Item, c.item) if c.item else None
    if c.item and (item is None or item.stream != c.meeting):
        raise Refused("not-found")
    task = tx.add(
        Task(
            id=c.task,
            stream=TASKS,
            desk=_desk_of(tx, c.meeting),
            meeting=c.meeting,
            meeting_title=meeting.title if meeting else "",
            item_id=c.item,
            item_title=item.title if item else "",
            given_at=tx.now,
            quotation=c.quotation,
            quoted_title=_quoted(tx, c.meeting, c.quotation) if c.quotation else "",
        )
    )
    _follow(tx, task, c.plan)
    _write(tx, task, "give", until=c.plan.deadline)
    task_letters.given(tx, task)


@handles(EditTask)
def edit(tx: Tx, c: EditTask) -> None:
    task = _act(tx, c.task, "edit")
    tasks.check_clear(c.plan, tx.now if c.plan.deadline != task.deadline else 0)
    _follow(tx, task, c.plan)
    _write(tx, task, "edit", until=c.plan.deadline)
    task_letters.deadline_moved(tx, task)


@handles(AcceptTask)
def accept(tx: Tx, c: AcceptTask) -> None:
    _write(tx, _act(tx, c.task, "accept"), "accept")


@handles(AttachFile)
def attach(tx: Tx, c: AttachFile) -> None:
    task = _act(tx, c.task, "report")
    if c.file in {file.id for file in task.files}:
        raise Refused("exists")
    if len(task.files) >= tasks.MOST_FILES:
        raise Refused("task.too-many-files", most=tasks.MOST_FILES)
    task.files = [*task.files, TaskFile(c.file, c.name, c.kind, c.sha256, c.size, tx.actor.user)]


@handles(ReportTask)
def report(tx: Tx, c: ReportTask) -> None:
    task = _act(tx, c.task, "report")
    tasks.check_files(c.files, task.files)
    task.percent = c.percent
    _write(tx, task, "report", c.text.strip(), percent=c.percent, files=c.files)


@handles(AskForTime)
def ask_time(tx: Tx, c: AskForTime) -> None:
    task = _act(tx, c.task, "ask-time")
    tasks.check_more_time(c.until, task.deadline, tx.now)
    task.asked_until = c.until
    _write(tx, task, "ask-time", tasks.need_reason(c.reason), until=c.until)


@handles(AnswerForTime)
def answer_time(tx: Tx, c: AnswerForTime) -> None:
    task = _act(tx, c.task, "answer-time")
    if task.asked_until is None:
        raise Refused("task.nothing-asked")
    if c.granted:
        until = c.until or task.asked_until
        tasks.check_more_time(until, task.deadline, tx.now)
        task.deadline = until
        _write(tx, task, "grant-time", c.reason.strip(), until=until)
        task_letters.deadline_moved(tx, task)
    else:
        _write(tx, task, "refuse-time", tasks.need_reason(c.reason))
    task.asked_until = None


@handles(FinishTask)
def finish(tx: Tx, c: FinishTask) -> None:
    task = _act(tx, c.task, "finish")
    tasks.check_files(c.files, task.files)
    task.done_at, task.percent, task.outcome, task.asked_until = tx.now, 100, c.outcome.strip(), None
    _write(tx, task, "finish", task.outcome, percent=100, files=c.files)
    task_letters.waits_no_more(tx, task)


@handles(ConfirmTask)
def confirm(tx: Tx, c: ConfirmTask) -> None:
    task = _act(tx, c.task, "confirm")
    _write(tx, task, "confirm", c.text.strip())
    task.closed_at = tx.now


@handles(ReturnTask)
def send_back(tx: Tx, c: ReturnTask) -> None:
    task = _act(tx, c.task, "return")
    task.done_at = None
    _write(tx, task, "return", tasks.need_reason(c.reason))
    task_letters.to_be_done_again(tx, task)


@handles(CancelTask)
def cancel(tx: Tx, c: CancelTask) -> None:
    task = _act(tx, c.task, "cancel")
    _write(tx, task, "cancel", tasks.need_reason(c.reason))
    task_letters.waits_no_more(tx, task)
    task.closed_at = tx.now


def _act(tx: Tx, key: str, act: Act) -> Task:
    """The task in the state after the act; it does not exist for whoever has no part in it."""
    task = tx.get(Task, key)
    groups = tx.actor.groups()
    if not records.parties(task) & groups:
        raise Refused("not-found")
    office = f"role:{OFFICE_SECRETARY}"
    stands = tasks.sides(groups, task.owner, task.collaborators, [*task.desk, office])
    task.state = tasks.next_state(act, task.state, stands)
    return task


def _write(
    tx: Tx,
    task: Task,
    act: str,
    text: str = "",
    *,
    percent: int | None = None,
    until: int | None = None,
    files: list[str] | None = None,
) -> None:
    user = tx.session.get(User, tx.actor.user)
    name = user.name if user else ""
    task.steps = [*task.steps, Step(tx.now, tx.actor.user, name, act, text, percent, until, files or [], tx.number)]


def _need_desk(tx: Tx, meeting: str) -> None:
    """A meeting's tasks are given by its chair and its secretaries, all others by the office's."""
    if not meeting:
        if not tx.actor.roles & {OFFICE_SECRETARY, SYSTEM}:
            raise Refused("not-allowed")
        return
    who = viewer(tx.session, tx.actor.user, meeting)
    if not takes_part(who, meeting):
        raise Refused("not-found")
    if not at_desk(who.roles):
        raise Refused("not-allowed")


def _desk_of(tx: Tx, meeting: str) -> list[str]:
    members = select(Member.user_id).where(
        Member.stream == meeting, Member.role.in_(("chair", "secretary")), ~Member.gone
    )
    found = set(tx.session.scalars(members)) if meeting else set()
    return sorted(f"user:{user}" for user in found | {tx.actor.user})


def _follow(tx: Tx, task: Task, plan: Plan) -> None:
    """The task says what the plan says. Refused("user.not-found") for somebody whom the office does not have."""
    people = [party.removeprefix("user:") for party in (plan.owner, *plan.collaborators) if party.startswith("user:")]
    users = {f"user:{user}": office_user(tx, user) for user in people}
    owner = users.get(plan.owner)
    task.title, task.owner, task.collaborators = plan.title.strip(), plan.owner, plan.collaborators
    task.deadline, task.basis, task.result = plan.deadline, plan.basis.strip(), plan.result.strip()
    task.answers = plan.answers.strip() or (owner.name if owner else "")
    task.unit = owner.unit if owner else plan.owner.removeprefix("unit:")
    task.names = {party: ", ".join(filter(None, (user.name, user.title))) for party, user in users.items()}


def _quoted(tx: Tx, meeting: str, quotation: Quotation) -> str:
    """The paper's title. What the task quotes its owner may read, so nothing of a secret paper is quoted."""
    paper = tx.session.get(Paper, quotation.paper)
    version = tx.session.get(Version, quotation.version)
    if paper is None or version is None or paper.stream != meeting or version.paper_id != paper.id:
        raise Refused("not-found")
    if paper.readers or paper.state != "published":
        raise Refused("task.paper-not-open")
    if quotation.page > version.pages:
        raise Refused("task.no-such-page", pages=version.pages)
    return paper.title
