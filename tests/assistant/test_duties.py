"""Who must do what by when, and what gives nobody anything to do."""

from __future__ import annotations

from datetime import date

import pytest

from icabinet.assistant.deadlines import deadline, written_on
from icabinet.assistant.duties import duties, gives_duties

WRITTEN = date(2026, 6, 5)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("hoàn thành trước ngày 30/9/2026", date(2026, 9, 30)),
        ("xong trước ngày 30 tháng 9", date(2026, 9, 30)),
        ("chậm nhất ngày 15 tháng 01 năm 2027", date(2027, 1, 15)),
        ("trong tháng 3", date(2027, 3, 31)),
        ("trong tháng 02 năm 2028", date(2028, 2, 29)),
        ("trình trong quý III", date(2026, 9, 30)),
        ("trong quý I năm 2027", date(2027, 3, 31)),
        ("hết năm 2026", date(2026, 12, 31)),
        ("trong 05 ngày làm việc kể từ ngày ký", date(2026, 6, 12)),
        ("trong vòng 10 ngày kể từ ngày họp", date(2026, 6, 15)),
        ("báo cáo trước ngày 15/8; hoàn thành trước ngày 30/9/2026", date(2026, 9, 30)),
    ],
)
def test_deadlines_become_days(said: str, day: date) -> None:
    found = deadline(f"Rà soát hồ sơ, {said}.", WRITTEN)
    assert found is not None and found.day == day


@pytest.mark.parametrize(
    "said", ["theo Chỉ thị số 05 ngày 06 tháng 5 năm 2026", "đăng ký trước năm 1990", "trước ngày 31/02/2026"]
)
def test_what_is_no_deadline_is_none(said: str) -> None:
    assert deadline(f"Rà soát hồ sơ {said}.", WRITTEN) is None


def test_what_comes_back_has_no_day() -> None:
    found = deadline("Công khai danh sách hằng tháng.", WRITTEN)
    assert found is not None and found.day is None


def test_the_day_in_the_head_of_a_paper() -> None:
    assert written_on(["UBND\nVĩnh Giang, ngày 05 tháng 6\nnăm 2026\nCHỈ THỊ"]) == WRITTEN
    assert written_on(["Vĩnh Giang, ngày      tháng 6 năm 2026"]) is None


PAGE = """Vĩnh Giang, ngày 05 tháng 6 năm 2026
1. Giao Sở Y tế chủ trì, phối hợp với Công an thành phố và Sở Tài chính
rà soát các cơ sở khám bệnh, hoàn thành trước ngày 30/9/2026.
2. Đến ngày 30 tháng 4 năm 2026, tỷ lệ hồ sơ nộp trực tuyến đạt 69,3%.
3. Cơ quan nào tạo lập thì cơ quan đó chịu trách nhiệm cập nhật.
4. Sở Nội vụ
a) Trình phương án bố trí nhân lực trong quý III năm 2026.
b) Hằng tháng công khai danh sách hồ sơ quá hạn.
"""


def test_a_sentence_names_the_agency_or_stands_below_its_name() -> None:
    found = duties([PAGE])
    assert [(one.agency, one.due.day if one.due else None) for one in found] == [
        ("Sở Y tế", date(2026, 9, 30)),
        ("Sở Nội vụ", date(2026, 9, 30)),
        ("Sở Nội vụ", None),
    ]
    assert found[0].together == ("Công an thành phố", "Sở Tài chính")
    assert found[0].work.startswith("Chủ trì, phối hợp")
    for one in found:
        assert one.quote in " ".join(PAGE[one.start : one.end].split())


def test_reports_give_nobody_anything_to_do() -> None:
    assert gives_duties("Chỉ thị số 09/CT-UBND") and not gives_duties("Báo cáo số 345/BC-UBND")
