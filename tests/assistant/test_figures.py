"""One indicator with different values, without mixing aims, lacks and other subjects."""

from icabinet.assistant.figures import Paper, differing, scope_of
from icabinet.assistant.indicator import indicator
from icabinet.assistant.summary import summary

from .samples import DIRECTIVE, REPORT


def values(*texts: str) -> list[list[tuple[str, str]]]:
    papers = [Paper(f"p{number}", (text,)) for number, text in enumerate(texts, 1)]
    return [[(one.paper, one.sentence.text[slice(*one.at)].strip()) for one in group] for group in differing(papers)]


def test_the_same_indicator_is_laid_side_by_side_with_its_date() -> None:
    first = "Đến ngày 31 tháng 10 năm 2026, tỷ lệ hồ sơ nộp trực tuyến toàn thành phố đạt 78,4%."
    second = "Tỷ lệ hồ sơ nộp trực tuyến toàn thành phố đến hết tháng 9 năm 2026 đạt 75,1%."
    assert values(first, second) == [[("p1", "78,4%"), ("p2", "75,1%")]]
    ((one, other),) = differing([Paper("a", (first,)), Paper("b", (second,))])
    assert (one.date, other.date) == ("ngày 31 tháng 10 năm 2026", "tháng 9 năm 2026")


def test_of_a_period_the_end_is_told() -> None:
    period = "Từ ngày 01 tháng 5 năm 2026 đến hết ngày 30 tháng 9 năm 2026, tỷ lệ hồ sơ nộp trực tuyến đạt 85,4%."
    ((one, _),) = differing([Paper("a", (period,)), Paper("b", ("Tỷ lệ hồ sơ nộp trực tuyến đạt 80,1%.",))])
    assert one.date == "ngày 30 tháng 9 năm 2026"


def test_a_share_of_the_same_whole_differs_by_its_part() -> None:
    first = "Đoàn kiểm tra ghi nhận đã khắc phục 31/37 lỗ hổng nghiêm trọng của các hệ thống."
    second = "Đến nay đã khắc phục 24/37 lỗ hổng nghiêm trọng."
    assert values(first, second) == [[("p1", "31/37"), ("p2", "24/37")]]
    assert values(first, "Đến nay đã khắc phục 24/39 lỗ hổng nghiêm trọng.") == []


def test_aims_lacks_changes_and_other_subjects_do_not_meet() -> None:
    told = "Tỷ lệ hồ sơ nộp trực tuyến toàn thành phố đạt 78,4%."
    for other in (
        "Phấn đấu tỷ lệ hồ sơ nộp trực tuyến toàn thành phố đạt 85%.",
        "Tỷ lệ hồ sơ nộp trực tuyến toàn thành phố chưa đạt còn 21,6%.",
        "Tỷ lệ hồ sơ nộp trực tuyến toàn thành phố tăng 9,1%.",
        "Tỷ lệ giải ngân kinh phí đầu tư công của thành phố đạt 68,0%.",
        told,
    ):
        assert values(told, other) == [], other
    assert values(f"{told} {told.replace('78,4', '70,1')}") == [], "within one paper the reader sees both"


def test_a_row_of_a_table_is_quoted_whole() -> None:
    table = (
        "TT Chỉ tiêu Hiện trạng\n1 Hồ sơ nộp trực tuyến toàn thành phố (%) 70,5 82 85\n2 Hồ sơ quá hạn (%) 0,6 0,5 0,4"
    )
    assert values("Tỷ lệ hồ sơ nộp trực tuyến toàn thành phố đạt 78,4%.", table) == [
        [("p1", "78,4%"), ("p2", "70,5 82 85")]
    ]


def test_the_scope_is_the_paper_s_own_sentence() -> None:
    said = "Số liệu chốt lúc 24 giờ 00 ngày 31 tháng 10 năm 2026."
    found = scope_of(Paper("a", ("Mở đầu báo cáo.", said)))
    assert found is not None
    assert (found[0], found[1].text) == (2, said)
    assert scope_of(Paper("a", ("Không nói gì.",))) is None


def test_a_summary_is_made_of_whole_sentences_in_their_order() -> None:
    pages = DIRECTIVE.pages + REPORT.pages
    for length in (1, 3, 5):
        chosen = summary(pages, length)
        assert len(chosen) <= length
        assert [(one.page, one.sentence.start) for one in chosen] == sorted(
            (one.page, one.sentence.start) for one in chosen
        )
        for one in chosen:
            printed = pages[one.page - 1][one.sentence.start : one.sentence.end]
            assert " ".join(printed.split()) == one.sentence.text
            assert one.sentence.text.endswith(".")
    assert {one.sentence for one in summary(pages, 3)} <= {one.sentence for one in summary(pages, 5)}
    assert summary([], 5) == []


def test_a_group_is_named_in_the_papers_own_words() -> None:
    first = "Đến nay, tài khoản định danh điện tử mức độ 2 được kích hoạt đạt 78,4%."
    second = "Báo cáo nêu tài khoản định danh điện tử mức độ 2 được kích hoạt đạt 75,1%."
    (group,) = differing([Paper("a", (first,)), Paper("b", (second,))])
    assert indicator(group) == "Tài khoản định danh điện tử mức độ 2 được kích hoạt"
