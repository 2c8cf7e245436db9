"""decisions: options, lists of voters, weights, deadlines, repeated votes"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

LISTS = ("options", "items", "voters", "awaited")
NUMBERS = ("seconds", "present_weight", "entitled_weight", "members", "members_present")


def upgrade() -> None:
    with op.batch_alter_table("vote") as vote:
        for name in LISTS:
            vote.add_column(sa.Column(name, sa.Text(), nullable=False, server_default="[]"))
        for name in NUMBERS:
            vote.add_column(sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
        vote.add_column(sa.Column("deadline", sa.BigInteger(), nullable=True))
        vote.add_column(sa.Column("live", sa.Text(), nullable=True))
        vote.add_column(sa.Column("repeats", sa.Text(), nullable=True))
        vote.add_column(sa.Column("voided_at", sa.BigInteger(), nullable=True))
        vote.add_column(sa.Column("reason", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("voter") as voter:
        voter.add_column(sa.Column("weight", sa.BigInteger(), nullable=False, server_default="1"))
    with op.batch_alter_table("ballot") as ballot:
        ballot.add_column(sa.Column("picks", sa.Text(), nullable=False, server_default="[]"))
        ballot.add_column(sa.Column("marks", sa.Text(), nullable=False, server_default="{}"))
    _fill()


def _fill() -> None:
    """What votes held before now say: one item, one vote each, and a result in a word."""
    op.execute(
        "UPDATE vote SET items = '[\"' || item_id || '\"]', present_weight = present, entitled_weight = entitled, "
        "members = entitled, members_present = present"
    )
    for passed, result in (("true", "passed"), ("false", "rejected")):
        old, new = f'"passed":{passed}', f'"passed":{passed},"result":"{result}"'
        op.execute(sa.text("UPDATE vote SET outcome = replace(outcome, :old, :new)").bindparams(old=old, new=new))


def downgrade() -> None:
    with op.batch_alter_table("ballot") as ballot:
        ballot.drop_column("marks")
        ballot.drop_column("picks")
    with op.batch_alter_table("voter") as voter:
        voter.drop_column("weight")
    with op.batch_alter_table("vote") as vote:
        for name in (*LISTS, *NUMBERS, "deadline", "live", "repeats", "voided_at", "reason"):
            vote.drop_column(name)
