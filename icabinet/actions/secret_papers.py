"""Secret papers: whom they name, and who opened them when."""

from __future__ import annotations

from ..domain import papers
from ..domain.commands import LogOpening, NameReaders
from ..domain.errors import Refused
from ..store.tables import (
    Comment,
    InkPlace,
    Member,
    Note,
    Opening,
    Paper,
    Placement,
    Reading,
    Screen,
    Stroke,
    Version,
)
from .bus import handles
from .paper_files import known_readers
from .standing import need_going_on
from .transaction import Tx


@handles(NameReaders)
def name_readers(tx: Tx, c: NameReaders) -> None:
    """At any time before the end: whoever is not named any more loses the paper at once, with what quotes it."""
    need_going_on(tx)
    paper = tx.get(Paper, c.paper)
    readers = known_readers(tx, c.readers)
    if readers and tx.find(Screen, Screen.paper_id == paper.id, Screen.shows == "paper"):
        raise Refused("paper.on-screen")
    paper.readers = readers
    spread(tx, paper)


@handles(LogOpening)
def log_opening(tx: Tx, c: LogOpening) -> None:
    version = tx.get(Version, c.version)
    tx.add(Opening(id=c.opening, stream=tx.stream, paper_id=version.paper_id, user_id=c.user, at=tx.now))


def spread(tx: Tx, paper: Paper) -> None:
    """Its versions, notes and comments are seen, or vanish, with a paper: they quote it. So does who has read it.

    A version that was handed in and is not used yet stays the secretary's.
    """
    current = tx.get(Version, paper.version_id)
    for version in tx.find(Version, Version.paper_id == paper.id):
        version.readers, version.submitter = paper.readers, paper.submitter
        if version.number <= current.number:
            version.paper_state = paper.state
        for reading in tx.find(Reading, Reading.version_id == version.id):
            reading.secret = bool(paper.readers)
    _spread_marks(tx, paper)
    for comment in tx.find(Comment, Comment.paper_id == paper.id):
        comment.readers, comment.recalled = paper.readers, paper.state == "recalled"


def _spread_marks(tx: Tx, paper: Paper) -> None:
    """Whoever may not read the paper any more finds neither his notes nor his strokes on it."""
    members = {member.user_id: member for member in tx.find(Member)}

    def hidden(author: str) -> bool:
        member = members.get(author)
        role, unit = (member.role, member.unit) if member else (None, "")
        return paper.state == "recalled" or not papers.reads(paper.readers, author, role, unit)

    for note in tx.find(Note, Note.paper_id == paper.id):
        note.readers, note.recalled = paper.readers, hidden(note.author)
        place = tx.seek(Placement, note.id)
        if place is not None:
            place.recalled = note.recalled
    for stroke in tx.find(Stroke, Stroke.paper_id == paper.id):
        stroke.readers, stroke.recalled = paper.readers, hidden(stroke.author)
    for ink_place in tx.find(InkPlace, InkPlace.paper_id == paper.id):
        ink_place.recalled = hidden(ink_place.owner)
