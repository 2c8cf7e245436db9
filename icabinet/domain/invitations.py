"""Answers to the invitation, and who may stand in for whom."""

from __future__ import annotations

from typing import Literal

from .errors import Refused
from .people import Role

Answer = Literal["attend", "decline", "substitute"]
State = Literal["given", "asked", "accepted", "refused", "revoked"]
"""`given` needs nobody's consent; a substitution is asked for, accepted or refused, and may be revoked later."""
Policy = Literal["accepted", "free", "none"]
"""How substitutes come in: when the chair accepts them, at once, or not at all."""


def check(answer: Answer, reason: str, policy: Policy) -> None:
    """Whoever declines says why; nobody sends a substitute where the meeting has none."""
    if answer == "decline" and not reason.strip():
        raise Refused("invitation.reason")
    if answer == "substitute" and policy == "none":
        raise Refused("substitute.none")


def check_pair(role: Role, stands_for: str, principal: str, substitute: str) -> None:
    """A chair is replaced by the office and not by a substitute; a substitute sends no other one in his place."""
    if not substitute:
        raise Refused("substitute.whom")
    if substitute == principal:
        raise Refused("substitute.oneself")
    if role not in ("delegate", "guest"):
        raise Refused("substitute.role")
    if stands_for:
        raise Refused("substitute.chain")


def first_state(answer: Answer, policy: Policy) -> State:
    return "asked" if answer == "substitute" and policy == "accepted" else "given"


def need_asked(state: State) -> None:
    if state != "asked":
        raise Refused("substitute.not-asked", state=state)
