"""The big screens, steered from the chair's and the secretary's desk."""

from __future__ import annotations

from ..domain import screens
from ..domain.commands import RemoveScreen, SetScreen
from ..domain.errors import Refused
from ..store.tables import Paper, Screen, Version
from .bus import handles
from .transaction import Tx


@handles(SetScreen)
def set_screen(tx: Tx, c: SetScreen) -> None:
    """Only a published paper can be put on a wall. The room may be told something before and after the meeting, too."""
    screens.check_message(c.shows, c.text)
    if c.shows == "paper" and c.paper is not None:
        _check_paper(tx, c.paper, c.page)
    screen = tx.seek(Screen, screen_key(tx.stream, c.screen))
    if screen is None or screen.name != c.name:
        screens.check_name(c.name, (other.name for other in tx.find(Screen) if other is not screen))
    screen = screen or _added(tx, c)
    screen.name, screen.shows, screen.text = c.name, c.shows, c.text.strip()
    screen.paper_id, screen.page, screen.part = c.paper, c.page, c.part


@handles(RemoveScreen)
def remove(tx: Tx, c: RemoveScreen) -> None:
    tx.remove(tx.get(Screen, screen_key(tx.stream, c.screen)))


def screen_key(stream: str, screen: str) -> str:
    """Screens have short names for their addresses, the same in many meetings."""
    return f"{stream}.{screen}"


def _added(tx: Tx, c: SetScreen) -> Screen:
    others = tx.find(Screen)
    screens.check_room_for(len(others))
    position = max((other.position for other in others), default=-1) + 1
    return tx.add(
        Screen(
            id=screen_key(tx.stream, c.screen),
            stream=tx.stream,
            screen_id=c.screen,
            position=position,
            name=c.name,
            shows=c.shows,
            text=c.text,
            paper_id=c.paper,
            page=c.page,
            part=c.part,
        )
    )


def _check_paper(tx: Tx, paper: str, page: int) -> None:
    row = tx.get(Paper, paper)
    if row.state != "published":
        raise Refused("paper.not-published")
    if row.readers:
        raise Refused("screen.paper-secret")
    screens.check_page(page, tx.get(Version, row.version_id).pages)
