"""Strokes on a new version of their paper: what the server found, and what their owner decides, a page at a time."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .base import Command, Id

Page = Annotated[int, Meta(ge=1, le=5000)]


class CarriedInk(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All strokes of one person on one page. `page`: where they are, or may be, in the new version; 0: unknown."""

    owner: Id
    from_version: Id
    from_page: int
    state: Literal["kept", "changed"]
    page: int = 0


class CarryInk(Command, frozen=True, tag="ink.carried"):
    """Sent by the worker that compares versions."""

    version: Id
    pages: Annotated[list[CarriedInk], Meta(min_length=1, max_length=200)]


class PlaceInk(Command, frozen=True, tag="ink.place"):
    """The owner puts his strokes of one page on a page of another version, where they lie on it as they lay before."""

    version: Id
    page: Page
    to_version: Id
    to_page: Page


class KeepInk(Command, frozen=True, tag="ink.stay"):
    """The owner leaves his strokes on the version on which they were drawn."""

    version: Id
    page: Page


Outside = PlaceInk | KeepInk
