"""A migration that breaks off in its middle leaves nothing behind, and is made up for at the next start."""

from __future__ import annotations

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from icabinet.store.schema import SCRIPTS, upgrade

IN_THE_WAY = "ALTER TABLE minutes_paragraph ADD COLUMN folded TEXT"
"""0044 adds this column after four others, and fails there."""


def test_what_broke_off_is_taken_back_whole(url: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["url"] = url
    command.upgrade(config, "0045")
    _run(url, IN_THE_WAY)
    with pytest.raises(DBAPIError):
        upgrade(url)
    assert _version(url) == "0045"
    assert not {"folded", "folded_conclusion"} & _columns(url, "item")
    _run(url, "ALTER TABLE minutes_paragraph DROP COLUMN folded")
    upgrade(url)
    assert {"folded", "folded_conclusion"} <= _columns(url, "item")


def _run(url: str, statement: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def _version(url: str) -> object:
    engine = create_engine(url)
    with engine.connect() as connection:
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    engine.dispose()
    return found


def _columns(url: str, table: str) -> set[str]:
    engine = create_engine(url)
    found = {column["name"] for column in inspect(engine).get_columns(table)}
    engine.dispose()
    return found
