"""Meetings from before there were two queues keep who waits, who speaks, and how long others spoke."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from icabinet.store.database import Database
from icabinet.store.schema import SCRIPTS, upgrade
from icabinet.store.tables import SpeakerQueue, Speech

MEETING = (
    "INSERT INTO meeting (id, stream, title, place, agency, parent_agency, starts_at, state, "
    "quorum_numerator, quorum_denominator, queue_open) VALUES ('m1', 'm1', 'x', 'x', 'x', '', 1, 'running', 2, 3, true)"
)
SPEECH = (
    "INSERT INTO speech (id, stream, user_id, item_id, subject, requested_at, state, called_at, deadline, ended_at) "
    "VALUES (:id, 'm1', :id, NULL, '', :at, :state, :called, :deadline, :ended)"
)


def test_a_running_meeting_goes_on_with_its_queue(url: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["url"] = url
    command.upgrade(config, "0001")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(MEETING))
        for name, at, state, called, ended in (
            ("late", 9, "waiting", None, None),
            ("early", 5, "waiting", None, None),
            ("now", 1, "speaking", 100, None),
            ("before", 1, "done", 40, 100),
        ):
            row = {"id": name, "at": at, "state": state, "called": called, "deadline": called, "ended": ended}
            connection.execute(text(SPEECH), row)
    engine.dispose()
    upgrade(url)
    database = Database(url)
    queues = database.read(lambda s: {q.queue: q for q in s.query(SpeakerQueue)})
    speeches = database.read(lambda s: {one.id: one for one in s.query(Speech)})
    database.close()
    assert {name: queue.state for name, queue in queues.items()} == {"speakers": "open", "questions": "closed"}
    places = [(place.speech, place.before.earlier) for place in queues["speakers"].places]
    assert places == [("early", 0), ("late", 1)]
    assert (speeches["before"].spoken_ms, speeches["now"].since) == (60, 100)
