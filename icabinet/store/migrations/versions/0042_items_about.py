"""What an agenda item shows of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("item") as table:
        table.add_column(sa.Column("about", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("item") as table:
        table.alter_column("about", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("item") as table:
        table.drop_column("about")
