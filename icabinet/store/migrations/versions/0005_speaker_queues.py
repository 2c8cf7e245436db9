"""two queues with declared orders; speeches that pause, reply, ask and answer"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

QUEUES = (("speakers", 300, 180), ("questions", 60, 180))


def upgrade() -> None:
    queue = op.create_table(
        "speaker_queue",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("policy", sa.Text(), nullable=False),
        sa.Column("speech_seconds", sa.BigInteger(), nullable=False),
        sa.Column("reply_seconds", sa.BigInteger(), nullable=False),
        sa.Column("item_seconds", sa.BigInteger(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_speaker_queue_stream", "speaker_queue", ["stream"], unique=False)
    _widen_speeches()
    meetings = op.get_bind().execute(sa.text("SELECT id, queue_open FROM meeting")).all()
    rows = [_queue(meeting, is_open, *each) for meeting, is_open in meetings for each in QUEUES]
    if rows:
        op.bulk_insert(queue, rows)
    with op.batch_alter_table("meeting") as table:
        table.drop_column("queue_open")


def _widen_speeches() -> None:
    with op.batch_alter_table("speech") as table:
        table.add_column(sa.Column("queue", sa.Text(), nullable=False, server_default="speakers"))
        table.add_column(sa.Column("kind", sa.Text(), nullable=False, server_default="speech"))
        table.add_column(sa.Column("to_user", sa.Text(), nullable=True))
        table.add_column(sa.Column("to_speech", sa.Text(), nullable=True))
        table.add_column(sa.Column("hand", sa.BigInteger(), nullable=False, server_default="0"))
        table.add_column(sa.Column("spoken_ms", sa.BigInteger(), nullable=False, server_default="0"))
        table.add_column(sa.Column("since", sa.BigInteger(), nullable=True))
        table.add_column(sa.Column("left_ms", sa.BigInteger(), nullable=True))
    op.execute(
        "UPDATE speech SET spoken_ms = ended_at - called_at WHERE ended_at IS NOT NULL AND called_at IS NOT NULL"
    )
    op.execute("UPDATE speech SET since = called_at WHERE state = 'speaking'")


def _queue(meeting: str, is_open: bool, queue: str, speech: int, reply: int) -> dict[str, object]:
    """Who waits stands in the order of asking, as before."""
    waiting = op.get_bind().execute(
        sa.text(
            "SELECT id FROM speech WHERE stream = :stream AND queue = :queue AND state = 'waiting' "
            "ORDER BY requested_at, id"
        ),
        {"stream": meeting, "queue": queue},
    )
    places = [{"speech": name, "before": {"earlier": n} if n else {}} for n, (name,) in enumerate(waiting)]
    return {
        "id": f"{meeting}.{queue}",
        "stream": meeting,
        "queue": queue,
        "state": "open" if is_open and queue == "speakers" else "closed",
        "policy": "first-come",
        "speech_seconds": speech,
        "reply_seconds": reply,
        "item_seconds": 0,
        "places": json.dumps(places, separators=(",", ":")),
    }


def downgrade() -> None:
    with op.batch_alter_table("meeting") as table:
        table.add_column(sa.Column("queue_open", sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table("speech") as table:
        for column in ("queue", "kind", "to_user", "to_speech", "hand", "spoken_ms", "since", "left_ms"):
            table.drop_column(column)
    op.drop_index("ix_speaker_queue_stream", "speaker_queue")
    op.drop_table("speaker_queue")
