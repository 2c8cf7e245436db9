"""Numbers, times and names as Vietnamese papers write them (Nghị định 30/2020/NĐ-CP, Phụ lục I and II)."""

from __future__ import annotations

from datetime import datetime

WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")


def percent(part: int, whole: int) -> str:
    """One decimal, rounded half up in integers: percent(10, 12) is "83,3 %"."""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10},{tenths % 10} %" if tenths % 10 else f"{tenths // 10} %"


def two_digits(number: int) -> str:
    return f"{number:02d}"


def legal_date(moment: datetime) -> str:
    """Days below 10 and the months 1 and 2 take a leading zero (Phụ lục I, I.4.b): "ngày 05 tháng 6 năm 2026"."""
    month = two_digits(moment.month) if moment.month < 3 else str(moment.month)
    return f"ngày {two_digits(moment.day)} tháng {month} năm {moment.year}"


def legal_time(moment: datetime) -> str:
    return f"{two_digits(moment.hour)} giờ {two_digits(moment.minute)} phút"


def duration(seconds: int) -> str:
    """ "4 phút 05 giây", "45 giây"."""
    minutes, rest = divmod(max(0, seconds), 60)
    return f"{minutes} phút {rest:02d} giây" if minutes else f"{rest} giây"
