"""Numbers, dates and times as Vietnamese papers write them."""

from __future__ import annotations

from datetime import datetime

import pytest

from icabinet.domain.attendance import needed, quorate
from icabinet.domain.wording import duration, legal_date, legal_time, percent


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(10, 12, "83,3 %"), (1, 2, "50 %"), (2, 3, "66,7 %"), (0, 9, "0 %"), (1999, 2000, "100 %")],
)  # fmt: skip
def test_percent_has_one_decimal_rounded_half_up(part: int, whole: int, words: str) -> None:
    assert percent(part, whole) == words


def test_dates_follow_the_decree() -> None:
    assert legal_date(datetime(2026, 2, 5)) == "ngày 05 tháng 02 năm 2026"
    assert legal_date(datetime(2026, 11, 23)) == "ngày 23 tháng 11 năm 2026"
    assert legal_date(datetime(2026, 3, 9)) == "ngày 09 tháng 3 năm 2026"
    assert legal_time(datetime(2026, 1, 1, 8, 5)) == "08 giờ 05 phút"


def test_durations_are_whole_seconds() -> None:
    assert duration(245) == "4 phút 05 giây"
    assert duration(45) == "45 giây"
    assert duration(-3) == "0 giây"


@pytest.mark.parametrize(("members", "least"), [(12, 8), (13, 9), (1, 1), (50, 34)])
def test_the_least_number_for_a_quorum_of_two_thirds(members: int, least: int) -> None:
    assert needed(members, 2, 3) == least
    assert quorate(least, members, 2, 3)
    assert not quorate(least - 1, members, 2, 3)
