"""Calls for service."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from ...domain.commands.service import ServiceKind
from .row import Row


class ServiceCall(Row):
    __tablename__ = "service_call"
    id: Mapped[str] = mapped_column(primary_key=True)
    stream: Mapped[str] = mapped_column(index=True)
    user_id: Mapped[str]
    kind: Mapped[ServiceKind] = mapped_column(Text)
    text: Mapped[str]
    at: Mapped[int]
    done_at: Mapped[int | None] = mapped_column(default=None)
    done_by: Mapped[str] = mapped_column(default="")
