"""The roles people have, in a meeting and in the office."""

from __future__ import annotations

from typing import Literal

Role = Literal["chair", "secretary", "delegate", "guest", "screen"]
OfficeRole = Literal["administrator", "secretary", "member"]


def counts(role: Role, votes: bool) -> bool:
    """Whether a member counts among the delegates: every delegate, and a chair who has a vote.

    Guests, secretaries, screens and a chair who only presides are listed apart.
    """
    return role == "delegate" or (role == "chair" and votes)
