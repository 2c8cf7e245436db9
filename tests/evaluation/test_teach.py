"""`icabinet teach`: what lessons are made of which files, and a file that the assistant can use."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from click.testing import CliRunner, Result
from safetensors.numpy import load_file

from icabinet.assistant import weights
from icabinet.assistant.extractor import FILE, load
from icabinet.assistant.unpadded import Unpadded
from icabinet.cli.main import cli
from icabinet.evaluation.lessons import Lesson, qamr, squad

TEXT = "Chợ Tân Hòa mở năm 1998. Ông Lê Văn Minh quản lý chợ. Mỗi ngày chợ đón 2.400 lượt khách."
QUESTIONS = [
    ("Chợ mở năm nào?", "năm 1998"),
    ("Ai quản lý chợ?", "Lê Văn Minh"),
    ("Mỗi ngày chợ đón bao nhiêu lượt khách?", "2.400"),
]
SENTENCES = (
    "Wiki1k:wikipedia:7:1:0\t`` It rained , '' said Ann -LRB- 40 -RRB- .\n"
    "Wiki1k:wikipedia:7:1:1\tBob 's car was wet .\n"
    "Wiki1k:wikipedia:8:1:0\tNobody drove .\n"
)
ASKED = (
    "Wiki1k:wikipedia:7:1:0\t1 2\t76\t0\t3\tWho spoke?\t6\t261:6\n"
    "Wiki1k:wikipedia:7:1:0\t1 2\t76\t1\t3\tWhat happened to what?\t1 6\t261:6\n"
    "Wiki1k:wikipedia:7:1:1\t1 2\t76\t0\t3\tWhose car?\t0 1\t261:0 1\n"
    "Wiki1k:wikipedia:9:1:1\t1 2\t76\t0\t3\tA sentence that is not there?\t0\t261:0\n"
)


def squad_file(folder: Path, questions: list[tuple[str, str]] = QUESTIONS) -> Path:
    asked = [
        {"question": question, "answers": [{"text": words, "answer_start": TEXT.index(words)}] if words else []}
        for question, words in questions
    ]
    path = folder / "squad.json"
    article = {"title": "Chợ", "paragraphs": [{"context": TEXT, "qas": asked}]}
    path.write_text(json.dumps({"data": [article]}), "utf-8")
    return path


def teach(model: Path, output: Path, *more: str) -> Result:
    return CliRunner().invoke(cli, ["teach", "--model", str(model), "--output", str(output), *more])


def test_squad_asks_of_the_sentence_with_the_answer(tmp_path: Path) -> None:
    lessons = list(squad(squad_file(tmp_path, [*QUESTIONS, ("Ai quản lý bến xe?", "")])))
    shown = [one.sentence[slice(*one.span)] if one.span else None for one in lessons]
    assert shown == ["năm 1998", "Lê Văn Minh", "2.400", None]
    assert lessons[1].sentence == lessons[3].sentence == "Ông Lê Văn Minh quản lý chợ."
    assert [len(one.others) for one in lessons] == [2, 2, 2, 0]
    assert all(one.sentence not in one.others for one in lessons)


def test_qamr_is_read_as_text_and_asks_of_its_article(tmp_path: Path) -> None:
    (tmp_path / "sentences.tsv").write_text(SENTENCES, "utf-8")
    (tmp_path / "asked.tsv").write_text(ASKED, "utf-8")
    spoken, wet = '"It rained," said Ann (40).', "Bob's car was wet."
    assert list(qamr(tmp_path / "sentences.tsv", tmp_path / "asked.tsv")) == [
        Lesson("Who spoke?", spoken, (18, 21), [wet]),
        Lesson("Whose car?", wet, (0, 5), [spoken]),
    ]


def test_what_was_taught_is_found(model_folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "taught.safetensors"
    told = teach(model_folder, output, "--squad", str(squad_file(tmp_path)), "--rounds", "120", "--threads", "1")
    assert told.exit_code == 0, told.output
    bert = weights.read(model_folder)
    made = load(model_folder, bert, Unpadded(bert, torch.float32, 1), output)
    assert made is not None
    for lesson, (question, words) in zip(squad(squad_file(tmp_path)), QUESTIONS, strict=True):
        found = made.extract(question, [lesson.sentence])[0]
        assert lesson.sentence[slice(*found.span)] == words
    shipped, own = load_file(FILE), load_file(output)
    assert {name: one.shape for name, one in own.items()} == {name: one.shape for name, one in shipped.items()}
    assert all(np.isfinite(one).all() for one in own.values())


@pytest.mark.parametrize("content", ["{}", '{"data": [{"paragraphs": [{}]}]}', "không phải JSON"])
def test_a_file_of_another_kind_is_refused_by_name(model_folder: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "other.json").write_text(content, "utf-8")
    told = teach(model_folder, tmp_path / "made", "--squad", str(tmp_path / "other.json"))
    assert told.exit_code == 1
    assert "other.json" in told.output
    assert not (tmp_path / "made").exists()


def test_without_questions_nothing_is_taught(model_folder: Path, tmp_path: Path) -> None:
    told = teach(model_folder, tmp_path / "made")
    assert told.exit_code == 1
    assert "Xin đưa ít nhất một tệp câu hỏi: --squad hoặc --qamr." in told.output
    assert not (tmp_path / "made").exists()
