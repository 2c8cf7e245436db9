"""people's own documents and folders"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "folder",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_folder_owner", "folder", ["owner"], unique=False)
    texts = ("stream", "owner", "folder_id", "title", "name", "kind", "sha256", "state", "reading", "warnings")
    more = ("message", "meeting", "paper_id", "shared", "text")
    op.create_table(
        "document",
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts + more),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("at", "size", "pages")),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_document_owner", "document", ["owner"], unique=False)


def downgrade() -> None:
    op.drop_table("document")
    op.drop_table("folder")
