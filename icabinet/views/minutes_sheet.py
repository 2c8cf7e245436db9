"""The drawn minutes of the meetings that were asked for last, and what changed in them since somebody looked."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict

import msgspec
from sqlalchemy.orm import Session

from .minutes import drafted
from .minutes_draft import Block, Draft
from .minutes_sources import Sources
from .minutes_writer import Parts


class News(msgspec.Struct, frozen=True):
    """`blocks` are those which changed since the mark that was asked with; `order` names all, None: as it was.

    `mark` is what to ask with next time.
    """

    draft: Draft
    mark: str
    order: list[str] | None
    blocks: list[Block]


class _Sheet:
    """One meeting. Every draft that differs from the last has a number; each block bears that of its last change."""

    def __init__(self, meeting: str) -> None:
        self.lock = threading.Lock()
        self._sources, self._parts = Sources(meeting), Parts()
        self._name = secrets.token_hex(4)
        self._number = 0
        self._blocks: dict[str, tuple[int, Block]] = {}
        self._order: tuple[int, list[str]] = (0, [])

    def news(self, session: Session, mark: str) -> News:
        draft = self._draft(session)
        self._take(draft)
        name, _, number = mark.partition(".")
        since = int(number) if name == self._name and number.isdecimal() else 0
        changed = [block for at, block in self._blocks.values() if at > since]
        ordered, order = self._order
        return News(draft, f"{self._name}.{self._number}", order if ordered > since else None, changed)

    def _draft(self, session: Session) -> Draft:
        """What was read only in part is forgotten: the log is read on from where it was left."""
        try:
            return drafted(session, self._sources, self._parts)
        except BaseException:
            self._sources, self._parts = Sources(self._sources.meeting_id), Parts()
            raise

    def _take(self, draft: Draft) -> None:
        number = self._number + 1
        blocks = {block.id: self._dated(block, number) for block in draft.blocks}
        order = list(blocks)
        if order != self._order[1]:
            self._order = (number, order)
        if self._order[0] == number or any(at == number for at, _ in blocks.values()):
            self._number = number
        self._blocks = blocks

    def _dated(self, block: Block, number: int) -> tuple[int, Block]:
        former = self._blocks.get(block.id)
        return former if former is not None and former[1] == block else (number, block)


class Sheets:
    """Only for sessions that see nothing but what was committed: a rolled back event would stay here."""

    def __init__(self, most: int = 8) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, _Sheet] = OrderedDict()

    def news(self, session: Session, meeting: str, mark: str = "") -> News:
        sheet = self._of(meeting)
        with sheet.lock:
            return sheet.news(session, mark)

    def _of(self, meeting: str) -> _Sheet:
        with self._lock:
            sheet = self._kept.pop(meeting, None) or _Sheet(meeting)
            self._kept[meeting] = sheet
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
            return sheet
