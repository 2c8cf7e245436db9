"""The life of a meeting: prepared → running ⇄ paused → ended."""

from __future__ import annotations

from typing import Literal

from .errors import Refused

State = Literal["prepared", "running", "paused", "ended"]
Step = Literal["start", "pause", "resume", "end", "call-off"]

STEPS: dict[Step, tuple[frozenset[State], State]] = {
    "start": (frozenset({"prepared"}), "running"),
    "pause": (frozenset({"running"}), "paused"),
    "resume": (frozenset({"paused"}), "running"),
    "end": (frozenset({"running", "paused"}), "ended"),
    "call-off": (frozenset({"prepared"}), "ended"),
}


def step(state: State, to: Step) -> State:
    """The state after the step; Refused("meeting.cannot-…") when the meeting is not where the step begins."""
    allowed, after = STEPS[to]
    if state not in allowed:
        raise Refused(f"meeting.cannot-{to}", state=state)
    return after


def planned(starts_at: int, ends_at: int | None) -> int | None:
    """The planned end, if there is one; Refused("meeting.ends-before")."""
    if ends_at is not None and ends_at <= starts_at:
        raise Refused("meeting.ends-before")
    return ends_at


def need_running(state: State) -> None:
    if state != "running":
        raise Refused("meeting.not-running", state=state)


def need_not_ended(state: State) -> None:
    if state == "ended":
        raise Refused("meeting.ended")
