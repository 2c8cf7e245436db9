"""By which rules those who have not answered a circulation are reminded."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("circulation") as table:
        table.add_column(sa.Column("reminders", sa.Text(), nullable=False, server_default="[]"))
    with op.batch_alter_table("circulation") as table:
        table.alter_column("reminders", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("circulation") as table:
        table.drop_column("reminders")
