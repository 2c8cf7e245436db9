"""A file becomes a paper, or the next version of one: alike for what the secretary adds and what is handed in."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain import papers
from ..domain.commands.papers import FileCommand
from ..domain.errors import Refused
from ..store.tables import Member, Paper, Version
from .paper_order import in_place
from .transaction import Tx


def lay_down(tx: Tx, paper: Paper, file: FileCommand) -> None:
    """A new paper, last in its place, with its first version."""
    paper.position = max((other.position for other in in_place(tx, paper.item_id)), default=-1) + 1
    tx.add(paper)
    add_version(tx, paper, file, 1).paper_state = paper.state


def add_version(tx: Tx, paper: Paper, file: FileCommand, number: int) -> Version:
    """Seen by the secretary alone (and whoever hands it in) until the paper itself is shown with it."""
    return tx.add(
        Version(
            id=file.version,
            stream=tx.stream,
            paper_id=paper.id,
            number=number,
            name=file.name,
            kind=file.kind,
            sha256=file.sha256,
            size=file.size,
            readers=paper.readers,
            submitter=paper.submitter,
        )
    )


def need_ready(tx: Tx, paper: Paper, version: str = "") -> Version:
    """The version (without a name: the paper's own). Refused("paper.processing"), Refused("paper.failed")."""
    row = tx.get(Version, version or paper.version_id)
    if row.state != "ready":
        raise Refused(f"paper.{row.state}", title=paper.title)
    return row


def known_readers(tx: Tx, readers: Iterable[str]) -> list[str]:
    """Each once, in one order. Refused("paper.reader-unknown") for whoever has no part in the meeting."""
    named = sorted(set(readers))
    members = tx.find(Member)
    papers.check_readers(named, (m.user_id for m in members), (m.unit for m in members))
    return named
