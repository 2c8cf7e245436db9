"""Opinions by writing and their answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "circulation",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "stream", "question", "agency")),
        sa.Column("parent_agency", sa.Text(), nullable=False),
        sa.Column("founded_at", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("founder", "explanation", "rule")),
        sa.Column("deadline", sa.BigInteger(), nullable=False),
        sa.Column("late", sa.Text(), nullable=False),
        sa.Column("names", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("tracker", "leader", "asked", "state")),
        *(_moment(name) for name in ("sent_at", "closed_at", "published_at", "withdrawn_at")),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("extensions", sa.Text(), nullable=False),
        sa.Column("answered", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "circulation_answer",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "stream", "user_id", "choice", "text")),
        sa.Column("first_at", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        _moment("confirmed_at"),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("file_name", "file_kind", "file_sha256")),
        sa.Column("file_size", sa.BigInteger(), nullable=False),
        sa.Column("earlier", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_circulation_answer_stream", "circulation_answer", ["stream"], unique=False)
    op.create_index("ix_circulation_answer_user_id", "circulation_answer", ["user_id"], unique=False)


def _moment(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=True)


def downgrade() -> None:
    op.drop_index("ix_circulation_answer_user_id", "circulation_answer")
    op.drop_index("ix_circulation_answer_stream", "circulation_answer")
    op.drop_table("circulation_answer")
    op.drop_table("circulation")
