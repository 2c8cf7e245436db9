"""The register of tasks, and its stream, which is followed before the first task is given."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

PLANNED = ("stream", "title", "owner", "unit", "answers", "collaborators", "desk", "names", "basis", "result")
CAME_FROM = ("meeting", "meeting_title", "item_id", "item_title", "quoted_title")
TEXTS = (*PLANNED, *CAME_FROM, "state", "outcome", "steps", "files")


def upgrade() -> None:
    op.create_table(
        "task",
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("deadline", "given_at", "percent")),
        *(sa.Column(name, sa.BigInteger(), nullable=True) for name in ("asked_until", "done_at", "closed_at")),
        sa.Column("quotation", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("task_open", "task", ["stream", "closed_at"], unique=False)
    stream = sa.table(
        "stream", sa.column("id", sa.Text), sa.column("last_seq", sa.BigInteger), sa.column("head", sa.LargeBinary)
    )
    op.bulk_insert(stream, [{"id": "tasks", "last_seq": 0, "head": b""}])
    op.create_index("task_of_meeting", "task", ["meeting"], unique=False)


def downgrade() -> None:
    op.execute("DELETE FROM event WHERE stream = 'tasks'")
    op.execute("DELETE FROM stream WHERE id = 'tasks'")
    op.drop_index("task_of_meeting", "task")
    op.drop_index("task_open", "task")
    op.drop_table("task")
