"""Secret papers: whom they name, and who opened them when."""

from __future__ import annotations

from ..domain import papers
from ..domain.commands import LogOpening, NameReaders
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended
from ..store.tables import Comment, Meeting, Member, Note, Opening, Paper, Placement, Reading, Screen, Version
from .bus import handles
from .transaction import Tx


@handles(NameReaders)
def name_readers(tx: Tx, c: NameReaders) -> None:
    """At any time before the end: whoever is not named any more loses the paper at once, with what quotes it."""
    need_not_ended(tx.get(Meeting, tx.stream).state)
    paper = tx.get(Paper, c.paper)
    readers = sorted(set(c.readers))
    members = tx.find(Member)
    papers.check_readers(readers, (m.user_id for m in members), (m.unit for m in members))
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
    members = {member.user_id: member for member in tx.find(Member)}
    for note in tx.find(Note, Note.paper_id == paper.id):
        author = members.get(note.author)
        role, unit = (author.role, author.unit) if author else (None, "")
        may_read = papers.reads(paper.readers, note.author, role, unit)
        note.readers, note.recalled = paper.readers, paper.state == "recalled" or not may_read
        place = tx.seek(Placement, note.id)
        if place is not None:
            place.recalled = note.recalled
    for comment in tx.find(Comment, Comment.paper_id == paper.id):
        comment.readers, comment.recalled = paper.readers, paper.state == "recalled"
