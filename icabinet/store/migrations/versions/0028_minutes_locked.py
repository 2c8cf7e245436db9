"""The secretary's own paragraphs, the confirmation of the minutes, and corrections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

TABLES: dict[str, list[str]] = {
    "minutes_paragraph": ["after", "text", "author", "at#", "placed_at#"],
    "minutes_seal": ["digest", "secretary", "secretary_at?", "chair", "chair_at?", "locked_at?", "frozen"],
    "minutes_correction": [
        "block", "former", "text", "reason", "author", "at#", "number#", "accepted_by", "accepted_at?",
    ],
}  # fmt: skip
"""Column names; "#" is a whole number, "?" a moment that may be missing, all else text."""


def upgrade() -> None:
    op.add_column("minutes_edit", sa.Column("over", sa.Text(), nullable=False, server_default=""))
    for table, columns in TABLES.items():
        op.create_table(
            table,
            sa.Column("id", sa.Text(), nullable=False),
            sa.Column("stream", sa.Text(), nullable=False),
            *(_column(column) for column in columns),
            sa.PrimaryKeyConstraint("id"),
        )
        op.create_index(f"ix_{table}_stream", table, ["stream"], unique=False)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_index(f"ix_{table}_stream", table)
        op.drop_table(table)
    with op.batch_alter_table("minutes_edit") as batch:
        batch.drop_column("over")


def _column(written: str) -> sa.Column[object]:
    name = written.rstrip("#?")
    return sa.Column(name, sa.Text() if name == written else sa.BigInteger(), nullable=written.endswith("?"))
