"""A sentence of a machine is shown only when the quotations that it cites say every part of it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.assistant.proof import proven
from icabinet.assistant.sentences import Sentences

QUOTATIONS = {
    1: "Đến ngày 31/10/2026 đã kích hoạt 1.102.750 tài khoản định danh điện tử mức độ 2, đạt 84,7%;"
    " riêng phường Nam Thành đạt 94,0%.",
    2: "Công an thành phố yêu cầu Sở Tài chính hoàn thành trước ngày 20 tháng 6 năm 2026, chưa được kéo dài.",
    3: "Tổng kinh phí đề nghị bổ sung là 38,6 tỷ đồng, trong đó năm 2026 là 12,4 tỷ đồng, năm 2027 là 26,2 tỷ đồng.",
    4: "Chỉ thị số 09/CT-UBND thay thế Chỉ thị số 03/CT-UBND ngày 17 tháng 02 năm 2025.",
    5: "Bà Trịnh Thị Hòa, Trưởng phòng Quản lý đô thị, chịu trách nhiệm theo dõi việc thực hiện.",
    6: "UBND phường dự kiến sửa chữa ít nhất 12 tuyến phố trong 24 tháng.",
    7: "Hội đồng nhân dân thành phố đồng ý cấp kinh phí hỗ trợ cho hai mươi lăm hộ; thời hạn là năm năm.",
    8: "Nghị quyết này bãi bỏ mức thu phí tham quan từ ngày 15 tháng 12 năm 2026.",
}
TRUE = [
    "Đã kích hoạt 1.102.750 tài khoản định danh điện tử mức độ 2 [1].",
    "- **Phường Nam Thành** đạt 94,0% [1].",
    "Sở Tài chính hoàn thành trước ngày 20/6/2026 [2].",
    "Tổng kinh phí đề nghị bổ sung là 38,6 tỷ đồng [3], năm 2027 là 26,2 tỷ đồng [3].",
    "Chỉ thị số 9/CT-UBND thay thế Chỉ thị số 03/CT-UBND [4].",
    "Theo dõi việc thực hiện là trách nhiệm của bà Trịnh Thị Hoà [5].",
    "Ủy ban nhân dân phường dự kiến sửa chữa ít nhất 12 tuyến phố [2][6].",
    "Việc cấp kinh phí hỗ trợ cho hai mươi lăm hộ là do HĐND thành phố đồng ý [7].",
    "Mức thu phí tham quan theo Nghị quyết này bãi bỏ từ ngày 15/12/2026 [8].",
]
LIES = [
    "Đã kích hoạt 1.102.750 tài khoản định danh điện tử mức độ 2.",
    "Đã kích hoạt 1.102.750 tài khoản định danh điện tử mức độ 2 [2].",
    "Đã kích hoạt 1.102.750 tài khoản định danh điện tử mức độ 2 [9].",
    "Đã kích hoạt 1.102.751 tài khoản định danh điện tử mức độ 2 [1].",
    "Đã kích hoạt 1.102.750 tài khoản định danh điện tử mức độ 2 [1] và đứng đầu cả nước.",
    "Phường Nam Thành đạt 84,7% [1].",
    "Phường Bến Sông đạt 94,0% [1].",
    "Sở Tài chính hoàn thành vào ngày 20/6/2026 [2].",
    "Sở Tài chính hoàn thành trước ngày 20/7/2026 [2].",
    "Sở Tài chính được kéo dài [2].",
    "Công an thành phố yêu cầu Sở Y tế hoàn thành [2].",
    "Tổng kinh phí đề nghị bổ sung là 38,6 triệu đồng [3].",
    "Tổng kinh phí bổ sung là 38,6 tỷ đồng [3].",
    "Năm 2027 là 12,4 tỷ đồng [3].",
    "Chỉ thị số 09/CT-UBND thay thế Chỉ thị số 04/CT-UBND [4].",
    "Bà Trịnh Thị Hạnh chịu trách nhiệm theo dõi việc thực hiện [5].",
    "Bà Trịnh Thị Hòa không chịu trách nhiệm theo dõi việc thực hiện [5].",
    "UBND phường sửa chữa ít nhất 12 tuyến phố trong 24 tháng [6].",
    "UBND phường dự kiến sửa chữa 12 tuyến phố [6].",
    "UBND phường dự kiến sửa chữa tối đa 12 tuyến phố [6].",
    "UBND phường dự kiến sửa chữa trong 24 ngày [6].",
    "Hội đồng nhân dân thành phố từ chối cấp kinh phí hỗ trợ cho hai mươi lăm hộ [7].",
    "Hội đồng nhân dân thành phố đồng ý cấp kinh phí hỗ trợ cho hai mươi tư hộ [7].",
    "Hội đồng nhân dân thành phố đồng ý cấp kinh phí hỗ trợ cho hai mươi hộ [7].",
    "Hội đồng nhân dân thành phố đồng ý cấp kinh phí hỗ trợ cho năm hộ [7].",
    "Hội đồng nhân dân thành phố đã đồng ý cấp kinh phí hỗ trợ [7].",
    "Nghị quyết này ban hành mức thu phí tham quan [8].",
    "Nghị quyết này bãi bỏ mức thu phí tham quan từ ngày [8] 15/12/2027.",
    "Nghị quyết này bãi bỏ mức thu phí tham quan từ ngày 15/12/2026 [8] 2027.",
    "Có [6].",
    "[1]",
    "",
]


@pytest.mark.parametrize("sentence", TRUE)
def test_what_the_quotation_says_is_let_through_with_its_citation(sentence: str) -> None:
    found = proven(sentence, QUOTATIONS)
    assert found is not None
    assert "[" not in found.text and "*" not in found.text
    assert set(found.cited) <= {int(one) for one in re.findall(r"\[(\d)\]", sentence)}


@pytest.mark.parametrize("sentence", LIES)
def test_what_no_cited_quotation_says_is_dropped(sentence: str) -> None:
    assert proven(sentence, QUOTATIONS) is None


def test_only_the_quotation_that_proves_it_is_named() -> None:
    found = proven("Ủy ban nhân dân phường dự kiến sửa chữa ít nhất 12 tuyến phố [2][6].", QUOTATIONS)
    assert found is not None
    assert found.cited == (6,)


@pytest.mark.parametrize("number", QUOTATIONS)
def test_a_quotation_proves_itself(number: int) -> None:
    assert proven(f"{QUOTATIONS[number]} [{number}]", QUOTATIONS) is not None


DIGITS = [(number, at) for number, text in QUOTATIONS.items() for at, sign in enumerate(text) if sign.isdigit()]


@given(st.sampled_from(DIGITS), st.integers(1, 9))
@settings(derandomize=True, deadline=None)
def test_no_digit_can_be_changed(place: tuple[int, int], more: int) -> None:
    number, at = place
    text = QUOTATIONS[number]
    changed = f"{text[:at]}{(int(text[at]) + more) % 10}{text[at + 1 :]}"
    assert proven(f"{changed} [{number}]", QUOTATIONS) is None


@given(st.lists(st.integers(1, 9)))
@settings(derandomize=True, deadline=None, max_examples=30)
def test_sentences_are_the_same_however_the_words_are_cut_into_pieces(cuts: list[int]) -> None:
    told = "Năm 2027 là 26,2 tỷ đồng [3]. Ông Trần V. Nam ký. [1, 2]\n1. Thành phố đạt 84,7% [1]; còn lại chưa [2]. Hết"
    whole = [
        "Năm 2027 là 26,2 tỷ đồng [3].",
        "Ông Trần V. Nam ký. [1, 2]",
        "1. Thành phố đạt 84,7% [1]; còn lại chưa [2].",
        "Hết",
    ]
    cut, found, at = Sentences(), list[str](), 0
    for step in [*cuts, len(told)]:
        found += cut.feed(told[at : at + step])
        at += step
    assert found + cut.rest() == whole
