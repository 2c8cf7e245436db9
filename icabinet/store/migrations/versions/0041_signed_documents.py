"""Documents of meetings with a digital signature."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None
WORDS = ("id", "stream", "document", "sha256", "source", "subject", "issuer", "author")


def upgrade() -> None:
    op.create_table(
        "signed_document",
        *(sa.Column(name, sa.Text(), nullable=False) for name in WORDS),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("stamped", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_signed_document_stream", "signed_document", ["stream"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_signed_document_stream", "signed_document")
    op.drop_table("signed_document")
