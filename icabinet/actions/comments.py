"""Comments on papers, seen by everyone in the meeting."""

from __future__ import annotations

from ..domain.commands import AddComment, RemoveComment
from ..domain.errors import Refused
from ..domain.meetings import need_not_ended
from ..store.tables import Comment, Meeting
from .bus import handles
from .reach import readable_paper
from .transaction import Tx


@handles(AddComment)
def add(tx: Tx, c: AddComment) -> None:
    need_not_ended(tx.get(Meeting, tx.stream).state)
    paper = readable_paper(tx, c.paper)
    text = c.text.strip()
    if not text:
        raise Refused("comment.empty")
    comment = Comment(
        id=c.comment,
        stream=tx.stream,
        paper_id=paper.id,
        author=tx.actor.user,
        text=text,
        at=tx.now,
        readers=paper.readers,
        recorded=c.recorded,
    )
    comment.recalled = paper.state != "published"  # it quotes what nobody else may read yet, or any more
    tx.add(comment)


@handles(RemoveComment)
def remove(tx: Tx, c: RemoveComment) -> None:
    comment = tx.get(Comment, c.comment)
    if comment.author != tx.actor.user:
        raise Refused("comment.not-yours")
    need_not_ended(tx.get(Meeting, tx.stream).state)
    tx.remove(comment)
