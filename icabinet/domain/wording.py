"""Numbers, times and names as Vietnamese papers write them (Nghị định 30/2020/NĐ-CP, Phụ lục I and II)."""

from __future__ import annotations

import re
import unicodedata
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


def slug(words: str) -> str:
    """For file names that every system takes: "Biên bản kiểm phiếu" is "bien-ban-kiem-phieu"."""
    return re.sub(r"[^a-z0-9]+", "-", folded(words)).strip("-")


def folded(text: str) -> str:
    """Lower case without marks, letter for letter: "Đề án" and "de an" meet."""
    return unicodedata.normalize("NFC", text).translate(_BARE)


class _Bare(dict[int, str]):
    """Letter → its bare form, worked out when it is first met: whole archives of minutes are searched with it."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        bare = unicodedata.normalize("NFD", letter.replace("đ", "d").replace("Đ", "D").lower())[:1] or letter
        self[code] = bare
        return bare


_BARE = _Bare()


def before_meeting(minutes: int) -> str:
    """ "3 ngày", "2 giờ", "45 phút": the largest unit that tells it exactly."""
    for size, word in ((24 * 60, "ngày"), (60, "giờ")):
        if minutes and minutes % size == 0:
            return f"{minutes // size} {word}"
    return f"{minutes} phút"
