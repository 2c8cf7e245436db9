"""Letters by e-mail, reminders, notices, people's addresses; a meeting's planned end, and that it was called off."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

TABLES = {
    "letter": "kind subject_id user_id name address title text link queued_at# not_before# until# state next_at#"
    " calendar? attached tries# sent_at#? fault reply",
    "reminder": "subject subject_id minutes# whom moment# due_at# state people#",
    "notice": "user_id title text link at# until# seen_at#?",
}
"""`#`: a number; `?`: may be missing."""


def upgrade() -> None:
    with op.batch_alter_table("person") as batch:
        batch.add_column(sa.Column("email", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("meeting") as batch:
        batch.add_column(sa.Column("ends_at", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("called_off", sa.Text(), nullable=False, server_default=""))
    for table, columns in TABLES.items():
        op.create_table(
            table,
            sa.Column("id", sa.Text(), nullable=False),
            sa.Column("stream", sa.Text(), nullable=False),
            *(_column(written) for written in columns.split()),
            sa.PrimaryKeyConstraint("id"),
        )
        op.create_index(f"ix_{table}_stream", table, ["stream"], unique=False)
    op.create_index("letter_due", "letter", ["state", "next_at"], unique=False)
    op.create_index("reminder_due", "reminder", ["state", "due_at"], unique=False)
    op.create_index("ix_notice_user_id", "notice", ["user_id"], unique=False)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    with op.batch_alter_table("meeting") as batch:
        batch.drop_column("called_off")
        batch.drop_column("ends_at")
    with op.batch_alter_table("person") as batch:
        batch.drop_column("email")


def _column(written: str) -> sa.Column[object]:
    name = written.rstrip("#?")
    return sa.Column(name, sa.BigInteger() if "#" in written else sa.Text(), nullable=written.endswith("?"))
