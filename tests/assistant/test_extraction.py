"""The short answer is what was read in the sentence together with the question; nothing is made up where none was."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from icabinet.assistant import extractor, weights
from icabinet.assistant.bm25 import Words
from icabinet.assistant.extraction import LONGEST, Extraction, Extracts, best
from icabinet.assistant.index import Encodes, Source
from icabinet.assistant.loading import load_encoder
from icabinet.assistant.questions import kind_of
from icabinet.assistant.reordering import reordered
from icabinet.assistant.rereading import READ, reread
from icabinet.assistant.search import View
from icabinet.assistant.short import short_answer
from icabinet.assistant.spans import whole
from icabinet.assistant.unpadded import Unpadded

from .samples import papers

SURVEY = "Đoàn khảo sát do bà Trần Thị Hạnh dẫn đầu đến bến xe Phú Lộc ngày 12 tháng 5 năm 2026, gặp 38 hộ kinh doanh."
WEATHER = "Trong tuần trời nhiều mây, có mưa rào rải rác vào chiều tối."
ASKED = {
    "Ai dẫn đầu đoàn khảo sát?": "Trần Thị Hạnh",
    "Đoàn khảo sát gặp bao nhiêu hộ kinh doanh?": "38",
    "Đoàn khảo sát đến bến xe khi nào?": "12 tháng 5 năm 2026",
    "Đoàn khảo sát đến nơi nào?": "bến xe Phú Lộc",
}
MARGINS = {"margin": 1.0}


@pytest.fixture(scope="module")
def extracts(encoder: Encodes) -> Extracts:
    assert encoder.extractor is not None
    return encoder.extractor


@pytest.mark.parametrize("question", ASKED)
def test_the_words_that_answer_are_shown_whole(encoder: Encodes, question: str) -> None:
    words = Words()
    view = View(papers([Source("a", "Báo cáo", "", [SURVEY])], encoder, words), words)
    found = short_answer(view.ask(question, encoder), "", SURVEY, view.passage_words.rarity, reading=True)
    assert found is not None
    assert ASKED[question] in SURVEY[slice(*found.span)]
    assert len(SURVEY[slice(*found.span)]) < len(ASKED[question]) + len(" hộ kinh doanh")


@pytest.mark.parametrize("question", ASKED)
def test_a_sentence_about_other_things_answers_less_surely(extracts: Extracts, question: str) -> None:
    right, wrong = extracts.extract(question, [SURVEY, WEATHER])
    assert right.margin > wrong.margin


def test_the_same_is_found_alone_and_among_others_and_typed_in_the_other_spelling(extracts: Extracts) -> None:
    question = "Đoàn họp tại toà nhà nào?"
    sentence = "Đoàn họp tại tòa nhà Hòa Bình trước khi đi khảo sát."
    alone = extracts.extract(question, [sentence])[0]
    assert extracts.extract("Ai?", [WEATHER]) != [alone]
    among = extracts.extract(question, [WEATHER, sentence, WEATHER])
    assert len(among) == 3
    assert among[1].span == alone.span
    assert "Hòa Bình" in sentence[slice(*alone.span)]


def test_a_question_or_a_sentence_without_end_is_read_as_far_as_it_fits(extracts: Extracts) -> None:
    long = SURVEY + " và nhiều nơi khác" * 300
    (found,) = extracts.extract("Ai dẫn đầu đoàn khảo sát" + " đến nhiều nơi" * 100 + "?", [long])
    assert long[slice(*found.span)] in SURVEY
    assert found.span[0] < found.span[1]


def test_begin_and_end_are_chosen_together() -> None:
    scores = np.array([[1, 1], [0, 8], [5, 0], [0, 4], [4, 0]], np.float32)
    offsets = [(0, 3), (4, 7), (8, 11), (12, 15)]
    assert best(scores, offsets) == Extraction((4, 11), 7.0)


def test_no_answer_is_longer_than_any_person_would_mark() -> None:
    scores = np.zeros((2 + LONGEST, 2), np.float32)
    scores[1, 0] = scores[-1, 1] = 9
    start, end = best(scores, [(at, at + 1) for at in range(1 + LONGEST)]).span
    assert end - start <= LONGEST


def test_nothing_is_found_in_nothing() -> None:
    assert best(np.array([[2, 1]], np.float32), []) == Extraction((0, 0), -3.0)


@pytest.mark.parametrize(
    ("question", "text", "read", "shown"),
    [
        ("Họp ngày nào?", "Họp lúc 8 giờ ngày 12/5/2026 tại trụ sở.", "12/5", "ngày 12/5/2026"),
        ("Có bao nhiêu hộ?", "Cả xã có 1.234 hộ.", "234", "1.234"),
        ("Theo văn bản nào?", "Thực hiện Chỉ thị số 05/CT-UBND của Ủy ban.", "05", "Chỉ thị số 05/CT-UBND"),
        ("Ai chủ trì?", "Ông Lê Văn Minh chủ trì.", "Minh", "Lê Văn Minh"),
        ("Ai chủ trì?", "Ông John Smith chủ trì.", "John Smith", "John Smith"),
        (
            "Ai chủ trì?",
            "Bà Lê Thị Mai và ông Trần Văn Hòa chủ trì.",
            "Lê Thị Mai và ông Trần Văn Hòa",
            "Lê Thị Mai và ông Trần Văn Hòa",
        ),
        ("Họp khi nào?", "Họp từ 1/3/2026 đến 5/4/2026.", "1/3/2026 đến 5/4/2026", "1/3/2026 đến 5/4/2026"),
        ("Vì sao chậm?", "Chậm 3 tháng do mưa.", "do mưa", "do mưa"),
    ],
)
def test_what_has_a_form_is_never_cut(question: str, text: str, read: str, shown: str) -> None:
    start = text.index(read)
    assert text[slice(*whole(question, kind_of(question), text, (start, start + len(read))))] == shown


def test_of_the_first_sentences_the_one_that_answers_comes_first(encoder: Encodes) -> None:
    words = Words()
    aim = "Chỉ tiêu năm 2026 là số lượt khách đến bến xe Phú Lộc tăng so với năm trước."
    done = "Năm 2026 bến xe đón 412.000 lượt khách."
    view = View(papers([Source("a", "Báo cáo", "", [f"{aim} {done} {WEATHER}"])], encoder, words), words)
    asked = view.ask("Năm 2026 số lượt khách đến bến xe Phú Lộc là bao nhiêu?", encoder)
    before = reordered(view, asked, {"cover": 1.0})
    after = reread(view, asked, before, MARGINS)
    assert view.sentences[before.order[0]].text == aim
    assert view.sentences[after.order[0]].text == done
    assert sorted(after.order) == sorted(before.order)
    assert list(after.margins) == sorted(after.margins, reverse=True)
    assert len(after.margins) == min(READ, len(view.sentences))


def test_without_an_extractor_and_for_comparisons_nothing_is_read(encoder: Encodes) -> None:
    words = Words()
    view = View(papers([Source("a", "Báo cáo", "", [SURVEY])], encoder, words), words)
    by_words = view.ask("Ai dẫn đầu đoàn?", None)
    comparison = view.ask("Các báo cáo nói khác nhau thế nào về số hộ kinh doanh?", encoder)
    for asked in (by_words, comparison):
        ranking = reordered(view, asked, {"cover": 1.0})
        assert reread(view, asked, ranking, MARGINS) == ranking


def test_nothing_is_shown_of_a_sentence_that_does_not_answer(encoder: Encodes) -> None:
    words = Words()
    view = View(papers([Source("a", "Báo cáo", "", [f"{SURVEY} {WEATHER}"])], encoder, words), words)
    for question in ("Ai dẫn đầu đoàn khảo sát?", "Đoàn khảo sát gặp bao nhiêu hộ kinh doanh?"):
        asked = view.ask(question, encoder)
        assert short_answer(asked, "", WEATHER, view.passage_words.rarity, reading=True) is None


@pytest.mark.parametrize("content", [b"", b"version https://git-lfs.github.com/spec/v1", b"\x02" + b"\0" * 7 + b"{}"])
def test_a_broken_file_is_told_as_such(model_folder: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.safetensors").write_bytes(content)
    bert = weights.read(model_folder)
    encoder = Unpadded(bert, torch.float32, 1)
    with pytest.raises((ValueError, KeyError)):
        extractor.load(model_folder, bert, encoder, tmp_path / "broken.safetensors")
    with pytest.raises(OSError):
        extractor.load(model_folder, bert, encoder, tmp_path / "none.safetensors")


def test_another_model_and_the_thrifty_engine_have_none(model_folder: Path, tmp_path: Path) -> None:
    assert load_encoder(model_folder, 1, thrifty=True).extractor is None
    (tmp_path / "build.json").write_text(json.dumps({"source": "another"}), "utf-8")
    bert = weights.read(model_folder)
    assert extractor.load(tmp_path, bert, Unpadded(bert, torch.float32, 1)) is None
