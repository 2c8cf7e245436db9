"""items that were taken out of a common vote"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("vote") as vote:
        vote.add_column(sa.Column("pulled", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("vote") as vote:
        vote.drop_column("pulled")
