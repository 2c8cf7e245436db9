"""How often a draft of an opinion by writing was edited, last by whom and when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("circulation") as table:
        table.add_column(sa.Column("edits", sa.BigInteger(), nullable=False, server_default="0"))
        table.add_column(sa.Column("edited_by", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("edited_at", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("circulation") as table:
        table.alter_column("edits", server_default=None)
        table.alter_column("edited_by", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("circulation") as table:
        table.drop_column("edited_at")
        table.drop_column("edited_by")
        table.drop_column("edits")
