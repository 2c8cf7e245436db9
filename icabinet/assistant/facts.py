"""What of a text can be checked letter by letter: its dates, figures with their units, document numbers and names.

Figures keep the clause they stand in, because the right number beside the wrong thing is a wrong statement.
"""

import re
from dataclasses import dataclass

from icabinet.assistant.forms import NAME
from icabinet.assistant.questions import EMPTY_WORDS
from icabinet.assistant.text import ABBREVIATIONS, fold, nfc, old_tones

_WORD = re.compile(r"[^\W\d_]+")
_WRITTEN = re.compile(r"\d+|[^\W\d_]+")
_DAY = r"(?:ngày\s+)?(?P<{0}d>\d{{1,2}})"
_DATE = re.compile(
    r"(?<![\w/.,-])(?:"
    + _DAY.format("a")
    + r"[/-](?P<am>\d{1,2})[/-](?P<ay>\d{4})"
    + r"|"
    + _DAY.format("b")
    + r"\s+tháng\s+(?P<bm>\d{1,2})(?:,?\s+năm\s+(?P<by>\d{4}))?"
    + r"|ngày\s+(?P<cd>\d{1,2})[/-](?P<cm>\d{1,2})"
    + r"|tháng\s+(?P<dm>\d{1,2})(?:(?:/|,?\s+năm\s+)(?P<dy>\d{4}))?"
    + r"|năm\s+(?P<ey>\d{4}))(?![\w/]|[.,-]\d)",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(r"(?<!\w)\d+(?:/\d{4})?[/-][^\W\d_]\w*(?:[-/][^\W\d_]\w*)*")
_SCALES = r"%|phần trăm|tỷ|tỉ|triệu|nghìn|ngàn|trăm|đồng|giờ|phút|giây|ngày|tuần|tháng|quý|năm|km2|km|ha|m2|tấn|kg"
_FIGURE = re.compile(rf"(?<![\w/.,])\d+(?:[.,:/]\d+)*(?:\s*(?P<scale>{_SCALES})(?![\w]))?", re.IGNORECASE)
_SAME_SCALE = {"phần trăm": "%", "tỉ": "tỷ", "ngàn": "nghìn"}
_CUT = re.compile(r"[;:()]|,(?!\d)|\s(?:và|còn|trong đó|riêng|nhưng)\s", re.IGNORECASE)
_LIMIT = re.compile(
    r"(?P<limit>khoảng|gần|hơn|trên|dưới|trước|sau|quá|đa|thiểu|nhất|từ|đến|hết)\s+(?:(?:ngày|hết|tháng|năm)\s+)*$",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"(?<!\w)(?:dự kiến|phấn đấu|mục tiêu|đề nghị|kiến nghị|đề xuất|yêu cầu|chưa|không|cam kết)(?!\w)", re.IGNORECASE
)

_COUNTS = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|nửa|rưỡi"
_COUNT = re.compile(rf"(?<!\S)(?:{_COUNTS})(?: (?:{_COUNTS}|mươi|mốt|tư|lăm|nhăm|linh|lẻ|phẩy))*(?!\S)")

Date = tuple[str, str, str]


@dataclass(frozen=True)
class Figure:
    """`limit` and `aims`: the words that make it a bound or a wish; `clause`: the telling words and dates around it."""

    value: str
    scale: str
    limit: str
    aims: frozenset[str]
    clause: frozenset[str]


@dataclass(frozen=True)
class Facts:
    dates: tuple[tuple[Date, str], ...]
    documents: frozenset[str]
    figures: tuple[Figure, ...]


def unfigured(text: str) -> str:
    """The text without its dates, document numbers and figures in digits (their units go with them)."""
    plain = old_tones(nfc(text))
    for form in (_DATE, _DOCUMENT, _FIGURE):
        plain = form.sub(_blank, plain)
    return plain


def counts(text: str) -> set[str]:
    """Its figures in words, each whole: "hai mươi lăm" is not "hai mươi"."""
    return set(_COUNT.findall(" ".join(words(unfigured(text)))))


def words(text: str) -> list[str]:
    """Lower case with diacritics, one way of placing tones, abbreviations opened, figures left out."""
    found: list[str] = []
    for match in _WORD.finditer(old_tones(nfc(text)).lower()):
        found += ABBREVIATIONS.get(match.group(), match.group()).split()
    return found


def is_telling(word: str) -> bool:
    return fold(word) not in EMPTY_WORDS


def telling(text: str) -> frozenset[str]:
    return frozenset(filter(is_telling, words(text)))


def facts(text: str) -> Facts:
    plain = old_tones(nfc(text))
    dates = tuple((_date(one), _limit(plain, one.start())) for one in _DATE.finditer(plain))
    rest = _DATE.sub(_blank, plain)
    documents = frozenset(_written(one.group()) for one in _DOCUMENT.finditer(rest))
    rest = _DOCUMENT.sub(_blank, rest)
    return Facts(dates, documents, tuple(_figure(plain, one) for one in _FIGURE.finditer(rest)))


def names(text: str) -> list[list[str]]:
    """Runs of words with capital letters; the first word of all has one anyway and counts only within a run."""
    found = []
    for match in NAME.finditer(nfc(text).strip()):
        run = words(match.group())
        if match.start() == 0:
            run = run[1:] if len(match.group().split()) == 1 or not is_telling(run[0]) else run
        if run:
            found.append(run)
    return found


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _date(match: re.Match[str]) -> Date:
    parts = match.groupdict()
    day, month, year = (next((v for k, v in parts.items() if k.endswith(end) and v), "") for end in "dmy")
    return day.lstrip("0"), month.lstrip("0"), year


def _written(number: str) -> str:
    """ "09/CT-UBND" and "9/ct-ubnd" are one."""
    return " ".join(part.lstrip("0") or part for part in _WRITTEN.findall(number.lower()))


def _figure(text: str, match: re.Match[str]) -> Figure:
    value = re.match(r"[\d.,:/]+", match.group())
    assert value is not None
    scale = (match["scale"] or "").lower()
    clause = _clause(text, match.start(), match.end())
    aims = frozenset(one.group().lower() for one in _AIM.finditer(clause))
    number = value.group().rstrip(".,:/").lstrip("0") or "0"
    around = telling(clause) | {part for one in _DATE.finditer(clause) for part in _date(one) if part}
    return Figure(number, _SAME_SCALE.get(scale, scale), _limit(text, match.start()), aims, around)


def _limit(text: str, at: int) -> str:
    found = _LIMIT.search(text, max(0, at - 40), at)
    return found["limit"].lower() if found else ""


def _clause(text: str, start: int, end: int) -> str:
    first = max([0, *(one.end() for one in _CUT.finditer(text, 0, start))])
    last = _CUT.search(text, end)
    return text[first : last.start() if last else len(text)]
