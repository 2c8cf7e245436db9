"""Notes and comments."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from ..sharing import Groups
from .base import Command, Id, Offset, Quads, Text


class AddNote(Command, frozen=True, tag="note.add"):
    """A passage (quads plus the W3C text-quote and text-position selectors) with a text of one's own."""

    note: Id
    version: Id
    page: Annotated[int, Meta(ge=1, le=5000)]
    quads: Quads
    exact: Text
    prefix: Annotated[str, Meta(max_length=64)] = ""
    suffix: Annotated[str, Meta(max_length=64)] = ""
    start: Offset = 0
    end: Offset = 0
    text: Text = ""
    colour: Literal["yellow", "green", "blue", "pink"] = "yellow"


class EditNote(Command, frozen=True, tag="note.edit"):
    note: Id
    text: Text


class ShareNote(Command, frozen=True, tag="note.share"):
    note: Id
    shared: bool
    named: Groups = field(default_factory=list)


class RemoveNote(Command, frozen=True, tag="note.remove"):
    note: Id


class AddComment(Command, frozen=True, tag="comment.add"):
    """`recorded`: its writer asks that it stands in the minutes (đề nghị ghi biên bản)."""

    comment: Id
    paper: Id
    text: Annotated[str, Meta(min_length=1, max_length=4000)]
    recorded: bool = False


class RemoveComment(Command, frozen=True, tag="comment.remove"):
    comment: Id


Outside = AddNote | EditNote | ShareNote | RemoveNote | AddComment | RemoveComment
