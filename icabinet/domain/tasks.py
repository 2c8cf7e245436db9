"""Tasks (nhiệm vụ): what each state allows, who may do it, and the five clarities that every task has.

A task is given → accepted → done → confirmed. Somebody who asks for more time waits for an answer beside that; what was
done is confirmed or returned; until then the desk may cancel it, with a reason.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .errors import Refused
from .values import Id, Line, Quad

State = Literal["given", "accepted", "done", "confirmed", "cancelled"]
OPEN: frozenset[State] = frozenset({"given", "accepted", "done"})
Side = Literal["owner", "helper", "desk"]
"""Whom the task belongs to, who works on it with him, and who gave it: the desk of its meeting or the office."""
Act = Literal["accept", "report", "ask-time", "answer-time", "finish", "confirm", "return", "edit", "cancel"]
Party = Annotated[str, Meta(pattern="^(user:[A-Za-z0-9_-]{1,40}|unit:[^\\0]{1,300})\\Z")]
"""One person, or everybody of a unit."""


class Rule(msgspec.Struct, frozen=True):
    """When an act is allowed, by whom, and the state after it (None: as before)."""

    before: frozenset[State]
    by: frozenset[Side]
    after: State | None = None


_hands: frozenset[Side] = frozenset({"owner", "desk"})
_desk: frozenset[Side] = frozenset({"desk"})
RULES: dict[Act, Rule] = {
    "accept": Rule(frozenset({"given"}), _hands, "accepted"),
    "report": Rule(frozenset({"accepted"}), frozenset({"owner", "helper", "desk"})),
    "ask-time": Rule(frozenset({"given", "accepted"}), _hands),
    "answer-time": Rule(frozenset({"given", "accepted"}), _desk),
    "finish": Rule(frozenset({"accepted"}), _hands, "done"),
    "confirm": Rule(frozenset({"done"}), _desk, "confirmed"),
    "return": Rule(frozenset({"done"}), _desk, "accepted"),
    "edit": Rule(frozenset({"given", "accepted"}), _desk),
    "cancel": Rule(OPEN, _desk, "cancelled"),
}
"""The desk may also write down what an owner without a tablet tells it; the history names who wrote it."""


class Quotation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sentence of a paper that the task comes from; `quads` are where it stands, tenths of a PDF point."""

    paper: Id
    version: Id
    page: Annotated[int, Meta(ge=1, le=100_000)]
    text: Annotated[str, Meta(min_length=1, max_length=2000)]
    quads: Annotated[list[Quad], Meta(max_length=100)] = msgspec.field(default_factory=list)


class Step(msgspec.Struct, frozen=True):
    """One line of a task's history: when (ms), who, what; `until` is a deadline that was asked for or granted.

    `seq` is the number of its event.
    """

    at: int
    by: str
    name: str
    act: str
    text: str = ""
    percent: int | None = None
    until: int | None = None
    files: list[str] = msgspec.field(default_factory=list)
    seq: int = 0


class TaskFile(msgspec.Struct, frozen=True):
    """Bytes in `size`."""

    id: str
    name: str
    kind: str
    sha256: str
    size: int
    by: str


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a task says: the work, who does it and answers for it, until when (ms), and what must come of it."""

    title: Line
    owner: Party | Literal[""]
    answers: Annotated[str, Meta(max_length=300)] = ""
    collaborators: Annotated[list[Party], Meta(max_length=30)] = msgspec.field(default_factory=list)
    deadline: Annotated[int, Meta(ge=0, le=32_503_680_000_000)] = 0
    basis: Annotated[str, Meta(max_length=500)] = ""
    result: Annotated[str, Meta(max_length=1000)] = ""


Clarity = Literal["person", "work", "time", "responsibility", "result"]
CLARITIES: dict[Clarity, str] = {
    "person": "rõ người",
    "work": "rõ việc",
    "time": "rõ thời gian",
    "responsibility": "rõ trách nhiệm",
    "result": "rõ kết quả",
}
FEWEST_WORDS = 3
"""Of a work that can be understood without asking."""
MOST_FILES = 50


def unclear(plan: Plan, now: int) -> list[Clarity]:
    """Which of the five clarities the plan lacks at `now`, in their usual order.

    A person answers for his own work; for a unit's somebody must be named. A deadline that is over is none.
    """
    lacks: dict[Clarity, bool] = {
        "person": not plan.owner,
        "work": len(plan.title.split()) < FEWEST_WORDS,
        "time": plan.deadline <= now,
        "responsibility": not plan.owner.startswith("user:") and not plan.answers.strip(),
        "result": not plan.result.strip(),
    }
    return [clarity for clarity in CLARITIES if lacks[clarity]]


def check_clear(plan: Plan, now: int) -> None:
    """Refused("task.unclear") naming what is missing."""
    if lacking := unclear(plan, now):
        raise Refused("task.unclear", missing=", ".join(CLARITIES[clarity] for clarity in lacking))
    if plan.owner in plan.collaborators or len(set(plan.collaborators)) < len(plan.collaborators):
        raise Refused("task.twice")


def next_state(act: Act, state: State, sides: Collection[Side]) -> State:
    """The state after the act. Refused("task.closed"), ("task.not-yours") or ("task.not-now")."""
    rule = RULES[act]
    if not rule.by & set(sides):
        raise Refused("task.not-yours")
    if state not in OPEN:
        raise Refused("task.closed")
    if state not in rule.before:
        raise Refused("task.not-now")
    return rule.after or state


def check_more_time(until: int, deadline: int, now: int) -> None:
    """More time is later than what was given, and than now."""
    if until <= max(deadline, now):
        raise Refused("task.not-later")


def need_reason(reason: str) -> str:
    if not reason.strip():
        raise Refused("task.no-reason")
    return reason.strip()


def check_files(named: Sequence[str], attached: Sequence[TaskFile]) -> None:
    if not set(named) <= {file.id for file in attached}:
        raise Refused("task.no-file")


def sides(groups: Collection[str], owner: str, helpers: Collection[str], desk: Collection[str]) -> frozenset[Side]:
    """The sides on which somebody of these groups stands; none: the task does not exist for him."""
    found: dict[Side, bool] = {
        "owner": owner in groups,
        "helper": bool(set(helpers) & set(groups)),
        "desk": bool(set(desk) & set(groups)),
    }
    return frozenset(side for side, stands in found.items() if stands)
