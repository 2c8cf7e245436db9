"""the office's rooms, and who sits where in a meeting"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hall",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_hall_stream", "hall", ["stream"], unique=False)
    op.create_table(
        "seat_plan",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_seat_plan_stream", "seat_plan", ["stream"], unique=False)
    op.create_table(
        "seat",
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "user_id"),
    )


def downgrade() -> None:
    op.drop_table("seat")
    op.drop_index("ix_seat_plan_stream", "seat_plan")
    op.drop_table("seat_plan")
    op.drop_index("ix_hall_stream", "hall")
    op.drop_table("hall")
