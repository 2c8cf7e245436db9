"""A database from before searching by folded words: what it holds is found afterwards."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, select, text

from icabinet.store.database import Database
from icabinet.store.schema import SCRIPTS, upgrade
from icabinet.store.tables import Item, MinutesEdit, MinutesParagraph, Vote

ITEM = (
    "INSERT INTO item (id, stream, position, title, presenter, minutes, spent_ms, state, conclusion, about) "
    "VALUES ('i1', 'm1', 1, 'Đề án 06', 'Sở Nội vụ', 5, 0, 'done', 'THỐNG NHẤT', '')"
)
PARAGRAPH = (
    "INSERT INTO minutes_paragraph (id, stream, after, text, author, at, placed_at) "
    "VALUES ('w1', 'm1', 'roll', 'Ý kiến', 'u', 1, 1)"
)
VOTE = (
    'INSERT INTO vote (id, stream, item_id, question, rule, created_at, state, present, entitled, "cast") '
    "VALUES ('v1', 'm1', 'i1', 'Thông qua Nghị quyết', '{}', 1, 'prepared', 0, 0, 0)"
)
EDIT = "INSERT INTO minutes_edit (id, stream, block, text, author, at) VALUES ('e1', 'm1', 'roll', 'Đủ túc số', 'u', 1)"


def test_what_was_there_before_is_folded(url: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["url"] = url
    command.upgrade(config, "0043")
    engine = create_engine(url)
    with engine.begin() as connection:
        for row in (ITEM, PARAGRAPH, VOTE, EDIT):
            connection.execute(text(row))
    engine.dispose()
    upgrade(url)
    db = Database(url)
    item = db.read(lambda s: s.execute(select(Item.folded, Item.folded_conclusion)).one())
    assert tuple(item) == ("de an 06 so noi vu", "thong nhat")
    assert db.read(lambda s: s.scalar(select(MinutesParagraph.folded))) == "y kien"
    assert db.read(lambda s: s.scalar(select(Vote.folded))) == "thong qua nghi quyet"
    assert db.read(lambda s: s.scalar(select(MinutesEdit.folded))) == "du tuc so"
    db.close()
