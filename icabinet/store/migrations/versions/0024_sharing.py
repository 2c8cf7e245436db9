"""marks shared with some people"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("note") as note:
        note.add_column(sa.Column("named", sa.Text(), nullable=False, server_default="[]"))
    with op.batch_alter_table("stroke") as stroke:
        stroke.add_column(sa.Column("readers", sa.Text(), nullable=False, server_default="[]"))
        stroke.add_column(sa.Column("shared", sa.Boolean(), nullable=False, server_default=sa.false()))
        stroke.add_column(sa.Column("named", sa.Text(), nullable=False, server_default="[]"))
    # Strokes drawn before have the readers of their paper from the beginning on.
    op.execute(
        "UPDATE stroke SET readers = (SELECT paper.readers FROM paper WHERE paper.id = stroke.paper_id)"
        " WHERE EXISTS (SELECT 1 FROM paper WHERE paper.id = stroke.paper_id)"
    )


def downgrade() -> None:
    with op.batch_alter_table("stroke") as stroke:
        stroke.drop_column("named")
        stroke.drop_column("shared")
        stroke.drop_column("readers")
    with op.batch_alter_table("note") as note:
        note.drop_column("named")
