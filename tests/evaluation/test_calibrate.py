"""`icabinet calibrate` writes a file that the assistant can use, and refuses questions of one kind only."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from icabinet.assistant.bm25 import Words
from icabinet.assistant.calibration import read
from icabinet.assistant.index import Source
from icabinet.assistant.refusal import state_of
from icabinet.cli.main import cli
from icabinet.evaluation.asking import Session, chance, index
from icabinet.evaluation.cases import Case, Trial

from .test_command import CASES, OTHER, PAPER

UNANSWERED: list[dict[str, object]] = [
    {"id": str(number), "question": question, "answerable": False}
    for number, question in enumerate(("Ai trúng xổ số?", "Đội bóng nào thắng trận?", "Giá vàng hôm nay?"), 10)
]


def calibrate(folder: Path, cases: list[dict[str, object]]) -> Result:
    (folder / "a.txt").write_text(PAPER, "utf-8")
    (folder / "b.txt").write_text(OTHER, "utf-8")
    (folder / "cases.jsonl").write_text("\n".join(json.dumps(case) for case in cases), "utf-8")
    options = ["--no-demo", "--keywords", "--model", str(folder), "--packet", str(folder / "cases.jsonl"), str(folder)]
    return CliRunner().invoke(cli, ["calibrate", *options])


def test_the_written_file_parts_answers_from_refusals(tmp_path: Path) -> None:
    told = calibrate(tmp_path, CASES + UNANSWERED)
    assert "AUROC 1.000" in told.output
    made = read(tmp_path / "calibration.json")
    words = Words()
    trial = Trial("small", [], [Source("a", "", "", [PAPER]), Source("b", "", "", [OTHER])])
    session = Session(trial, index(trial, None, words), words, None, made)
    asked = [Case(str(case["id"]), str(case["question"])) for case in CASES + UNANSWERED]
    states = [state_of(made.keywords, chance(session, session.view, case)) for case in asked]
    assert states == ["answered"] * 2 + ["refused"] * 4


def test_questions_of_one_kind_only_are_refused(tmp_path: Path) -> None:
    told = calibrate(tmp_path, UNANSWERED)
    assert told.exit_code == 1
    assert "Xin đưa cả câu hỏi có và câu hỏi không có lời giải." in told.output
    assert not (tmp_path / "calibration.json").exists()
