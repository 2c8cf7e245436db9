"""Papers: uploaded, made readable, published, recalled."""

from __future__ import annotations

from ..domain.commands import (
    AddPaper,
    FinishIndexing,
    FinishPaper,
    PublishPapers,
    ReadPaperAgain,
    RecallPaper,
    RemovePaper,
    RetitlePaper,
)
from ..domain.errors import Refused
from ..store.tables import Comment, InkPlace, Note, Opening, Paper, Placement, Reading, Stroke, Version
from .bus import handles
from .paper_files import known_readers, lay_down, need_ready
from .paper_order import need_place
from .secret_papers import spread
from .standing import need_going_on
from .transaction import Tx


@handles(AddPaper)
def add(tx: Tx, c: AddPaper) -> None:
    need_going_on(tx)
    need_place(tx, c.item)
    paper = Paper(
        id=c.paper,
        stream=tx.stream,
        item_id=c.item,
        title=c.title,
        version_id=c.version,
        readers=known_readers(tx, c.readers),
    )
    lay_down(tx, paper, c)


@handles(FinishPaper)
def finish(tx: Tx, c: FinishPaper) -> None:
    """The worker may come back twice after a crash; the second word is not heard.

    What could be read before and cannot be read again stays as it was.
    """
    version = tx.seek(Version, c.version)
    if version is None or not (version.state == "processing" or version.work):
        return
    version.work = "" if c.reason else c.work
    if c.reason and version.state == "ready":
        version.reason, version.message = c.reason, c.message
        return
    version.state = "failed" if c.reason else "ready"
    version.reason, version.message = c.reason, c.message
    version.reading, version.pages, version.warnings = c.reading, c.pages, c.warnings
    version.indexed = False


@handles(FinishIndexing)
def finish_indexing(tx: Tx, c: FinishIndexing) -> None:
    """The worker comes back after every start; the version may be gone, or be read once more, meanwhile."""
    version = tx.seek(Version, c.version)
    if version is not None and version.state == "ready":
        version.indexed = True


@handles(ReadPaperAgain)
def read_again(tx: Tx, c: ReadPaperAgain) -> None:
    """A paper that people have in hand keeps its pages: only the letters in its pictures are looked for again."""
    version = tx.get(Version, tx.get(Paper, c.paper).version_id)
    if version.state == "processing" or version.work:
        return
    version.reason = version.message = ""
    if version.state == "ready" and version.paper_state == "published":
        version.work = "recognise"
    else:
        version.state = "processing"


@handles(RetitlePaper)
def retitle(tx: Tx, c: RetitlePaper) -> None:
    """Not after the end: the minutes name the papers that were there."""
    need_going_on(tx)
    tx.get(Paper, c.paper).title = c.title


@handles(PublishPapers)
def publish(tx: Tx, c: PublishPapers) -> None:
    """All or none: one paper that cannot be read yet holds the others back, so that nobody sees half a packet."""
    need_going_on(tx)
    for paper in [tx.get(Paper, id_) for id_ in c.papers]:
        if paper.state == "submitted":
            raise Refused("paper.not-approved", title=paper.title)
        need_ready(tx, paper)
        set_state(tx, paper, "published")
        paper.published_at, paper.recalled_at, paper.recall_reason = tx.now, None, ""


@handles(RecallPaper)
def recall(tx: Tx, c: RecallPaper) -> None:
    """Gone from every tablet at once, kept for the record; it may be published again."""
    paper = tx.get(Paper, c.paper)
    if paper.state != "published":
        raise Refused("paper.not-published")
    reason = c.reason.strip()
    if not reason:
        raise Refused("paper.recall-reason")
    set_state(tx, paper, "recalled")
    paper.published_at, paper.recalled_at, paper.recall_reason = None, tx.now, reason


@handles(RemovePaper)
def remove(tx: Tx, c: RemovePaper) -> None:
    paper = tx.get(Paper, c.paper)
    if paper.state != "draft":
        raise Refused("paper.not-draft")
    drop(tx, paper)


def drop(tx: Tx, paper: Paper) -> None:
    """The paper with everything that hangs on it; for one that nobody but the desk has seen."""
    for version in tx.find(Version, Version.paper_id == paper.id):
        for reading in tx.find(Reading, Reading.version_id == version.id):
            tx.remove(reading)
        tx.remove(version)
    for note in tx.find(Note, Note.paper_id == paper.id):
        tx.remove(note)
    for place in tx.find(Placement, Placement.paper_id == paper.id):
        tx.remove(place)
    for stroke in tx.find(Stroke, Stroke.paper_id == paper.id):
        tx.remove(stroke)
    for ink_place in tx.find(InkPlace, InkPlace.paper_id == paper.id):
        tx.remove(ink_place)
    for comment in tx.find(Comment, Comment.paper_id == paper.id):
        tx.remove(comment)
    for opening in tx.find(Opening, Opening.paper_id == paper.id):
        tx.remove(opening)
    tx.remove(paper)


def set_state(tx: Tx, paper: Paper, state: str) -> None:
    """With everything that is seen, or vanishes, with the paper."""
    paper.state = state
    spread(tx, paper)
