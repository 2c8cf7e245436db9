"""The way of a paper that was asked for: asked → submitted → approved, or returned → submitted again."""

from __future__ import annotations

from typing import Literal

import msgspec

from .errors import Refused

State = Literal["asked", "submitted", "returned", "approved"]


class Round(msgspec.Struct, frozen=True):
    """One submission: when (ms) and by whom, whether after the deadline, and why it was sent back, if it was."""

    at: int
    by: str
    late: bool
    reason: str = ""


def need_open(state: State) -> None:
    """Refused("request.approved"): what was approved is the secretary's paper now."""
    if state == "approved":
        raise Refused("request.approved")


def need_submitted(state: State) -> None:
    if state != "submitted":
        raise Refused("request.nothing-submitted")


def returned(rounds: list[Round], reason: str) -> list[Round]:
    """The last submission with the reason for which it was sent back."""
    if not reason:
        raise Refused("request.no-reason")
    return [*rounds[:-1], msgspec.structs.replace(rounds[-1], reason=reason)]
