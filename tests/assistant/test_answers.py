import unicodedata

import pytest

from icabinet.assistant.answer import answer
from icabinet.assistant.bm25 import Words
from icabinet.assistant.index import Encodes, Source
from icabinet.assistant.protocol import Answer
from icabinet.assistant.search import View
from icabinet.assistant.suggest import suggest
from icabinet.assistant.text import collapse, fold

from .samples import DIRECTIVE, REPORT, SECRET, papers

ANSWERED = {
    "Danh mục tuyến phố phải sửa chữa hoàn thành trước ngày nào?": ("chi-thi", 1, "31 tháng 3 năm 2026"),
    "Toàn thị xã còn bao nhiêu tuyến phố có vỉa hè hư hỏng?": ("chi-thi", 1, "38"),
    "Ai chịu trách nhiệm theo dõi việc thực hiện Chỉ thị?": ("chi-thi", 2, "Trịnh Thị Hòa"),
    "Khối lượng rác thải sinh hoạt thu gom được là bao nhiêu tấn?": ("bao-cao", 1, "4.260 tấn"),
    "Cơ quan nào thay thùng rác hỏng tại chợ?": ("bao-cao", 2, "Phòng Kinh tế"),
}
NOT_ANSWERED = [
    "Giá vé máy bay đi Hà Nội dịp Tết là bao nhiêu?",
    "Đội tuyển bóng đá nữ đá trận khai mạc lúc mấy giờ?",
    "Chỉ thị số 99/CT-UBND giao việc gì cho Công an thị xã?",
    "Năm 2019 khối lượng rác thải sinh hoạt thu gom được là bao nhiêu tấn?",
]


def view_of(sources: list[Source], encoder: Encodes | None) -> View:
    words = Words()
    return View(papers(sources, encoder, words), words)


@pytest.fixture(scope="module")
def hybrid(encoder: Encodes) -> View:
    return view_of([DIRECTIVE, REPORT], encoder)


@pytest.fixture(scope="module")
def keywords() -> View:
    return view_of([DIRECTIVE, REPORT], None)


def check(given: Answer, key: str, page: int, answer_text: str) -> None:
    best = given.passages[0]
    source = {DIRECTIVE.key: DIRECTIVE, REPORT.key: REPORT}[key]
    assert given.state == "answered"
    assert (best.key, best.page) == (key, page)
    assert answer_text in best.quote
    assert collapse(source.pages[page - 1][best.start : best.end]) == best.quote


@pytest.mark.parametrize("question", ANSWERED)
@pytest.mark.parametrize("typed", [str, fold, lambda text: unicodedata.normalize("NFD", text)])
def test_a_question_is_answered_by_the_right_sentence_however_it_is_typed(hybrid, encoder, question, typed) -> None:
    given = answer(hybrid, typed(question), encoder)
    check(given, *ANSWERED[question])
    assert given.mode == "hybrid"


@pytest.mark.parametrize("question", ANSWERED)
def test_keywords_alone_answer_too_and_say_so(keywords: View, question: str) -> None:
    given = answer(keywords, question)
    check(given, *ANSWERED[question])
    assert given.mode == "keywords"


@pytest.mark.parametrize("question", NOT_ANSWERED)
def test_what_the_papers_do_not_hold_is_refused_with_the_nearest_passages(hybrid, keywords, encoder, question) -> None:
    for given in (answer(hybrid, question, encoder), answer(keywords, question)):
        assert given.state == "refused"
        assert given.passages


def test_the_short_answer_is_marked_inside_the_quotation(hybrid: View, encoder: Encodes) -> None:
    best = answer(hybrid, "Kinh phí thu gom rác là bao nhiêu tiền?", encoder).passages[0]
    assert [best.quote[start:end] for start, end in best.emphasis] == ["6,8 tỷ đồng"]


def test_the_rest_of_the_paragraph_stands_around_the_quotation(hybrid: View, encoder: Encodes) -> None:
    best = answer(hybrid, "Công ty Môi trường đô thị bố trí bao nhiêu xe chuyên dụng?", encoder).passages[0]
    assert best.quote == "Công ty Môi trường đô thị bố trí 27 xe chuyên dụng."
    assert best.before.startswith("Trong quý I năm 2026, khối lượng rác thải")
    assert best.after == ""


def test_a_question_about_a_named_document_is_answered_from_it(hybrid: View, encoder: Encodes) -> None:
    given = answer(hybrid, "Chỉ thị số 15/CT-UBND yêu cầu mỗi tuần bao nhiêu ca tuần tra?", encoder)
    assert given.passages[0].key == "chi-thi"
    assert "ít nhất 03 ca tuần tra" in given.passages[0].quote


def test_no_more_passages_than_asked_for_and_none_twice(hybrid: View, encoder: Encodes) -> None:
    places = [(one.key, one.page, one.start) for one in answer(hybrid, "vỉa hè", encoder, limit=3).passages]
    assert len(places) == len(set(places)) == 3


@pytest.mark.parametrize("question", ["", "   ", "???", "🙂", "a" * 3000, "\u0000\u0301", "(((.*"])
def test_odd_questions_are_refused_not_broken(keywords: View, hybrid: View, encoder: Encodes, question: str) -> None:
    assert answer(keywords, question).state == "refused"
    assert answer(hybrid, question, encoder).state == "refused"


def test_without_papers_everything_is_refused() -> None:
    given = answer(view_of([], None), "Có bao nhiêu tuyến phố?")
    assert given.state == "refused"
    assert given.passages == []
    assert answer(view_of([Source("k", "", "", ["", " "])], None), "gì?").state == "refused"


def test_another_paper_leaves_no_trace_in_the_answers(encoder: Encodes) -> None:
    """Rights before ranking: with the secret paper indexed but not allowed, answers are bit for bit the same."""
    words = Words()
    indexed = papers([SECRET, DIRECTIVE, REPORT], encoder, words)
    allowed = View([paper for paper in indexed if paper.key != SECRET.key], words)
    alone = view_of([DIRECTIVE, REPORT], encoder)
    questions = [*ANSWERED, *NOT_ANSWERED, *map(fold, ANSWERED)]
    questions += ["gia khoi diem khu dat ben pha la bao nhieu", "Giá khởi điểm đấu giá khu đất bến phà?"]
    for question in questions:
        for one in (encoder, None):
            assert answer(allowed, question, one) == answer(alone, question, one)
    assert answer(allowed, questions[-1], encoder).state == "refused"
    assert answer(View(indexed, words), questions[-1], encoder).passages[0].key == SECRET.key


def test_suggested_questions_are_answered_by_the_papers(hybrid: View, encoder: Encodes) -> None:
    suggested = suggest(hybrid, encoder)
    assert suggested
    assert len(suggested) <= 3
    for question in suggested:
        assert question[0].isupper()
        assert question.endswith("?")
        assert answer(hybrid, question, encoder).state == "answered"


def test_nothing_is_suggested_without_papers() -> None:
    assert suggest(view_of([], None), None) == []


def test_of_a_person_the_whole_name_is_marked() -> None:
    text = "Nghệ sĩ Marlee Matlin quê ở Illinois và từ Florida dịch bài hát sang ngôn ngữ ký hiệu."
    given = answer(view_of([Source("k", "", "", [text])], None), "Ai đã dịch bài hát sang ngôn ngữ ký hiệu?")
    best = given.passages[0]
    assert [best.quote[start:end] for start, end in best.emphasis] == ["Marlee Matlin"]
