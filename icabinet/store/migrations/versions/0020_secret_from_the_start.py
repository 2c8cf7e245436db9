"""papers asked for that are secret from the start"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("paper_request") as batch:
        batch.add_column(sa.Column("readers", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("paper_request") as batch:
        batch.drop_column("readers")
