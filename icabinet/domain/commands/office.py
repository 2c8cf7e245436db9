"""The office: its people."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..people import OfficeRole
from .base import Address, Command, Id, Line, Text


class CreateUser(Command, frozen=True, tag="user.create"):
    user: Id
    login: Annotated[str, Meta(pattern="^[a-z0-9._-]{2,40}\\Z")]
    name: Line
    title: Text = ""
    unit: Text = ""
    role: OfficeRole = "member"
    email: Address = ""


class UpdateUser(Command, frozen=True, tag="user.update"):
    """No `email`: it stays as it is."""

    user: Id
    name: Line
    title: Text
    unit: Text
    role: OfficeRole
    active: bool
    email: Address | None = None


class SetPassword(Command, frozen=True, tag="user.password"):
    """Sent by the server after hashing; never accepted from outside."""

    user: Id
    hash: str


Outside = CreateUser | UpdateUser
