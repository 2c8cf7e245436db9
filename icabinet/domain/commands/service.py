"""Calls for service: water, paper, a technician."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from .base import Command, Id

ServiceKind = Literal["water", "paper", "technician", "other"]


class CallService(Command, frozen=True, tag="service.call"):
    call: Id
    kind: ServiceKind
    text: Annotated[str, Meta(max_length=300)] = ""


class FinishService(Command, frozen=True, tag="service.done"):
    """By the desk when it is brought, or by whoever called when it is needed no more."""

    call: Id


Outside = CallService | FinishService
