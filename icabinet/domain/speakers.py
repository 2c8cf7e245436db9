"""The speaker queue: waiting → speaking → done, or withdrawn."""

from __future__ import annotations

from typing import Literal

from .errors import Refused

State = Literal["waiting", "speaking", "done", "withdrawn"]


def need(state: State, wanted: State) -> None:
    """Refused("speech.not-waiting") or Refused("speech.not-speaking") when the speech is somewhere else."""
    if state != wanted:
        raise Refused(f"speech.not-{wanted}", state=state)


def extended(deadline: int, seconds: int, now: int) -> int:
    """The new deadline (ms): more time counts from the old one, or from now when that has passed."""
    return max(deadline, now) + seconds * 1000
