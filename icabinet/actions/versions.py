"""Later versions of a paper: handed in, used, withdrawn."""

from __future__ import annotations

from ..domain.commands import AddVersion, RemoveVersion, UseVersion
from ..domain.errors import Refused
from ..domain.versions import next_number, replaces
from ..store.tables import InkPlace, Note, Paper, Placement, Reading, Screen, Stroke, Version
from .bus import handles
from .paper_files import add_version, need_ready
from .standing import need_going_on
from .transaction import Tx


@handles(AddVersion)
def add(tx: Tx, c: AddVersion) -> None:
    """One version waits at a time; one that could not be read makes room for the next."""
    need_going_on(tx)
    paper = tx.get(Paper, c.paper)
    current = tx.get(Version, paper.version_id)
    versions = tx.find(Version, Version.paper_id == paper.id)
    waiting = [(version.number, version.state) for version in versions if version.number > current.number]
    number = next_number(current.number, waiting)
    for version in versions:
        if version.number > current.number:
            _drop(tx, version)
    if any(version.sha256 == c.sha256 for version in versions if version.id == current.id):
        raise Refused("version.same-file")
    add_version(tx, paper, c, number)


@handles(UseVersion)
def use(tx: Tx, c: UseVersion) -> None:
    need_going_on(tx)
    paper = tx.get(Paper, c.paper)
    version = tx.get(Version, c.version)
    if version.paper_id != paper.id:
        raise Refused("not-found")
    replaces(tx.get(Version, paper.version_id).number, version.number)
    need_ready(tx, paper, version.id)
    paper.version_id = version.id
    version.paper_state = paper.state
    if paper.state == "published":
        paper.published_at = tx.now
    for screen in tx.find(Screen, Screen.paper_id == paper.id):
        screen.page = min(screen.page, version.pages)


@handles(RemoveVersion)
def remove(tx: Tx, c: RemoveVersion) -> None:
    version = tx.get(Version, c.version)
    current = tx.get(Version, tx.get(Paper, version.paper_id).version_id)
    replaces(current.number, version.number)
    _drop(tx, version)


def _drop(tx: Tx, version: Version) -> None:
    """With what its one reader, the secretary, has noted on it."""
    for note in tx.find(Note, Note.version_id == version.id):
        place = tx.seek(Placement, note.id)
        if place is not None:
            tx.remove(place)
        tx.remove(note)
    for stroke in tx.find(Stroke, Stroke.version_id == version.id):
        tx.remove(stroke)
    for ink_place in tx.find(InkPlace, InkPlace.version_id == version.id):
        tx.remove(ink_place)
    for reading in tx.find(Reading, Reading.version_id == version.id):
        tx.remove(reading)
    tx.remove(version)
