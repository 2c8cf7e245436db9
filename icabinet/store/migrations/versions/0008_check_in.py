"""the room's code; coming, leaving and coming back with their times"""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("room_rules") as rules:
        rules.add_column(sa.Column("secret", sa.LargeBinary(), nullable=False, server_default=""))
        rules.add_column(sa.Column("code_needed", sa.Boolean(), nullable=False, server_default=sa.false()))
    table = sa.table("room_rules", sa.column("id", sa.Text()), sa.column("secret", sa.LargeBinary()))
    connection = op.get_bind()
    for (meeting,) in connection.execute(sa.select(table.c.id)).all():
        secret = secrets.token_bytes(32)
        connection.execute(table.update().where(table.c.id == meeting).values(secret=secret))
    with op.batch_alter_table("member") as member:
        member.add_column(sa.Column("late", sa.Boolean(), nullable=False, server_default=sa.false()))
        member.add_column(sa.Column("passages", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("member") as member:
        member.drop_column("passages")
        member.drop_column("late")
    with op.batch_alter_table("room_rules") as rules:
        rules.drop_column("code_needed")
        rules.drop_column("secret")
