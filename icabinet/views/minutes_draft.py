"""The shape of the minutes: blocks of text, each with the events it comes from."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..documents.minutes_docx import Attendee, VoteRow

BlockKind = Literal["heading", "paragraph", "attendance", "votes"]
OWN = "own:"
"""How the ids of the secretary's own paragraphs begin."""


class Trace(msgspec.Struct, frozen=True):
    """An event that a sentence rests on, of the meeting's own log or (`tasks`) of that of the register of tasks."""

    seq: int
    at: int
    tasks: bool = False


class Block(msgspec.Struct, frozen=True):
    """`text` is what stands in the minutes; `generated` what the log says; they differ only when `edited`.

    `outdated`: what is generated has changed since the secretary wrote. `own`: a paragraph of the secretary's.
    """

    id: str
    kind: BlockKind
    text: str
    generated: str
    edited: bool
    events: list[Trace]
    head: list[str] = []
    rows: list[list[str]] = []
    outdated: bool = False
    own: bool = False


class Correction(msgspec.Struct, frozen=True):
    """An accepted one."""

    number: int
    at: int
    former: str
    text: str
    reason: str


class Draft(msgspec.Struct, frozen=True):
    """The minutes of a meeting as they are now, `at` a position of its log. `digest` is of all its words."""

    at: int
    state: str
    title: str
    agency: str
    parent_agency: str
    started: str
    ended: str
    place: str
    attendance: str
    chair: Attendee | None
    secretary: Attendee | None
    delegates: list[Attendee]
    guests: list[Attendee]
    votes: dict[str, VoteRow]
    blocks: list[Block]
    digest: str = ""
    locked_at: int | None = None
    corrections: list[Correction] = []
