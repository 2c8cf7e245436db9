"""Candidates for tasks that the desk dismissed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dismissed_candidate",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "stream", "candidate", "by")),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_dismissed_candidate_stream", "dismissed_candidate", ["stream"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_dismissed_candidate_stream", "dismissed_candidate")
    op.drop_table("dismissed_candidate")
