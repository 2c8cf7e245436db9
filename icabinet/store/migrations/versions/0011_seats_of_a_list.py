"""a vote's own list names seats; former members

A substitute's name on an older list means the seat of the one for whom he stands in.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("vote") as vote:
        vote.add_column(sa.Column("seats", sa.Text(), nullable=False, server_default="[]"))
    with op.batch_alter_table("member") as member:
        member.add_column(sa.Column("gone", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE vote SET seats = voters")
    connection = op.get_bind()
    principals = {
        (stream, substitute): principal
        for stream, substitute, principal in connection.execute(
            sa.text("SELECT stream, user_id, stands_for FROM member WHERE stands_for <> ''")
        )
    }
    listed = sa.text("SELECT id, stream, voters FROM vote WHERE voters <> '[]'")
    for vote, stream, voters in connection.execute(listed).all():
        seats = [line | {"user": principals.get((stream, line["user"]), line["user"])} for line in json.loads(voters)]
        connection.execute(sa.text("UPDATE vote SET seats = :s WHERE id = :v"), {"s": json.dumps(seats), "v": vote})


def downgrade() -> None:
    with op.batch_alter_table("member") as member:
        member.drop_column("gone")
    with op.batch_alter_table("vote") as vote:
        vote.drop_column("seats")
