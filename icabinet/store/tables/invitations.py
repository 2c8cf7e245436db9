"""Answers to the invitation, and the room's own rules."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.invitations import Answer, Policy, State
from .row import Row


class Invitation(Row):
    """What one member answered. `moved_vote`: his vote went to the substitute and returns when that is revoked.

    Name and place of the substitute are kept as they were, for the minutes.
    """

    __tablename__ = "invitation"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    user_id: Mapped[str]
    answer: Mapped[Answer] = mapped_column(Text)
    state: Mapped[State] = mapped_column(Text)
    at: Mapped[int]
    reason: Mapped[str] = mapped_column(default="")
    substitute_id: Mapped[str] = mapped_column(default="")
    substitute_name: Mapped[str] = mapped_column(default="")
    substitute_place: Mapped[str] = mapped_column(default="")
    authority: Mapped[bool] = mapped_column(default=False)
    moved_vote: Mapped[bool] = mapped_column(default=False)
    decided_at: Mapped[int | None] = mapped_column(default=None)
    decision: Mapped[str] = mapped_column(default="")


class RoomRules(Row):
    """One a meeting; it has the meeting's name. `secret` makes the codes of domain.check_in and is never shown."""

    __tablename__ = "room_rules"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    secret: Mapped[bytes]
    substitutes: Mapped[Policy] = mapped_column(Text, default="accepted")
    code_needed: Mapped[bool] = mapped_column(default=False)
