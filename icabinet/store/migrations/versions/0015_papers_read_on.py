"""work still being done on a version that can be read already"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("version") as version:
        version.add_column(sa.Column("work", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("version") as version:
        version.drop_column("work")
