"""The secretary's sheet of minutes: keeps what it was told and asks only for what has changed."""

from __future__ import annotations

from icabinet.store.database import Database
from icabinet.views.minutes import draft
from icabinet.views.minutes_draft import Block, Draft
from icabinet.views.minutes_sheet import Sheets
from tests.rooms import MEETING


class MinutesReader:
    def __init__(self, db: Database) -> None:
        self.db = db
        self.sheets = Sheets()
        self.mark = ""
        self.blocks: dict[str, Block] = {}
        self.order: list[str] = []

    def look(self) -> Draft:
        news = self.db.read(lambda s: self.sheets.news(s, MEETING, self.mark))
        self.mark = news.mark
        self.blocks |= {block.id: block for block in news.blocks}
        self.order = self.order if news.order is None else news.order
        return news.draft

    def checked(self) -> Draft:
        """What is kept and what was told say the same as minutes that are written anew."""
        kept, fresh = self.look(), self.db.read(lambda s: draft(s, MEETING))
        assert kept == fresh
        assert [self.blocks[id_] for id_ in self.order] == fresh.blocks
        return fresh
