"""Document numbers as people and printers write them."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.assistant.citations import NAME_OF_KIND, Part, asked_of, citations
from icabinet.assistant.links import carries, cited_in, own_reference, spot_of
from icabinet.assistant.references import KINDS_BY_SYMBOL, Reference
from icabinet.assistant.text import fold

from .samples import DIRECTIVE, REPORT

AGENCIES = ("UBND", "TTg", "HĐND", "SKHCN", "CATP", "TW", "BTP", "QLĐT")
SYMBOLS = {"Chỉ thị": "CT", "Kế hoạch": "KH", "Báo cáo": "BC", "Quyết định": "QĐ", "Tờ trình": "TTr"}
numbers = st.integers(1, 9999)
gaps = st.sampled_from(["", " ", "\n"])


@settings(derandomize=True, deadline=None)
@given(st.sampled_from(sorted(SYMBOLS)), numbers, st.sampled_from(AGENCIES), gaps, gaps, st.booleans())
def test_a_number_is_read_through_spaces_and_missing_marks(
    kind: str, number: int, agency: str, before: str, around: str, plain: bool
) -> None:
    symbol = SYMBOLS[kind]
    written = f"{kind} số {number:02d}{before}/{before}{symbol}{around}-{around}{agency}"
    text = f"Thực hiện {fold(written) if plain else written} của thành phố, các đơn vị báo cáo."
    (found,) = citations(text)
    lowered = fold(f"{symbol}-{agency}").lower()
    assert found.reference == Reference(KINDS_BY_SYMBOL[fold(symbol).lower()], number, "", lowered)
    assert text[found.start : found.end] == (fold(written) if plain else written)


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="Điềukhoản số/-.,CTUBND0123456789ngàyth\n\u0301\u200b ", max_size=60))
def test_any_text_gives_places_inside_it_in_order(text: str) -> None:
    found = citations(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= after.start for one, after in pairwise(found))
    assert all(one.label.endswith(one.written) for one in found)


def test_the_part_and_the_date_belong_to_the_citation() -> None:
    text = "theo điểm đ khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3\nnăm 2020 của Chính phủ"
    (found,) = citations(text)
    assert found.part == Part("dieu", "5", "2", "đ")
    assert found.part.words == "điểm đ khoản 2 Điều 5"
    assert (found.label, found.date) == ("Nghị định số 30/2020/NĐ-CP", "2020-03-05")
    assert text[found.start : found.end] == text[5 : text.index(" của")]


def test_figures_dates_and_periods_cite_nothing() -> None:
    for text in (
        "báo cáo 06 tháng đầu năm",
        "đạt 71/76 dịch vụ, trang 3-4, ngày 15/8/2026",
        "kế hoạch 48 nhiệm vụ",
        "tốc độ 30 km/h, giá 5 triệu đồng/m2",
        "Chỉ thị của Thủ tướng năm 2025",
    ):
        assert citations(text) == [], text


def test_a_party_number_and_a_law_keep_their_spelling() -> None:
    assert [one.label for one in citations("Nghị quyết số 57-NQ/TW và Luật số 59/2020/QH14")] == [
        "Nghị quyết số 57-NQ/TW",
        "Luật số 59/2020/QH14",
    ]
    assert set(NAME_OF_KIND) >= set(KINDS_BY_SYMBOL.values())


def test_a_paper_is_known_by_the_number_in_its_head_and_names_others() -> None:
    own = own_reference(DIRECTIVE.title, DIRECTIVE.pages)
    assert own == Reference("chi thi", 15, "", "ct-ubnd")
    assert cited_in(DIRECTIVE.pages, own) == []
    assert own_reference(REPORT.title, ["Không có số ở đầu."]) == Reference("bao cao", 77, "", "bc-qldt")
    assert own_reference("Thẩm định Tờ trình số 09/TTr-QLĐT", ["Không có số."]) is None
    (cited,) = cited_in(["Thực hiện Chỉ thị số 15/CT-UBND ngày 02/3/2026"], None)
    assert carries(own, cited[1].reference)


def test_a_part_is_found_as_deep_as_it_stands() -> None:
    first = "I. YÊU CẦU\n1. Các sở\na) Lập kế hoạch.\nII. NHIỆM VỤ"
    pages = [first, "1. Công an\na) Cấp thẻ.\nb) Kiểm tra.\n2. Sở Y tế"]
    spot = spot_of(pages, Part("muc", "II", "1", "b"))
    assert spot is not None
    assert pages[spot.page - 1][spot.start : spot.end] == "b) Kiểm tra."
    shallow = spot_of(pages, Part("muc", "II", "9", ""))
    assert shallow is not None
    assert pages[0][shallow.start : shallow.end] == "II. NHIỆM VỤ"
    assert spot_of(pages, Part("dieu", "4")) is None


def test_a_question_may_say_in_which_document_to_look() -> None:
    assert list(asked_of("Chỉ thị 05 nói gì về chuyển đổi số?")) == [Reference("chi thi", 5, "", "")]
    assert list(asked_of("chi thi so 09 quy dinh the nao ve dat dai")) == [Reference("chi thi", 9, "", "")]
    assert list(asked_of("Theo Kế hoạch số 214/KH-UBND, mục tiêu là bao nhiêu?")) == [
        Reference("ke hoach", 214, "", "kh-ubnd")
    ]
    assert list(asked_of("Văn bản nào thay thế Chỉ thị số 03/CT-UBND?")) == []
    assert list(asked_of("Tỷ lệ hồ sơ trực tuyến là bao nhiêu?")) == []
