"""Templates of meetings, kept by the office."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from ...domain.plans import MeetingPlan
from .row import Row, Wire


class MeetingTemplate(Row):
    __tablename__ = "meeting_template"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    plan: Mapped[MeetingPlan] = mapped_column(Wire(MeetingPlan))
