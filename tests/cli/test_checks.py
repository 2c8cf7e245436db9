"""What an office signs off is kept as text; a change of rights must show in a diff."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from icabinet.actions import handled
from icabinet.cli.main import cli
from icabinet.domain import policy
from icabinet.domain.audience import NOBODY, SYSTEM
from icabinet.server.problems import WORDS
from icabinet.store.database import Database
from tests.conftest import sqlite_url
from tests.databases import make_ready
from tests.rooms import found_meeting

GOLDEN = Path(__file__).with_name("permissions.txt")


def test_the_rights_are_those_that_were_agreed() -> None:
    """After a wanted change: icabinet check --permissions > tests/cli/permissions.txt, and have it read."""
    printed = CliRunner().invoke(cli, ["check", "--permissions"])
    assert printed.output == GOLDEN.read_text("utf-8")


def test_every_command_has_one_handler_and_one_row_of_rights() -> None:
    assert handled() == set(policy.COMMANDS)
    assert all(roles - {SYSTEM} or roles == {SYSTEM} for roles in policy.COMMANDS.values())
    assert policy.RECORDS["note (recalled)"] == NOBODY


def test_every_refusal_has_its_words() -> None:
    """Each code that the rules raise is found in the table of sentences."""
    package = Path(policy.__file__).parents[1]
    sources = [path.read_text("utf-8") for part in ("domain", "actions") for path in (package / part).rglob("*.py")]
    codes = {
        code
        for source in sources
        for code in _quoted_after(source, 'Refused("')
        if not code.endswith("…")
    }  # fmt: skip
    assert codes, "the search finds something"
    assert codes <= set(WORDS), codes - set(WORDS)
    for built in (
        "vote.not-prepared",
        "vote.not-running",
        "vote.not-closed",
        "meeting.cannot-start",
        "speech.not-waiting",
    ):
        assert built in WORDS


def _quoted_after(source: str, mark: str) -> list[str]:
    return [piece.split('"', 1)[0] for piece in source.split(mark)[1:]]


def test_verify_finds_nothing_in_an_untouched_database(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path)
    make_ready(url)
    db = Database(url)
    found_meeting(db)
    db.close()
    result = CliRunner(env={"ICABINET_DATABASE": url}).invoke(cli, ["verify"])
    assert (result.exit_code, result.output) == (0, "Mọi nhật ký còn nguyên vẹn.\n")
