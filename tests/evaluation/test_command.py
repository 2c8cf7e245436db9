"""`icabinet evaluate` on papers small enough to know every figure by heart."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from icabinet.cli.main import cli

PAPER = "Thị xã còn 38 tuyến phố hư hỏng.\n\nĐoàn kiểm tra làm việc tại chợ Tân Hòa ngày 12 tháng 5 năm 2026."
OTHER = "Công ty Môi trường bố trí 27 xe thu gom rác thải.\n\nKinh phí thu gom là 6,8 tỷ đồng."
CASES: list[dict[str, object]] = [
    {"id": "1", "question": "Còn bao nhiêu tuyến phố hư hỏng?", "gold_doc": ["a"], "gold_quote": ["38 tuyến phố"]},
    {"id": "2", "question": "Công ty bố trí bao nhiêu xe thu gom rác?", "gold_doc": ["b"], "gold_quote": ["27 xe"]},
    {"id": "3", "question": "Giá vé máy bay dịp Tết là bao nhiêu?", "answerable": False},
]
ANSWERS = {"1": "38", "2": "27"}


def evaluate(folder: Path, cases: list[dict[str, object]], *more: str) -> Result:
    for name, text in (("a", PAPER), ("b", OTHER)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    full = [case | ({"gold_answer": ANSWERS[str(case["id"])]} if case.get("gold_doc") else {}) for case in cases]
    (folder / "cases.jsonl").write_text("\n".join(json.dumps(case) for case in full), "utf-8")
    options = ["--no-demo", "--keywords", "--packet", str(folder / "cases.jsonl"), str(folder), *more]
    return CliRunner().invoke(cli, ["evaluate", *options])


def test_every_figure_of_a_small_packet(tmp_path: Path) -> None:
    (found,) = json.loads(evaluate(tmp_path, CASES, "--json").output)
    values = found["values"]
    assert (values["answerable"], values["unanswerable"]) == (2, 1)
    assert values["ndcg10"] == values["recall1"] == values["sentence1"] == values["sentence3"] == 1.0
    assert values["auroc"] == values["refused_right"] == values["verbatim"] == 1.0
    assert values["wrong_at_95"] == values["answered_wrong"] == 0.0
    assert found["spans"] == {"number": [2, 1.0]}


def test_figures_are_printed_with_their_goals_and_what_was_missed(tmp_path: Path) -> None:
    wrong: dict[str, object] = {"id": "1", "question": "Kinh phí thu gom?", "gold_doc": ["a"], "gold_quote": ["38"]}
    told = evaluate(tmp_path, [wrong], "--misses").output
    assert "1 [2]" in told
    assert "Kinh phí thu gom là 6,8 tỷ đồng." in told
    assert "≥ 0,900: chưa đạt" in told
    assert "≥ 1,000: đạt" in told


def test_an_expected_answer_that_no_paper_holds_stops_the_run(tmp_path: Path) -> None:
    lost: dict[str, object] = {"id": "1", "question": "?", "gold_doc": ["a"], "gold_quote": ["99 tuyến phố"]}
    result = evaluate(tmp_path, [lost])
    assert result.exit_code == 1
    assert "lời giải không có trong tài liệu: 1" in result.output


def test_a_file_of_paragraphs_is_asked_with_and_without_the_one_that_answers(tmp_path: Path) -> None:
    answers = [{"text": "38", "answer_start": PAPER.index("38")}]
    asked = {"id": "q", "question": "Còn bao nhiêu tuyến phố hư hỏng?", "answers": answers}
    paragraphs = [{"context": PAPER, "qas": [asked]}, {"context": OTHER, "qas": []}]
    path = tmp_path / "squad.json"
    path.write_text(json.dumps({"data": [{"paragraphs": paragraphs}]}), "utf-8")
    result = CliRunner().invoke(cli, ["evaluate", "--no-demo", "--keywords", "--xquad", str(path), "--json"])
    (found,) = json.loads(result.output)
    assert found["without_gold"] == 1
    assert found["values"]["sentence1"] == found["values"]["auroc"] == 1.0
    assert found["spans"] == {"number": [1, 1.0]}
