"""Deadlines in administrative Vietnamese as a day: "trước ngày 30/9/2026", "trong quý III", "trong 05 ngày làm việc".

A quarter, a month, a year end with their last day. What comes back every week or month ("hằng tháng") has no day.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_BEFORE = (
    r"(?:trước|chậm nhất(?:\s+là)?|muộn nhất(?:\s+là)?|không quá|đến(?:\s+hết)?|hết|xong|hạn(?:\s+cuối)?(?:\s+là)?"
    r"|vào|trong|tại (?:phiên|kỳ) họp(?:\s+\w+){0,2}?)"
)
_DAY = r"(?P<day>\d{1,2})\s*(?:/|-|\.|tháng)\s*(?P<month>\d{1,2})(?:\s*(?:/|-|\.|,?\s*năm)\s*(?P<year>\d{4}))?(?![\d/])"
_ON_A_DAY = re.compile(
    rf"(?<!\w){_BEFORE}\s+(?:(?:\d{{1,2}}\s*(?:giờ|h)\s*(?:\d{{2}}\s*)?)?ngày\s+)?{_DAY}", re.IGNORECASE
)
_QUARTER = re.compile(
    rf"(?<!\w){_BEFORE}\s+(?:cuối\s+)?quý\s+(?P<quarter>IV|I{{1,3}}|[1-4])(?:\s*(?:/"
    rf"|,?\s*năm)\s*(?P<year>\d{{4}}))?(?!\w)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"(?<!\w){_BEFORE}\s+(?:cuối\s+)?tháng\s+(?P<month>\d{{1,2}})(?:\s*(?:/"
    rf"|,?\s*năm)\s*(?P<year>\d{{4}}))?(?![\d/])",
    re.IGNORECASE,
)
_YEAR = re.compile(rf"(?<!\w){_BEFORE}\s+(?:cuối\s+)?năm\s+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE)
_DAYS = re.compile(
    r"(?<!\w)(?:trong(?:\s+(?:vòng|thời hạn))?|sau)\s+(?P<count>\d{1,3})\s+ngày(?P<working>\s+làm việc)?\s*,?\s*"
    r"(?:kể\s+)?(?:từ|sau)\s+(?:khi|ngày|thời điểm)\s+(?:họp|ký|ban hành|kết thúc|có hiệu lực"
    r"|(?:\w+\s+){1,4}có hiệu lực"
    r"|(?:\w+\s+){0,3}(?:được\s+)?(?:ký|ban hành))",
    re.IGNORECASE,
)
_RECURS = re.compile(
    r"(?<!\w)(?:(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ|thường xuyên)(?!\w)", re.IGNORECASE
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_MONTHS, _SATURDAY = 12, 5


@dataclass(frozen=True)
class Deadline:
    """`text[start:end]` says it; `day` is None for what recurs."""

    start: int
    end: int
    day: date | None


def deadline(text: str, written: date | None) -> Deadline | None:
    """The last day that the text names as a deadline and that was to come when the paper was written.

    `written` is the day of the paper: years and "5 days after" need it."""
    all_days = [*_days(text, written), *_of_periods(text, written), *_on_days(text, written)]
    found = [one for one in all_days if not (written and one.day and one.day < written)]
    if found:
        return max(found, key=lambda one: (one.day or date.min, -one.start))
    recurs = _RECURS.search(text)
    return Deadline(recurs.start(), recurs.end(), None) if recurs else None


def _on_days(text: str, written: date | None) -> Iterator[Deadline]:
    for match in _ON_A_DAY.finditer(text):
        month, day = int(match["month"]), int(match["day"])
        year = int(match["year"]) if match["year"] else _next_year(month, written)
        if year and 1 <= month <= _MONTHS and 1 <= day <= monthrange(year, month)[1]:
            yield Deadline(match.start(), match.end(), date(year, month, day))


def _of_periods(text: str, written: date | None) -> Iterator[Deadline]:
    for match in _QUARTER.finditer(text):
        quarter = _QUARTERS.get(match["quarter"].upper()) or int(match["quarter"])
        year = int(match["year"]) if match["year"] else _next_year(3 * quarter, written)
        if year:
            yield Deadline(match.start(), match.end(), _last_of(year, 3 * quarter))
    for match in _MONTH.finditer(text):
        month = int(match["month"])
        year = int(match["year"]) if match["year"] else _next_year(month, written)
        if year and 1 <= month <= _MONTHS:
            yield Deadline(match.start(), match.end(), _last_of(year, month))
    for match in _YEAR.finditer(text):
        yield Deadline(match.start(), match.end(), date(int(match["year"]), _MONTHS, 31))


def _days(text: str, written: date | None) -> Iterator[Deadline]:
    for match in _DAYS.finditer(text):
        if written:
            count = int(match["count"])
            day = _working(written, count) if match["working"] else written + timedelta(days=count)
            yield Deadline(match.start(), match.end(), day)


def _next_year(month: int, written: date | None) -> int:
    """Of a month without a year: that of the paper, or the next one when the month was over then; 0 if unknown."""
    return written.year + (month < written.month) if written else 0


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _working(start: date, count: int) -> date:
    """Saturdays and Sundays are no working days; public holidays are left to whoever confirms the day."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day


_WRITTEN = re.compile(r"[^\W\d_]\s*,\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_HEAD = 700


def written_on(pages: list[str]) -> date | None:
    """The day that stands in the head of the first page (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 4)."""
    match = _WRITTEN.search(" ".join(pages[0][:_HEAD].split())) if pages else None
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
