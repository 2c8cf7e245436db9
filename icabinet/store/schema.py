"""Brings a database to the newest schema (Alembic)."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import make_url

SCRIPTS = Path(__file__).resolve().parent / "migrations"


def upgrade(url: str) -> None:
    """Runs what is missing, each migration in a transaction; a database that is up to date is left alone.

    A migration that breaks off leaves nothing behind, on SQLite, too: the next start runs it again.
    """
    name = make_url(url).database
    if make_url(url).get_backend_name() == "sqlite" and name:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["url"] = url
    command.upgrade(config, "head")
