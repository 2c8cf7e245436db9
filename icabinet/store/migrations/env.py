"""Run by Alembic: connects to the database it is given and applies the migrations."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from icabinet.store.tables import Row


def _no_hidden_commits(connection: DBAPIConnection, _: object) -> None:
    """Python's driver begins no transaction before a CREATE or ALTER: an interrupted migration would stay half done."""
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


engine = create_engine(context.config.attributes["url"])
if engine.dialect.name == "sqlite":
    event.listen(engine, "connect", _no_hidden_commits)
    event.listen(engine, "begin", _begin)
try:
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Row.metadata,
            render_as_batch=True,
            transactional_ddl=True,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()
finally:
    engine.dispose()
