"""invitation answers and substitutes"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("substitute_id", sa.Text(), nullable=False),
        sa.Column("substitute_name", sa.Text(), nullable=False),
        sa.Column("substitute_place", sa.Text(), nullable=False),
        sa.Column("authority", sa.Boolean(), nullable=False),
        sa.Column("moved_vote", sa.Boolean(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_invitation_stream", "invitation", ["stream"], unique=False)
    op.create_table(
        "room_rules",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("substitutes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_room_rules_stream", "room_rules", ["stream"], unique=False)
    op.execute("INSERT INTO room_rules (id, stream, substitutes) SELECT id, stream, 'accepted' FROM meeting")
    with op.batch_alter_table("member") as member:
        member.add_column(sa.Column("stands_for", sa.Text(), nullable=False, server_default=""))
        member.add_column(sa.Column("substitute", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("member") as member:
        member.drop_column("substitute")
        member.drop_column("stands_for")
    op.drop_index("ix_room_rules_stream", "room_rules")
    op.drop_table("room_rules")
    op.drop_index("ix_invitation_stream", "invitation")
    op.drop_table("invitation")
