"""what meetings say once more in lower case without marks, for searching"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from icabinet.domain.wording import folded

revision = "0044"
down_revision = "0045"
branch_labels = None
depends_on = None

KEPT = (
    ("item", "folded", ("title", "presenter")),
    ("item", "folded_conclusion", ("conclusion",)),
    ("vote", "folded", ("question",)),
    ("minutes_edit", "folded", ("text",)),
    ("minutes_paragraph", "folded", ("text",)),
)
"""Table, its new column, and what that repeats."""
AT_ONCE = 500


def upgrade() -> None:
    for table, column, _ in KEPT:
        with op.batch_alter_table(table) as changed:
            changed.add_column(sa.Column(column, sa.Text(), nullable=False, server_default=""))
    for table, column, texts in KEPT:
        _fill(table, column, texts)
    for table, column, _ in KEPT:
        with op.batch_alter_table(table) as changed:
            changed.alter_column(column, server_default=None)


def _fill(table: str, column: str, texts: tuple[str, ...]) -> None:
    connection = op.get_bind()
    read = sa.text(f"SELECT id, {', '.join(texts)} FROM {table}")
    write = sa.text(f"UPDATE {table} SET {column} = :folded WHERE id = :id")
    rows = connection.execute(read).all()
    for begin in range(0, len(rows), AT_ONCE):
        some = rows[begin : begin + AT_ONCE]
        connection.execute(write, [{"id": id_, "folded": folded(" ".join(said))} for id_, *said in some])


def downgrade() -> None:
    for table, column, _ in KEPT:
        with op.batch_alter_table(table) as changed:
            changed.drop_column(column)
