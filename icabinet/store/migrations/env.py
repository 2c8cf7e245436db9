"""Run by Alembic: connects to the database it is given and applies the migrations."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine

from icabinet.store.tables import Row

engine = create_engine(context.config.attributes["url"])
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Row.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
