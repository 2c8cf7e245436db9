"""Databases at the newest schema without migrating each: one is migrated a run, the others are its copies."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import psycopg
from sqlalchemy import URL, make_url

from icabinet.store.schema import upgrade

TEMPLATE = "icabinet_ready"


def make_ready(url: str) -> None:
    """As `upgrade` on an empty database; what it held is gone."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        file = Path(address.database or "")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_sqlite())
        return
    template = _postgres(address.set(database="postgres"))
    with psycopg.connect(_plain(address.set(database="postgres")), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {address.database}")
        connection.execute(f"CREATE DATABASE {address.database} TEMPLATE {template}")


@cache
def _sqlite() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ready.db"
        upgrade(f"sqlite:///{file}")
        return file.read_bytes()


@cache
def _postgres(server: URL) -> str:
    """The name of the database that the others are copied from."""
    with psycopg.connect(_plain(server), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {TEMPLATE}")
    upgrade(server.set(database=TEMPLATE).render_as_string(hide_password=False))
    return TEMPLATE


def _plain(address: URL) -> str:
    return address.set(drivername="postgresql").render_as_string(hide_password=False)
