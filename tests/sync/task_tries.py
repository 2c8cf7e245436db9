"""What the commands about tasks look like when somebody tries them, and the whole way of one task."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from icabinet.domain import commands as c
from icabinet.domain.commands import Command
from icabinet.domain.tasks import Plan

Draw = Callable[[Sequence[Any]], Any]
new = itertools.count()
LATER = 4_000_000_000_000
jobs = ["j1", "j2", "j9"]


def work(d: Draw) -> Plan:
    """The last owner's work has no result to expect, and so is not clear."""
    owner = d(["user:d1", "user:outsider", "unit:Sở Tư pháp", ""])
    helpers = d([[], ["user:d2"]])
    return Plan(
        title="Trình đề án nhân lực",
        owner=owner,
        answers="Giám đốc",
        collaborators=helpers,
        deadline=LATER,
        result="Đề án",
    )


OF_A_MEETING = (c.DismissCandidate, c.RestoreCandidate)
TASK_TRIES: dict[type[Command], Callable[[Draw], Command]] = {
    c.CreateTask: lambda d: c.CreateTask(
        task=d(["j1", "j2"]), plan=work(d), meeting=d(["m1", "m1", ""]), item=d(["", "i1"])
    ),
    c.EditTask: lambda d: c.EditTask(task=d(jobs), plan=work(d)),
    c.AcceptTask: lambda d: c.AcceptTask(task=d(jobs)),
    c.AttachFile: lambda d: c.AttachFile(
        task=d(jobs), file=f"f{next(new)}", name="b.pdf", kind="pdf", sha256="cc" * 32, size=6
    ),
    c.ReportTask: lambda d: c.ReportTask(task=d(jobs), text="Đang làm", percent=d([0, 40])),
    c.AskForTime: lambda d: c.AskForTime(task=d(jobs), until=d([1, LATER + 5]), reason="Chờ ý kiến"),
    c.AnswerForTime: lambda d: c.AnswerForTime(task=d(jobs), granted=d([True, False]), reason=d(["", "Không kịp"])),
    c.FinishTask: lambda d: c.FinishTask(task=d(jobs), outcome="Đã xong"),
    c.ConfirmTask: lambda d: c.ConfirmTask(task=d(jobs)),
    c.ReturnTask: lambda d: c.ReturnTask(task=d(jobs), reason="Thiếu số liệu"),
    c.CancelTask: lambda d: c.CancelTask(task=d(jobs[:2]), reason="Trùng việc"),
    c.DismissCandidate: lambda d: c.DismissCandidate(candidate=d(["x1", "x2"])),
    c.RestoreCandidate: lambda d: c.RestoreCandidate(candidate=d(["x1", "x2"])),
}  # fmt: skip

_plan = Plan(
    title="Lập danh sách vị trí", owner="user:d1", collaborators=["user:d2"], deadline=LATER, result="Danh sách"
)
ONE_TASK: list[tuple[str, Command]] = [
    ("secretary", c.CreateTask(task="j9", plan=_plan, meeting="m1", item="i1")),
    ("d1", c.AskForTime(task="j9", until=LATER + 1, reason="Chờ số liệu")),
    ("chair", c.AnswerForTime(task="j9", granted=True)),
    ("d1", c.AcceptTask(task="j9")),
    ("d2", c.AttachFile(task="j9", file="f1", name="b.pdf", kind="pdf", sha256="cc" * 32, size=6)),
    ("d2", c.ReportTask(task="j9", text="Được một nửa", percent=50, files=["f1"])),
    ("chair", c.EditTask(task="j9", plan=msgspec.structs.replace(_plan, owner="unit:Sở Tư pháp", answers="Giám đốc"))),
    ("secretary", c.EditTask(task="j9", plan=_plan)),
    ("d1", c.FinishTask(task="j9", outcome="Đã lập")),
    ("chair", c.ReturnTask(task="j9", reason="Thiếu hai phường")),
    ("d1", c.FinishTask(task="j9", outcome="Đã lập đủ")),
    ("secretary", c.ConfirmTask(task="j9")),
    ("secretary", c.CreateTask(task="j8", plan=_plan)),
    ("secretary", c.CancelTask(task="j8", reason="Trùng việc")),
    ("secretary", c.DismissCandidate(candidate="x9")),
    ("chair", c.RestoreCandidate(candidate="x9")),
]
"""The whole way of a task, in the stream of tasks."""
