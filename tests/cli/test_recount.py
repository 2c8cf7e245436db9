"""The recount agrees with an honest vote and finds every row that was touched afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import create_engine, text

from icabinet.cli.main import cli
from icabinet.domain import commands as c
from icabinet.domain.votes import Option, Rule, VoterLine
from icabinet.store.database import Database
from tests.conftest import postgres_url, sqlite_url
from tests.databases import make_ready
from tests.rooms import MEETING, do, found_meeting, start

ABC = [Option("a", "Ông An"), Option("b", "Bà Bình"), Option("c", "Ông Cường")]
PLANS: dict[str, c.PrepareVote] = {
    "v1": c.PrepareVote(vote="v1", item="i2", question="Thường", rule=Rule(late="admitted", ties="chair")),
    "v2": c.PrepareVote(
        vote="v2", item="i2", question="Bầu", rule=Rule(method="list", most=2, seats=2, ties="repeat"), options=ABC
    ),
    "v3": c.PrepareVote(
        vote="v3", item="i2", question="Từng người", rule=Rule(method="candidates", seats=0, base="valid"), options=ABC
    ),
    "v4": c.PrepareVote(
        vote="v4",
        item="i2",
        question="Có số phiếu",
        rule=Rule(base="entitled", quorum_numerator=1, quorum_denominator=3),
        voters=[VoterLine("d1", 3), VoterLine("d2", 2), VoterLine("d4", 9)],
    ),
}  # fmt: skip
BALLOTS: dict[str, list[c.CastBallot]] = {
    "v1": [c.CastBallot(vote="v1", choice="against"), c.CastBallot(vote="v1", choice="other", opinion="Nên hoãn")],
    "v2": [c.CastBallot(vote="v2", picks=["a", "b"]), c.CastBallot(vote="v2", picks=["b"])],
    "v3": [c.CastBallot(vote="v3", marks={"a": "for", "b": "against"}), c.CastBallot(vote="v3")],
    "v4": [c.CastBallot(vote="v4", choice="for"), c.CastBallot(vote="v4", choice="for")],
}


@pytest.fixture
def url(tmp_path: Path) -> str:
    return held(sqlite_url(tmp_path))


def held(address: str) -> str:
    """A meeting that has held one vote of each kind; the delegate d3 comes late."""
    make_ready(address)
    db = Database(address)
    found_meeting(db, delegates=4)
    start(db, ["d1", "d2"])
    do(db, "secretary", c.MarkAttendance(user="d4", state="present"))
    for vote, plan in PLANS.items():
        do(db, "secretary", plan)
        do(db, "chair", c.OpenVote(vote=vote))
        do(db, "d1", BALLOTS[vote][1])
        for user, ballot in zip(("d1", "d2"), BALLOTS[vote], strict=True):
            do(db, user, ballot)
        if vote == "v1":
            do(db, "d3", c.CheckIn())
            do(db, "d3", c.CastBallot(vote=vote, choice="for"))
        do(db, "chair", c.CloseVote(vote=vote))
    db.close()
    return address


def recount(url: str, vote: str) -> Result:
    return CliRunner(env={"ICABINET_DATABASE": url}).invoke(cli, ["recount", MEETING, vote])


def touch(url: str, statement: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        assert connection.exec_driver_sql(statement).rowcount == 1
    engine.dispose()


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_an_honest_vote_agrees(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    address = sqlite_url(tmp_path) if engine == "sqlite" else postgres_url(request.getfixturevalue("postgres"))
    held(address)
    for vote in PLANS:
        result = recount(address, vote)
        assert result.exit_code == 0, result.output
        assert "Kết quả đếm lại khớp: Có " in result.output


@pytest.mark.parametrize(
    ("vote", "statement", "told"),
    [
        ("v1", "UPDATE ballot SET choice = 'for' WHERE vote_id = 'v1' AND user_id = 'd1'", "Phiếu d1 trong cơ sở dữ liệu"),
        ("v1", "UPDATE ballot SET opinion = 'Đồng ý' WHERE vote_id = 'v1' AND user_id = 'd2'", "Phiếu d2 trong"),
        ("v1", "DELETE FROM ballot WHERE vote_id = 'v1' AND user_id = 'd3'", "Phiếu d3 có trong nhật ký nhưng"),
        ("v1", "INSERT INTO ballot SELECT vote_id, 'd4', stream, choice, opinion, first_at, at, picks, marks FROM ballot "
               "WHERE vote_id = 'v1' AND user_id = 'd1'", "Phiếu d4 có trong cơ sở dữ liệu nhưng"),
        ("v2", "UPDATE ballot SET picks = '[\"c\"]' WHERE vote_id = 'v2' AND user_id = 'd1'", "Phiếu d1 trong"),
        ("v3", "UPDATE ballot SET marks = '{}' WHERE vote_id = 'v3' AND user_id = 'd1'", "Phiếu d1 trong"),
        ("v2", "UPDATE vote SET outcome = replace(outcome, '\"tied\":false', '\"tied\":true') WHERE id = 'v2'", "số phiếu từng người"),
        ("v4", "UPDATE vote SET outcome = replace(outcome, '\"passed\":false', '\"passed\":true') WHERE id = 'v4'", "thông qua hay không"),
        ("v4", "UPDATE voter SET weight = 30 WHERE vote_id = 'v4' AND user_id = 'd1'", "Danh sách biểu quyết"),
        ("v4", "DELETE FROM voter WHERE vote_id = 'v4' AND user_id = 'd4'", "Danh sách biểu quyết"),
    ],
)  # fmt: skip
def test_what_was_touched_is_found(url: str, vote: str, statement: str, told: str) -> None:
    touch(url, statement)
    result = recount(url, vote)
    assert (result.exit_code, told in result.output) == (1, True), result.output


def test_a_ballot_touched_in_the_log_is_found(url: str) -> None:
    """Who alters the ballot in log and table alike still has the announced figures against him."""
    engine = create_engine(url)
    with engine.begin() as connection:
        rows = connection.execute(text("SELECT seq, changes FROM event WHERE kind = 'ballot.cast' ORDER BY seq")).all()
        seq, changes = next(row for row in rows if b'"choice":"against"' in bytes(row[1]))
        touched = bytes(changes).replace(b'"choice":"against"', b'"choice":"for"')
        connection.execute(text("UPDATE event SET changes = :c WHERE seq = :s"), {"c": touched, "s": seq})
        connection.execute(text("UPDATE ballot SET choice = 'for' WHERE vote_id = 'v1' AND user_id = 'd1'"))
    engine.dispose()
    result = recount(url, "v1")
    assert result.exit_code == 1
    assert "Kết quả trong nhật ký, số phiếu từng loại" in result.output


def test_what_was_never_closed_is_not_counted(url: str) -> None:
    result = recount(url, "v9")
    assert (result.exit_code, "chưa đóng" in result.output) == (1, True)
