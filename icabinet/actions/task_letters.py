"""What a task says to whom: to its owner when it is given, before its deadline and after it; then to the desk, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import select

from ..clock import local
from ..domain.letters import DAY_MS
from ..domain.reminders import ReminderRule
from ..domain.wording import legal_date
from ..store.tables import Reminder, Task, User
from . import letters, reminders
from .reminders import Nudge, reminds
from .transaction import Tx

RULES = (ReminderRule(3 * 24 * 60, "everybody"), ReminderRule(24 * 60, "everybody"), ReminderRule(-60, "everybody"))
"""Three days and one day before the deadline, and an hour after it."""
_OF_USE = 30 * DAY_MS


def given(tx: Tx, task: Task) -> None:
    text = f"Hạn {_day(task)}. Kết quả cần đạt: {task.result}. Người giao: {task.steps[0].name}."
    told = [
        letters.Wanted(
            key=f"task.{task.id}.{user}", user=user, kind="task", title=f"Nhiệm vụ mới: {task.title}", text=text,
            link=_link(task), subject=task.id, until=task.deadline + _OF_USE,
        )
        for user in _people(tx, [task.owner, *task.collaborators])
    ]  # fmt: skip
    letters.nudge(tx, told)
    reminders.put(tx, "task", task.id, task.deadline, RULES)


def deadline_moved(tx: Tx, task: Task) -> None:
    reminders.move(tx, "task", task.id, task.deadline)


def to_be_done_again(tx: Tx, task: Task) -> None:
    reminders.put(tx, "task", task.id, task.deadline, RULES)


def waits_no_more(tx: Tx, task: Task) -> None:
    reminders.clear(tx, "task", task.id)
    letters.take_back(tx, task.id)


@reminds("task")
def _of_task(tx: Tx, row: Reminder) -> Iterable[Nudge]:
    """Before the deadline its owner and who works on it with him; after it whoever gave it as well."""
    task = tx.get(Task, row.subject_id)
    if task.state not in ("given", "accepted"):
        return
    late = row.minutes < 0
    told = [task.owner, *task.collaborators, *(task.desk if late else [])]
    title = f"{'Nhiệm vụ quá hạn' if late else 'Nhiệm vụ sắp đến hạn'}: {task.title}"
    text = f"Hạn {_day(task)}. Xin báo cáo tiến độ hoặc xin gia hạn trên trang nhiệm vụ."
    for user in _people(tx, told):
        yield Nudge(user=user, title=title, text=text, link=_link(task), until=task.deadline + _OF_USE, kind="task")


def _people(tx: Tx, parties: Iterable[str]) -> Iterator[str]:
    """Each once; of a unit everybody whose account is in use."""
    named = list(dict.fromkeys(parties))
    users = [party.removeprefix("user:") for party in named if party.startswith("user:")]
    units = [party.removeprefix("unit:") for party in named if party.startswith("unit:")]
    found = tx.session.scalars(select(User.id).where(User.active, User.unit.in_(units)).order_by(User.id))
    yield from dict.fromkeys([*users, *found])


def _link(task: Task) -> str:
    return f"/tasks/{task.id}"


def _day(task: Task) -> str:
    return legal_date(local(task.deadline))
