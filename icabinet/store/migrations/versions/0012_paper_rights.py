"""secret papers, must-read papers, groups, and why a paper was recalled"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("paper", "version", "note", "comment"):
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("readers", sa.Text(), nullable=False, server_default="[]"))
    with op.batch_alter_table("paper") as batch:
        batch.add_column(sa.Column("must_read", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.add_column(sa.Column("recalled_at", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("recall_reason", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "paper_group",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_paper_group_stream", "paper_group", ["stream"], unique=False)
    op.create_table(
        "opening",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("paper_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_opening_stream", "opening", ["stream"], unique=False)


def downgrade() -> None:
    op.drop_table("opening")
    op.drop_table("paper_group")
    with op.batch_alter_table("paper") as batch:
        for column in ("must_read", "recalled_at", "recall_reason"):
            batch.drop_column(column)
    for table in ("paper", "version", "note", "comment"):
        with op.batch_alter_table(table) as batch:
            batch.drop_column("readers")
