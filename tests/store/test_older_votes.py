"""A database from before elections: its votes keep their outcome and say in a word what it was."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from icabinet.store.database import Database
from icabinet.store.schema import SCRIPTS, upgrade
from icabinet.store.tables import Ballot, Vote, Voter

OUTCOME = '{"tally":{"for":9,"against":1,"other":0,"abstain":0},"in_favour":9,"base":10,"passed":%s,"sentence":"…"}'


def test_votes_from_before_elections_are_read(url: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["url"] = url
    command.upgrade(config, "0001")
    engine = create_engine(url)
    with engine.begin() as connection:
        for name, passed in (("v1", "true"), ("v2", "false")):
            values = {"id": name, "outcome": OUTCOME % passed, "rule": '{"base":"valid"}'}
            connection.execute(
                text(
                    "INSERT INTO vote (id, stream, item_id, question, rule, created_at, state, present, entitled, "
                    '"cast", outcome) '
                    "VALUES (:id, 'm1', 'i2', '?', :rule, 1, 'closed', 10, 12, 10, :outcome)"
                ),
                values,
            )
        connection.execute(text("INSERT INTO voter (vote_id, user_id, stream) VALUES ('v1', 'd1', 'm1')"))
        connection.execute(
            text(
                "INSERT INTO ballot (vote_id, user_id, stream, choice, opinion, first_at, at) "
                "VALUES ('v1', 'd1', 'm1', 'for', '', 1, 1)"
            )
        )
    engine.dispose()
    upgrade(url)
    db = Database(url)
    first, second = (db.read(lambda s, v=name: s.get_one(Vote, v)) for name in ("v1", "v2"))  # type: ignore[misc]
    assert first.outcome is not None and second.outcome is not None
    assert (first.outcome.result, first.outcome.passed) == ("passed", True)
    assert (second.outcome.result, second.outcome.passed) == ("rejected", False)
    assert (first.items, first.rule.method, first.rule.ties, first.options) == (["i2"], "standard", "fails", [])
    assert (first.present_weight, first.entitled_weight, first.members_present) == (10, 12, 10)
    assert db.read(lambda s: s.get_one(Voter, ("v1", "d1"))).weight == 1
    assert db.read(lambda s: s.get_one(Ballot, ("v1", "d1"))).picks == []
    db.close()
