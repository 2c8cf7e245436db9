"""The best sentences are put in order by what was learned of their traits, and nothing is lost or doubled by it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.assistant.bm25 import Words
from icabinet.assistant.index import Source, read
from icabinet.assistant.questions import asked_for, kind_of
from icabinet.assistant.reordering import Choice, learned, looked_at, reordered
from icabinet.assistant.search import Ranking, View
from icabinet.assistant.spans import says_anew
from icabinet.assistant.traits import traits

TARGET = "Chỉ tiêu kích hoạt tài khoản định danh là 40 triệu tài khoản của toàn quốc."
DONE = "Thực tế đã kích hoạt 48 triệu tài khoản."
NEWS = {"news": 1.0}
REPORT = f"I. TÀI KHOẢN ĐỊNH DANH\n\n{TARGET}\n\n{DONE}\n\nThời tiết trong tháng có mưa nhiều."
QUESTION = "Chỉ tiêu tài khoản định danh 40 triệu tài khoản, đã kích hoạt bao nhiêu tài khoản?"


@pytest.fixture(scope="module")
def view() -> View:
    words = Words()
    return View([read(Source("a", "Báo cáo", "", [REPORT]), words)], words)


def told(view: View, ranking: Ranking) -> list[str]:
    return [view.sentences[at].text for at in ranking.best(3)]


def test_a_sentence_that_only_repeats_the_questions_figure_gives_way(view: View) -> None:
    asked = view.ask(QUESTION, None)
    assert told(view, view.rank(asked))[0] == TARGET
    assert told(view, reordered(view, asked, NEWS))[:2] == [DONE, TARGET]


def test_without_weights_and_for_comparisons_the_order_stays(view: View) -> None:
    comparison = view.ask("Các báo cáo nói khác nhau thế nào về số tài khoản đã kích hoạt?", None)
    for asked, order in ((view.ask(QUESTION, None), {}), (comparison, NEWS)):
        assert told(view, reordered(view, asked, order)) == told(view, view.rank(asked))


@settings(derandomize=True, max_examples=20)
@given(st.integers(1, 4), st.sampled_from([NEWS, {"cover": -1.0}, {"cover_above": 1.0, "thing": 1.0}]))
def test_every_sentence_is_there_once_whatever_was_learned(limit: int, order: dict[str, float]) -> None:
    words = Words()
    own = View([read(Source("a", "Báo cáo", "", [REPORT]), words)], words)
    ranking = reordered(own, own.ask(QUESTION, None), order)
    found = ranking.best(limit)
    assert len(found) == len(set(found)) == min(limit, len(own.sentences))
    assert found == ranking.best(len(own.sentences))[:limit]


def test_what_stands_above_and_before_a_sentence_counts_apart_from_its_own_words(view: View) -> None:
    asked = view.ask("Thực tế tài khoản định danh trong báo cáo?", None)
    ranking = view.rank(asked)
    numbers = looked_at(view, ranking)
    assert not any(view.sentences[at].heading for at in numbers)
    seen = dict(zip(numbers, traits(view, asked, ranking, numbers), strict=True))
    done = next(seen[at] for at in numbers if view.sentences[at].text == DONE)
    assert done["cover"] < done["cover_above"] <= done["cover_before"]


@settings(derandomize=True, max_examples=25)
@given(st.floats(0.2, 5), st.floats(-10, 10))
def test_the_trait_that_tells_gets_the_weight(apart: float, level: float) -> None:
    choices: list[Choice] = [
        ([{"tells": level + apart * (at == right), "noise": float((at + turn // 4) % 2)} for at in range(4)], marks)
        for turn in range(40)
        for right in [turn % 4]
        for marks in [[at == right for at in range(4)]]
    ]
    found = learned(choices)
    assert found["tells"] * apart > 1 > 0.3 > abs(found["noise"])
    assert learned([(rows, [False] * len(rows)) for rows, _ in choices]) == {}


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Có bao nhiêu nhiệm vụ quá hạn?", ["nhiem", "vu"]),
        ("Trường học nào chủ trì?", ["truong", "hoc"]),
        ("Vì sao chậm?", []),
    ],
)
def test_the_thing_asked_for_stands_beside_the_asking_word(question: str, thing: list[str]) -> None:
    assert asked_for(question) == thing


def test_news_is_what_the_question_does_not_say() -> None:
    assert says_anew(QUESTION, "number", TARGET) is False
    assert says_anew(QUESTION, "number", DONE) is True
    assert says_anew("Vì sao chậm?", kind_of("Vì sao chậm?"), DONE) is None
