import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from icabinet.assistant.answer import answer
from icabinet.assistant.bm25 import Words
from icabinet.assistant.comparison import compared, compares, sides
from icabinet.assistant.index import Source
from icabinet.assistant.search import View
from icabinet.assistant.text import fold

from .samples import DIRECTIVE, papers

CITY = Source("tp", "Báo cáo của thị xã", "2026-11-09", ["Đã kích hoạt 1.102 tài khoản định danh, đạt 84,7%."])
POLICE = Source("ca", "Báo cáo của Công an", "2026-10-20", ["Đến cuối tháng 9 kích hoạt 968 tài khoản định danh."])


@pytest.fixture(scope="module")
def view() -> View:
    words = Words()
    return View(papers([CITY, POLICE, DIRECTIVE], None, words), words)


@pytest.mark.parametrize(
    "question",
    [
        "Các báo cáo nói khác nhau thế nào về số tài khoản định danh đã kích hoạt?",
        "So sánh số tài khoản định danh đã kích hoạt trong hai báo cáo",
        "cac bao cao noi khac nhau the nao ve so tai khoan dinh danh da kich hoat?",
    ],
)
def test_a_comparison_quotes_every_paper_that_speaks_of_it_once(view: View, question: str) -> None:
    given = answer(view, question)
    assert [(one.key, one.quote) for one in given.passages] == [("tp", CITY.pages[0]), ("ca", POLICE.pages[0])]


def test_papers_of_another_kind_than_the_question_names_stay_out() -> None:
    plan = Source("kh", "Kế hoạch của thị xã", "", ["Kích hoạt 1.500 tài khoản định danh trong năm tới."])
    words = Words()
    every = View(papers([CITY, POLICE, plan, DIRECTIVE], None, words), words)
    both = answer(every, "Các báo cáo nói khác nhau thế nào về số tài khoản định danh đã kích hoạt?").passages
    assert {one.key for one in both} == {"tp", "ca"}
    three = answer(every, "Các tài liệu nói khác nhau thế nào về số tài khoản định danh đã kích hoạt?").passages
    assert {one.key for one in three} == {"tp", "ca", "kh"}


def test_the_sentences_of_a_comparison_speak_of_the_same_thing() -> None:
    """The second paper repeats more words of the question elsewhere, but says the compared figure only here."""
    mixed = "Số hồ sơ quá hạn của các báo cáo được tổng hợp lại.\n\nĐến nay hồ sơ quá hạn tại Một cửa là 12."
    sources = [
        Source("a", "Báo cáo A", "", ["Hồ sơ quá hạn tại Một cửa là 31."]),
        Source("b", "Báo cáo B", "", [mixed]),
    ]
    words = Words()
    given = answer(
        View(papers([*sources, DIRECTIVE], None, words), words), "So sánh số hồ sơ quá hạn trong hai báo cáo"
    )
    assert given.comparison
    assert {one.quote for one in given.passages} == {sources[0].pages[0], mixed.split("\n\n")[1]}
    assert {one.quote[slice(*one.emphasis[0])] for one in given.passages} == {"31", "12"}


def test_date_and_scope_stand_beside_each_quotation() -> None:
    told = "Số liệu chốt đến ngày 30/9/2026.\n\nĐến ngày 30 tháng 9 năm 2026 kích hoạt 968 tài khoản định danh."
    words = Words()
    view = View(papers([CITY, Source("ca", "Báo cáo của Công an", "", [told])], None, words), words)
    given = answer(view, "Các báo cáo nói khác nhau thế nào về số tài khoản định danh đã kích hoạt?")
    police = next(one for one in given.passages if one.key == "ca")
    assert (police.date, police.scope) == ("ngày 30 tháng 9 năm 2026", "Số liệu chốt đến ngày 30/9/2026.")
    assert not any(one.date or one.scope for one in answer(view, "Bao nhiêu tài khoản?").passages)


def test_a_plain_question_is_no_comparison(view: View) -> None:
    assert not compares("Đã kích hoạt bao nhiêu tài khoản?")
    keys = [one.key for one in answer(view, "Tuyến phố có vỉa hè hư hỏng?", limit=2).passages]
    assert keys == ["chi-thi", "chi-thi"]


def test_only_what_is_compared_is_searched() -> None:
    assert compared("Các báo cáo nói khác nhau thế nào về số hồ sơ?") == "số hồ sơ?"
    assert compared("So sánh tỷ lệ giải ngân giữa các tài liệu") == "tỷ lệ giải ngân"
    asked = "So với báo cáo của Công an, báo cáo của UBND nêu số lỗ hổng đã khắc phục khác thế nào?"
    assert compared(asked) == "số lỗ hổng đã khắc phục ?"
    assert compared("So sánh!") == "So sánh!"
    assert compares(fold("So với báo cáo trước"))
    assert not compares("Tăng bao nhiêu so với năm trước?")


ROWS = [
    "Xã Tân Hòa kích hoạt 71,6% số tài khoản.",
    "Tổng hợp chung toàn thị xã.",
    "Phường Cầu Đá kích hoạt 89,4% số tài khoản.",
]


@pytest.mark.parametrize(
    "question",
    [
        "So sánh tỷ lệ tài khoản kích hoạt giữa xã Tân Hòa và phường Cầu Đá?",
        "So sánh tỷ lệ kích hoạt tài khoản: xã Tân Hòa và phường Cầu Đá",
        "so sanh ty le kich hoat tai khoan cua xa Tan Hoa voi phuong Cau Da",
    ],
)
def test_two_things_of_one_paper_are_quoted_beside_each_other(question: str) -> None:
    words = Words()
    sources = [CITY, Source("xa", "Phụ lục", "", ["\n\n".join(ROWS)])]
    given = answer(View(papers(sources, None, words), words), question)
    assert given.comparison
    assert [one.quote for one in given.passages] == [ROWS[0], ROWS[2]]
    assert [one.quote[slice(*one.emphasis[0])] for one in given.passages] == ["71,6%", "89,4%"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("So sánh số hồ sơ của Sở Khoa học và Công nghệ với Sở Nội vụ", ["Sở Khoa học và Công nghệ", "Sở Nội vụ"]),
        ("So sánh kinh phí: năm 2026 và năm 2027?", ["năm 2026", "năm 2027"]),
        ("So sánh số hồ sơ giữa báo cáo của UBND và báo cáo của Công an", []),
        ("So sánh số hồ sơ của Sở Khoa học và Công nghệ", []),
        ("Đã kích hoạt bao nhiêu tài khoản giữa xã A và xã B?", []),
        ("So sánh chi của Sở Y tế giữa năm 2026 và năm 2027", ["của Sở Y tế năm 2026", "của Sở Y tế năm 2027"]),
        (
            "So sánh chi giữa năm 2026 và năm 2027 của Sở Y tế?",
            ["năm 2026 của Sở Y tế", "năm 2027 của Sở Y tế"],
        ),
        (
            "So sánh chi: năm 2026 và năm 2027 tại Sở Y tế",
            ["năm 2026 tại Sở Y tế", "năm 2027 tại Sở Y tế"],
        ),
        ("So sánh chi giữa quý I và quý II năm 2026", ["quý I năm 2026", "quý II năm 2026"]),
        (
            "So sánh chi của Sở Tư pháp với Sở Tài chính trong năm 2026",
            ["Sở Tư pháp trong năm 2026", "Sở Tài chính trong năm 2026"],
        ),
        ("So sánh chi giữa Sở Y tế và Sở Tài chính", ["Sở Y tế", "Sở Tài chính"]),
        ("So sánh chi giữa năm 2026 của Sở Y tế và năm 2027", []),
        ("So sánh chi của Sở Y tế năm 2026 với năm 2027", []),
        ("So sánh chi giữa thực hiện năm 2026 và dự toán của Sở Y tế năm 2027", []),
    ],
)
def test_the_two_sides_are_told_apart_and_papers_are_none(question: str, expected: list[str]) -> None:
    found = sides(question)
    assert len(found) == len(expected)
    assert all(one.endswith(f" {side}") for one, side in zip(found, expected, strict=True))


def test_a_comparison_is_answered_as_far_as_both_sides_are() -> None:
    words = Words()
    view = View(papers([CITY, Source("xa", "Phụ lục", "", ["\n\n".join(ROWS)])], None, words), words)
    assert answer(view, "So sánh tỷ lệ kích hoạt tài khoản giữa xã Tân Hòa và phường Cầu Đá?").state == "answered"
    assert answer(view, "So sánh tỷ lệ kích hoạt tài khoản giữa xã Tân Hòa và xã Kỳ Phú?").state == "refused"


def test_what_is_said_behind_both_sides_holds_of_both() -> None:
    finance = "Sở Tài chính chi 200 tỷ đồng trong năm 2026."
    health = ["Sở Y tế chi 80 tỷ đồng trong năm 2026.", "Sở Y tế chi 90 tỷ đồng trong năm 2027."]
    words = Words()
    view = View(papers([Source("chi", "Phụ lục", "", ["\n\n".join([finance, *health])])], None, words), words)
    found = answer(view, "So sánh chi giữa năm 2026 và năm 2027 của Sở Y tế?")
    assert [one.quote for one in found.passages] == health


_PIECES = ["so sánh", "đối chiếu", "kinh phí", "của", "giữa", ":", "và", "với", "xã A", "năm 2026", ",", "", "\u00a0"]


@settings(derandomize=True, max_examples=60)
@drawn(st.lists(st.sampled_from(_PIECES), max_size=8).map(" ".join))
def test_a_comparison_that_breaks_off_has_no_sides_or_two(typed: str) -> None:
    assert len(sides(f"so sánh kinh phí {typed}")) in (0, 2)
    assert len(sides(typed)) in (0, 2)


@pytest.mark.parametrize("blank", ["  ", "\u00a0\u00a0", " \n\u200b"])
def test_blanks_behind_a_comparison_ask_nothing_more(view: View, blank: str) -> None:
    broken_off = "so sánh số tài khoản định danh của"
    assert answer(view, broken_off + blank).passages == answer(view, broken_off).passages
    assert answer(view, blank).state == "refused"
