import numpy as np

from icabinet.assistant.bm25 import BM25, Words, count_words, join
from icabinet.assistant.questions import kind_of
from icabinet.assistant.spans import answer_span
from icabinet.assistant.text import tokens

TEXTS = ["vỉa hè hư hỏng", "rác thải sinh hoạt", "vỉa hè và rác thải", "chợ trung tâm"]


def test_scores_follow_the_formula_of_bm25() -> None:
    words = Words()
    found = BM25(count_words([["a", "b", "b"], ["a"], ["c", "c"]], words), words).scores(["b"])
    rarity = np.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    expected = rarity * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 3 / 2))
    assert np.allclose(found, [expected, 0, 0])


def test_papers_joined_score_as_if_counted_together() -> None:
    words = Words()
    together = BM25(count_words(map(tokens, TEXTS), words), words)
    parts = [count_words(map(tokens, TEXTS[:1]), words), count_words(map(tokens, TEXTS[1:]), words)]
    assert np.allclose(together.scores(tokens("via he")), BM25(join(parts), words).scores(tokens("vỉa hè")))


def test_an_unknown_word_scores_nothing_and_is_the_rarest() -> None:
    words = Words()
    search = BM25(count_words(map(tokens, TEXTS), words), words)
    assert not search.scores(["xyz"]).any()
    assert search.rarity("xyz") > search.rarity("cho") > search.rarity("via")


def test_questions_are_typed() -> None:
    expected = {
        "Chỉ thị nào yêu cầu việc này?": "document",
        "Hoàn thành trước ngày nào?": "date",
        "Đạt bao nhiêu phần trăm?": "percent",
        "Có bao nhiêu tuyến phố?": "number",
        "Ai chịu trách nhiệm theo dõi?": "person",
        "Cơ quan nào chủ trì?": "body",
        "Vì sao phải chỉnh trang?": "other",
    }
    assert {question: kind_of(question) for question in expected} == expected


def spans(question: str, text: str) -> str | None:
    span = answer_span(question, kind_of(question), text, lambda word: 1.0)
    return text[span[0] : span[1]] if span else None


def test_the_figure_that_answers_is_marked_not_another() -> None:
    text = "Toàn thị xã còn 38 tuyến phố hư hỏng, trong đó 12 tuyến gây mất an toàn, chiếm 31,6% số tuyến."
    assert spans("Còn bao nhiêu tuyến phố hư hỏng?", text) == "38"
    assert spans("Bao nhiêu tuyến gây mất an toàn?", text) == "12"
    assert spans("Chiếm bao nhiêu phần trăm?", text) == "31,6%"


def test_dates_documents_people_and_bodies_are_marked() -> None:
    text = "Ngày 02 tháng 3 năm 2026, bà Trịnh Thị Hòa, Phòng Đô thị, trình Kế hoạch số 21/KH-UBND giao Sở Xây dựng."
    assert spans("Trình vào ngày nào?", text) == "Ngày 02 tháng 3 năm 2026"
    assert spans("Ai trình kế hoạch?", text) == "Trịnh Thị Hòa"
    assert spans("Trình kế hoạch nào?", text) == "Kế hoạch số 21/KH-UBND"
    assert spans("Giao sở nào?", text) == "Sở Xây dựng"


def test_an_untyped_question_marks_nothing() -> None:
    assert spans("Vì sao giao?", "Giao Sở Xây dựng 12 việc.") is None


def test_what_leads_to_a_date_and_what_the_question_counts_are_not_marked() -> None:
    assert spans("Xong trước ngày nào?", "Hoàn thành trước ngày 15/8/2026.") == "ngày 15/8/2026"
    assert spans("Thành lập năm nào?", "Sở được thành lập từ năm 1997.") == "1997"
    assert spans("Có bao nhiêu hồ sơ?", "Đã nhận khoảng 1.200 hồ sơ.") == "1.200"
    assert spans("Kéo dài bao lâu?", "Việc này kéo dài tối đa 15 ngày.") == "15 ngày"


def test_whoever_signed_is_the_name_that_stands_alone() -> None:
    assert kind_of("Ai ký Kế hoạch này?") == kind_of("Kế hoạch do ai ký?") == "signer"
    assert spans("Ai ký?", "Trịnh Thị Hòa") == "Trịnh Thị Hòa"
    assert spans("Ai ký?", "Giao bà Trịnh Thị Hòa theo dõi.") is None


def test_a_foreign_name_is_marked_where_no_vietnamese_one_stands() -> None:
    assert spans("Ai dẫn đoàn?", "Đoàn do Kawann Short dẫn đầu.") == "Kawann Short"
