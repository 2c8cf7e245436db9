"""Notes on a new version of their paper: what the server found, and what the owner decides."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .base import Command, Id, Offset, Quad, Quads, Text

Context = Annotated[str, Meta(max_length=64)]
Page = Annotated[int, Meta(ge=1, le=5000)]


class Carried(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One note in the new version; `lost` has no place. `from_version`: where it stood when it was looked for."""

    note: Id
    from_version: Id
    state: Literal["kept", "moved", "changed", "lost"]
    page: int = 0
    quads: list[Quad] = []
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0


class CarryNotes(Command, frozen=True, tag="note.carried"):
    """Sent by the worker that compares versions."""

    version: Id
    notes: Annotated[list[Carried], Meta(min_length=1, max_length=200)]


class TakePlace(Command, frozen=True, tag="note.take"):
    """The owner agrees with the place that was proposed in this version."""

    note: Id
    version: Id


class PlaceNote(Command, frozen=True, tag="note.place"):
    """The owner marks the passage in this version himself."""

    note: Id
    version: Id
    page: Page
    quads: Quads
    exact: Text
    prefix: Context = ""
    suffix: Context = ""
    start: Offset = 0
    end: Offset = 0


class KeepNote(Command, frozen=True, tag="note.stay"):
    """The owner leaves the note on the version on which it was made."""

    note: Id


Outside = TakePlace | PlaceNote | KeepNote
