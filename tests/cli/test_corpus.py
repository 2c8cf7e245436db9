"""The trial of the reader: made-up papers all come to a clear end, and a crash would be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from icabinet.cli import corpus
from icabinet.cli.corpus import Tried, is_sound, lines, report
from icabinet.cli.main import cli
from icabinet.documents.errand import Verdict
from icabinet.documents.samples import samples


def test_made_up_papers_come_to_a_clear_end(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["corpus", "--generate", "48", "--report", str(tmp_path / "report.tsv")])
    assert done.exit_code == 0, done.output
    rows = [line.split("\t") for line in (tmp_path / "report.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    assert len(rows) == 48
    assert {row[2] for row in rows} <= {"read", "refused", "stopped"}
    whole = [row for row in rows if "-whole." in row[0] and row[1] not in ("doc", "odt")]
    assert len(whole) >= 6
    assert all(row[2] == "read" for row in whole), whole
    hurtful = {row[0].split("-", 1)[1].partition(".")[0]: row[3] for row in rows if row[2] == "refused"}
    assert hurtful["zip-bomb"] == "paper.zip-bomb"
    assert hurtful["entities"] == "paper.external-entities"
    assert hurtful["macro"] == "paper.macro"


def test_a_folder_is_tried_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "within").mkdir()
    (tmp_path / "within" / "a.pdf").write_bytes(b"no paper")
    (tmp_path / "b.docx").write_bytes(b"")
    done = CliRunner().invoke(cli, ["corpus", str(tmp_path)])
    assert done.exit_code == 0
    assert "refused: paper.unknown-kind" in done.output
    assert "refused: paper.empty" in done.output


def test_the_same_seed_makes_the_same_kinds() -> None:
    assert [name for name, _ in samples(20)] == [name for name, _ in samples(20)]


@pytest.mark.parametrize(
    ("verdict", "end"),
    [
        (Verdict(True, 1), "read"),
        (Verdict(False, code="paper.broken"), "refused"),
        (Verdict(False, code="paper.memory", facts={"status": -6}), "stopped"),
        (Verdict(False, code="paper.timeout"), "stopped"),
        (Verdict(False, code="paper.broken", facts={"status": -11}), "crashed"),
        (Verdict(False, code="paper.broken", facts={"error": "IndexError"}), "crashed"),
    ],
)
def test_a_silent_death_is_a_crash(verdict: Verdict, end: str) -> None:
    assert (("read", "") if verdict.ok else corpus._end_of(verdict.code, verdict.facts))[0] == end


def test_a_report_names_what_crashed() -> None:
    tried = [Tried("a.pdf", "pdf", "read", "", 1.5, 60 << 20), Tried("b.pdf", "pdf", "crashed", "status -11", 0.5, 0)]
    assert not is_sound(tried)
    assert is_sound(tried[:1])
    assert "crashed  b.pdf  status -11" in report(tried)
    assert lines(tried).splitlines()[1] == "a.pdf\tpdf\tread\t\t1.50\t60"


def test_neither_a_folder_nor_a_number_is_a_mistake(tmp_path: Path) -> None:
    assert CliRunner().invoke(cli, ["corpus"]).exit_code == 2
    assert CliRunner().invoke(cli, ["corpus", str(tmp_path), "--generate", "3"]).exit_code == 2
