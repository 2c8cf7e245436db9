"""secret ballots, counts by hand, declared interests"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("vote") as vote:
        vote.add_column(sa.Column("recused", sa.Text(), nullable=False, server_default="[]"))
    with op.batch_alter_table("voter") as voter:
        voter.add_column(sa.Column("sealed_at", sa.BigInteger(), nullable=True))
    op.create_table(
        "sealed_ballot",
        sa.Column("vote_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("vote_id", "user_id"),
    )
    op.create_index("ix_sealed_ballot_stream", "sealed_ballot", ["stream"], unique=False)
    op.create_table(
        "ballot_box",
        sa.Column("vote_id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("ballots", sa.Text(), nullable=False),
        sa.Column("published", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("vote_id"),
    )
    op.create_index("ix_ballot_box_stream", "ballot_box", ["stream"], unique=False)
    op.create_table(
        "tally_entry",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("vote_id", sa.Text(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=True),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_tally_entry_stream", "tally_entry", ["stream"], unique=False)
    op.create_table(
        "interest",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_interest_stream", "interest", ["stream"], unique=False)


def downgrade() -> None:
    for table in ("interest", "tally_entry", "ballot_box", "sealed_ballot"):
        op.drop_index(f"ix_{table}_stream", table)
        op.drop_table(table)
    with op.batch_alter_table("voter") as voter:
        voter.drop_column("sealed_at")
    with op.batch_alter_table("vote") as vote:
        vote.drop_column("recused")
