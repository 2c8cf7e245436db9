"""The same indicator with different values in several papers: quotations side by side, no verdict.

Precision before recall: two figures meet only when their unit, their sense (reached or aimed at) and nearly all telling
words around them agree; a share of a whole ("71/76 dịch vụ") only with the same whole.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Literal

from icabinet.assistant.passages import Passage, Sentence, passages
from icabinet.assistant.questions import EMPTY_WORDS
from icabinet.assistant.text import bigrams, nfc, syllables

Unit = Literal["percent", "share", "count", "money"]

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_FIGURE = re.compile(
    rf"(?<![\w/.,-])(?:(?P<part>{_NUMBER})/(?P<whole>{_NUMBER})(?![\d/])|(?P<value>{_NUMBER})"
    rf"(?:\s*(?P<percent>%)|\s+(?P<money>(?:triệu|tỷ|tỉ)\s+đồng)|(?=\s+[a-zđà-ỹ])))"
)
_DATE = re.compile(
    r"(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}|tháng\s+\d{1,2}\s+năm\s+\d{4}",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?<!\w)đến\s+(?:hết\s+)?(?=ngày\s+\d|tháng\s+\d)", re.IGNORECASE)
_GOAL = re.compile(
    r"phấn đấu|ít nhất|tối thiểu|trở lên|mục tiêu|chỉ tiêu|không quá|không vượt quá|(?<!\w)phải(?!\w)|yêu cầu"
    r"|(?<!\w)nâng|bảo đảm|giao lại|điều chỉnh|dự kiến|đề nghị|hoàn thành (?:trước|ít)",
    re.IGNORECASE,
)
_AIMS = re.compile(r"(?:(?:[a-zđ]\)|\d{1,2}\.)\s+)?(?:nâng|phấn đấu|bảo đảm|triển khai|hoàn thành)\s", re.IGNORECASE)
"""A sentence that begins so states aims to its end."""
_HEADED_GOAL = re.compile(r"phải đạt|yêu cầu|mục tiêu|chỉ tiêu đến|điều chỉnh|thời hạn", re.IGNORECASE)
_AGE = re.compile(r"\d+\s+tuổi(?:\s+trở lên)?", re.IGNORECASE)
_LACK = re.compile(r"(?<!\w)(?:chưa|thiếu|không|quá hạn|gián đoạn|còn|nhập hộ)(?!\w)", re.IGNORECASE)
_ROW = re.compile(rf"\d{{1,3}}\s+(?P<label>\D.*?)\s+(?P<values>(?:(?:{_NUMBER})(?:\s+|$))+)")
_CHANGE = re.compile(r"(?:tăng|giảm|thiếu|vượt|chênh|gấp|khoảng|gần|hơn|trên|dưới)\s*(?:thêm\s*)?$", re.IGNORECASE)
_CUT = re.compile(r"[;:]|,?\s+trong đó\s|,?\s+riêng\s|\(|\)")
_CUT_AFTER = re.compile(r"[;:,()]")
_LETTERS_AROUND = 90
LEAST_WORDS = 4
SAME = 0.72
"""Share of the rarity of the words around the poorer of two figures that the other one must have too."""
SAME_WHOLE = 0.4
SMALLEST_COUNT = 1_000
HUNDRED = 100
WHOLE_FROM = 10


@dataclass(frozen=True)
class Figure:
    """`pages[page - 1][start:end]` is the sentence; `at` the figure within its text.

    A row of a table may hold several values. `sense`: whether it is aimed at, and whether it tells what is lacking."""

    paper: str
    page: int
    sentence: Sentence
    at: tuple[int, int]
    unit: Unit
    values: frozenset[float]
    whole: float
    sense: tuple[bool, bool]
    words: frozenset[str]
    date: str


@dataclass(frozen=True)
class Paper:
    key: str
    pages: tuple[str, ...]


_SCOPE = re.compile(r"chốt (?:lúc|số|đến)|chỉ tính|tính trên toàn|tính đến (?:ngày|hết)", re.IGNORECASE)


def scope_of(paper: Paper) -> tuple[int, Sentence] | None:
    """The first sentence in which the paper says when and for whom its figures were counted, and its page."""
    return scope_in(passages(paper.pages))


def scope_in(told: Sequence[Passage]) -> tuple[int, Sentence] | None:
    """The same of a paper whose passages are at hand."""
    found = ((one.page, sentence) for one in told for sentence in one.sentences if not sentence.heading)
    return next(((page, sentence) for page, sentence in found if _SCOPE.search(sentence.text)), None)


def differing(papers: Sequence[Paper]) -> list[list[Figure]]:
    """Groups of figures of one indicator with at least two values in at least two papers, in reading order."""
    found = [figure for paper in papers for figure in figures(paper)]
    rarity = _rarity(found)
    groups: list[list[Figure]] = []
    alike: dict[tuple[Unit, tuple[bool, bool], float], list[list[Figure]]] = {}
    for figure in found:
        comparable = alike.setdefault((figure.unit, figure.sense, figure.whole), [])
        home = next((group for group in comparable if all(_meets(figure, one, rarity) for one in group)), None)
        if home is None:
            home = []
            comparable.append(home)
            groups.append(home)
        home.append(figure)
    return [_once(group) for group in groups if _differs(group)]


def figures(paper: Paper) -> Iterator[Figure]:
    for passage in passages(paper.pages):
        for sentence in passage.sentences:
            if not sentence.heading:
                yield from _in_sentence(paper.key, passage, sentence)


def _in_sentence(key: str, passage: Passage, sentence: Sentence) -> Iterator[Figure]:
    row = _ROW.match(sentence.text)
    if row and "TT " in passage.context + passage.text:
        yield from _in_row(key, passage, sentence, row)
    else:
        yield from _in_words(key, passage, sentence)


def _in_words(key: str, passage: Passage, sentence: Sentence) -> Iterator[Figure]:
    bare = _AGE.sub(_blank, _DATE.sub(_blank, sentence.text))
    matches = list(_FIGURE.finditer(bare))
    for place, match in enumerate(matches):
        unit = _unit(match)
        if unit is None or _CHANGE.search(bare[: match.start()]):
            continue
        around = _around(bare, matches, place)
        value, whole = _value(match["part"] or match["value"]), _value(match["whole"] or "0")
        goal = bool(_GOAL.search(around) or _AIMS.match(bare) or _HEADED_GOAL.search(passage.context))
        at = match.start(), match.end()
        yield from _figure(key, passage, sentence, at, unit, [value], whole, (goal, bool(_LACK.search(around))), around)


def _in_row(key: str, passage: Passage, sentence: Sentence, row: re.Match[str]) -> Iterator[Figure]:
    """The label of a row says the unit, or its last column does."""
    values = [_value(one) for one in row["values"].split()]
    head = passage.context + passage.text.partition("\n")[0]
    sense = bool(_HEADED_GOAL.search(head)), bool(_LACK.search(row["label"]))
    at = row.start("values"), row.start("values") + len(row["values"].rstrip())
    label = _AGE.sub(_blank, row["label"])
    if "(%)" in label:
        yield from _figure(key, passage, sentence, at, "percent", values, 0, sense, label)
        return
    counts = [value for value in values if value >= SMALLEST_COUNT]
    if counts:
        yield from _figure(key, passage, sentence, at, "count", counts, 0, sense, label)
    if "(%)" in head and len(values) > 1 and values[-1] <= HUNDRED:
        yield from _figure(key, passage, sentence, at, "percent", values[-1:], 0, sense, label)


def _figure(
    key: str,
    passage: Passage,
    sentence: Sentence,
    at: tuple[int, int],
    unit: Unit,
    values: Sequence[float],
    whole: float,
    sense: tuple[bool, bool],
    around: str,
) -> Iterator[Figure]:
    words = _words(around)
    if len(words) >= LEAST_WORDS:
        date = date_of(sentence.text, passage.context)
        yield Figure(key, passage.page, sentence, at, unit, frozenset(values), whole, sense, words, date)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _unit(match: re.Match[str]) -> Unit | None:
    if match["whole"]:
        return "share" if _value(match["whole"]) >= WHOLE_FROM else None
    if match["percent"]:
        return "percent"
    if match["money"]:
        return "money"
    return "count" if _value(match["value"]) >= SMALLEST_COUNT else None


def _around(text: str, matches: Sequence[re.Match[str]], place: int) -> str:
    """The clause of the figure: from the cut or the like figure before it to the next cut or comma."""
    match = matches[place]
    like = [one.end() for one in matches[:place] if _unit(one) == _unit(match)]
    first = max(
        [0, match.start() - _LETTERS_AROUND, *like, *(one.end() for one in _CUT.finditer(text, 0, match.start()))]
    )
    after = [one.start() for one in _CUT_AFTER.finditer(text, match.end())]
    return text[first : min([len(text), match.end() + _LETTERS_AROUND, *after])]


def _words(text: str) -> frozenset[str]:
    telling = [word for word in syllables(text) if not word.isdecimal()]
    return frozenset(pair for pair in bigrams(telling) if not set(pair.split("_")) <= EMPTY_WORDS)


def _value(written: str) -> float:
    return float(written.replace(".", "").replace(",", "."))


def date_of(text: str, context: str) -> str:
    """Of a period its end: "từ ngày … đến ngày …"."""
    for told in (nfc(text), nfc(context)):
        until = _UNTIL.search(told)
        found = _DATE.search(told, until.end() if until else 0) or _DATE.search(told)
        if found:
            return found.group().lower() if found.group().isupper() else found.group()
    return ""


def _rarity(found: Iterable[Figure]) -> dict[str, float]:
    figures_ = list(found)
    counts = Counter(word for figure in figures_ for word in figure.words)
    return {word: log(1 + len(figures_) / count) for word, count in counts.items()}


def _meets(one: Figure, other: Figure, rarity: dict[str, float]) -> bool:
    """Of two figures of one unit, sense and whole."""
    same, least = (SAME_WHOLE, LEAST_WORDS - 2) if one.unit == "share" else (SAME, LEAST_WORDS)
    common = one.words & other.words
    if len(common) < least:
        return False
    poorer = min(sum(rarity[word] for word in figure.words) for figure in (one, other))
    return sum(rarity[word] for word in common) >= same * poorer


def _differs(group: Sequence[Figure]) -> bool:
    """Two papers of which neither says any value of the other."""
    return any(one.paper != other.paper and not one.values & other.values for one in group for other in group)


def _once(group: Sequence[Figure]) -> list[Figure]:
    """Each value of each paper once, where it is said first."""
    seen: dict[tuple[str, frozenset[float]], Figure] = {}
    for figure in group:
        seen.setdefault((figure.paper, figure.values), figure)
    return list(seen.values())
