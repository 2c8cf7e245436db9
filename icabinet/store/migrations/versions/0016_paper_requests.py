"""papers asked of units and people with a deadline"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("paper", "version"):
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("submitter", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "paper_request",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("deadline", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("paper_id", sa.Text(), nullable=True),
        sa.Column("rounds", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_paper_request_stream", "paper_request", ["stream"], unique=False)


def downgrade() -> None:
    op.drop_table("paper_request")
    for table in ("paper", "version"):
        with op.batch_alter_table(table) as batch:
            batch.drop_column("submitter")
