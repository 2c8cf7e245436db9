"""Work of earlier meetings that is not finished: how a task stood at a moment, read from its history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from .tasks import Step

TITLE = "Việc chưa xong của các kỳ họp trước"
CLOSING = ("confirm", "cancel")
DATING = ("give", "edit", "grant-time")
REPORTING = ("report", "finish")


class Stood(msgspec.Struct, frozen=True):
    """An open task as it stood then: `report` is what was said of it last, `events` the numbers of its steps."""

    deadline: int
    percent: int
    done: bool
    report: str
    reported_at: int | None
    events: tuple[tuple[int, int], ...]


def stood(steps: Iterable[Step], at: int) -> Stood | None:
    """None: not given yet at the moment `at` (ms), or closed by then. What was done waits for the desk's word."""
    told = [step for step in steps if step.at <= at]
    if not told or any(step.act in CLOSING for step in told):
        return None
    dated = [step.until for step in told if step.act in DATING and step.until]
    reports = [step for step in told if step.act in REPORTING]
    acts = [step.act for step in told if step.act in ("finish", "return")]
    done = bool(acts) and acts[-1] == "finish"
    last = reports[-1] if reports else None
    percents = [step.percent for step in reports if step.percent is not None]
    return Stood(
        deadline=dated[-1] if dated else 0,
        percent=percents[-1] if percents else 0,
        done=done,
        report=last.text if last else "",
        reported_at=last.at if last else None,
        events=tuple((step.seq, step.at) for step in told if step.seq),
    )


def is_overdue(one: Stood, at: int) -> bool:
    """What was reported done is late no more: it waits for the desk."""
    return not one.done and one.deadline < at


def summary(all_: Sequence[Stood], at: int) -> str:
    if not all_:
        return "Không còn việc chưa xong của các kỳ họp trước."
    late = sum(1 for one in all_ if is_overdue(one, at))
    overdue = f", trong đó {late} việc quá hạn" if late else ""
    return f"{TITLE}: {len(all_)} việc{overdue}."
