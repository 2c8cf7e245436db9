"""The recount of what no log ties to a voter: secret ballots, and ballots counted by hand."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from icabinet.cli.main import cli
from icabinet.domain import commands as c
from icabinet.domain.tallies import HandTally
from icabinet.domain.votes import Rule
from icabinet.store.database import Database
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import MEETING, do, found_meeting, open_vote, start


def recount(url: str) -> Result:
    return CliRunner(env={"ICABINET_DATABASE": url}).invoke(cli, ["recount", MEETING, "v1"])


def held(folder: Path, rule: Rule, ballots: list[c.Command], publish: bool) -> str:
    """Six voters: the first ones by tablet, two on paper (one of them blank); d6 has declared an interest."""
    url = sqlite_url(folder)
    make_ready(url)
    db = Database(url, folder / "keys")
    found_meeting(db, delegates=6)
    start(db, [f"d{number}" for number in range(1, 7)])
    do(db, "d6", c.DeclareInterest(item="i2", reason="Người thân nộp hồ sơ"))
    open_vote(db, rule=rule)
    for number, ballot in enumerate(ballots, 1):
        do(db, f"d{number}", ballot)
    do(
        db,
        "secretary",
        c.EnterTally(vote="v1", entry="t1", kind="paper", ballots=2, blank=1, tally=HandTally(against=1)),
    )
    do(db, "chair", c.ConfirmTally(entry="t1"))
    do(db, "chair", c.CloseVote(vote="v1"))
    if publish:
        do(db, "chair", c.PublishVote(vote="v1"))
    db.close()
    return url


def sealed(receipt: str, choice: str) -> c.SealBallot:
    return c.SealBallot(vote="v1", receipt=receipt, choice=choice)  # type: ignore[arg-type]


SECRET = [sealed("receipt-000a", "for"), sealed("receipt-000b", "for"), sealed("receipt-000c", "abstain")]


def test_a_secret_vote_agrees_before_and_after_its_publication(tmp_path: Path) -> None:
    for publish in (False, True):
        folder = tmp_path / str(publish)
        folder.mkdir()
        result = recount(held(folder, Rule(secrecy="secret", base="valid"), [*SECRET], publish))
        assert result.exit_code == 0, result.output
        assert "2/3 phiếu có ý kiến = 66,7 % > 1/2" in result.output


def test_a_ballot_changed_in_the_box_is_found(tmp_path: Path) -> None:
    url = held(tmp_path, Rule(secrecy="secret"), [*SECRET], publish=True)
    db = Database(url, tmp_path / "keys")
    change = "UPDATE ballot_box SET ballots = replace(ballots, '\"abstain\"', '\"for\"')"
    db.write(lambda s: s.connection().exec_driver_sql(change))
    db.close()
    result = recount(url)
    assert (result.exit_code, "Hòm phiếu trong cơ sở dữ liệu khác" in result.output) == (1, True), result.output


def test_an_open_vote_with_paper_and_somebody_recused_agrees(tmp_path: Path) -> None:
    ballots: list[c.Command] = [c.CastBallot(vote="v1", choice=choice) for choice in ("for", "for", "other")]
    result = recount(held(tmp_path, Rule(base="entitled"), ballots, publish=True))
    assert result.exit_code == 0, result.output
    assert "2/5 đại biểu được triệu tập" in result.output
