"""An office's own templates of its documents."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "official_template",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "stream", "kind", "name", "sha256", "author")),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_official_template_stream", "official_template", ["stream"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_official_template_stream", "official_template")
    op.drop_table("official_template")
