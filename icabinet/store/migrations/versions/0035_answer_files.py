"""The hash of an answer's file stands where the files that are named are looked for."""

from __future__ import annotations

from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("circulation_answer") as table:
        table.alter_column("file_sha256", new_column_name="sha256")


def downgrade() -> None:
    with op.batch_alter_table("circulation_answer") as table:
        table.alter_column("sha256", new_column_name="file_sha256")
