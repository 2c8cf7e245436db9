"""The marks that somebody may see on one version of a paper, as they are drawn into his copy of it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..documents.errand import DrawnMark
from ..domain import ink
from ..domain.audience import Viewer
from ..store.tables import Note, Row, Stroke, User, Version
from .records import records


def drawn_marks(session: Session, version: Version, who: Viewer) -> list[DrawnMark]:
    """His own and those shared with him, and no others: the same audiences are asked as for his tablet."""
    of_it = (Note.stream == version.stream, Note.version_id == version.id)
    notes = [note for note in session.scalars(select(Note).where(*of_it)) if _sees(note, who)]
    of_it = (Stroke.stream == version.stream, Stroke.version_id == version.id)
    strokes = [stroke for stroke in session.scalars(select(Stroke).where(*of_it)) if _sees(stroke, who)]
    authors = {note.author for note in notes} | {stroke.author for stroke in strokes}
    names = {user.id: user.name for user in session.scalars(select(User).where(User.id.in_(authors)))}
    marks = [_note(note, names) for note in notes] + [_stroke(stroke, names) for stroke in strokes]
    return sorted(marks, key=lambda mark: (mark.page, mark.at, mark.name))


def _sees(row: Row, who: Viewer) -> bool:
    groups = who.groups()
    return any(record.audience & groups for record in records(row).values())


def _note(note: Note, names: dict[str, str]) -> DrawnMark:
    return DrawnMark(
        name=note.id,
        page=note.page,
        author=names.get(note.author, ""),
        at=note.at,
        colour=note.colour,
        text=note.text,
        quads=[(x0, y0, x1, y1) for x0, y0, x1, y1 in note.quads],
    )


def _stroke(stroke: Stroke, names: dict[str, str]) -> DrawnMark:
    return DrawnMark(
        name=stroke.id,
        page=stroke.page,
        author=names.get(stroke.author, ""),
        at=stroke.at,
        colour=stroke.colour,
        points=ink.unpack(stroke.points),
        width=stroke.width,
    )
