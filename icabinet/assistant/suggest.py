"""Three questions that the papers really answer, made from their own figures, deadlines and legal references."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from icabinet.assistant.answer import answer
from icabinet.assistant.calibration import SHIPPED, Calibration
from icabinet.assistant.passages import Sentence
from icabinet.assistant.search import EncodesQuestions, View
from icabinet.assistant.text import syllables

WANTED = 3
MOST_TRIES = 12
SHORTEST, LONGEST = 8, 28

_ITEM = re.compile(r"^(?:(?:[IVXL]+|\d{1,2}(?:\.\d{1,2})*)[.)]|[a-zđ]\)|[-–+•*▪])\s+")
_ABOUT = r"(?:hơn |trên |gần |khoảng )?"
_PERCENT = re.compile(rf"(?P<before>[^;:.()\d]+ (?:đạt|chiếm|tăng|giảm)) {_ABOUT}\d+(?:,\d+)?%")
_DEADLINE = re.compile(
    r"(?P<before>[^;:()\d]+?),? (?:phải )?(?:hoàn thành |xong )?(?:trước|chậm nhất) ngày "
    r"\d{1,2}(?: tháng \d{1,2}|/\d{1,2})"
)
_NAMED = re.compile(
    r"(?:Căn cứ |Thực hiện |Theo )?(?P<kind>Chỉ thị|Nghị quyết|Nghị định|Quyết định|Thông tư|Kế hoạch) số [\w/-]+"
    r"[^;:.]*? (?P<about>về (?!tổ chức chính quyền)[^;:.,()]+)"
)
_COUNT = re.compile(
    rf"(?P<before>(?!Đồng chí|Ông|Bà)[^;:.()\d]*(?<!\w)(?:có|còn|gồm|cấp|cấp được|bố trí|tiếp nhận|giải quyết|thu nhận"
    rf"|hoàn thành|kích hoạt|số hóa|kiểm tra|chọn|mở|tổ chức)) {_ABOUT}\d+(?:\.\d{{3}})* "
    r"(?P<counted>(?!ngày|tháng|năm|giờ|phút|tuổi|quý|của)[^\W\d_][^;:.,()\d]+)(?:[;:.,()]|$)"
)


@dataclass(frozen=True)
class _Draft:
    question: str
    sentence: Sentence
    kind: str


def _percent(found: re.Match[str]) -> str:
    return f"{found['before']} bao nhiêu phần trăm?"


def _deadline(found: re.Match[str]) -> str:
    must = "" if "hoàn thành" in found["before"].lower() else " phải hoàn thành"
    return f"{found['before']}{must} trước ngày nào?"


def _named(found: re.Match[str]) -> str:
    rules = " quy định" if found["kind"] in ("Nghị định", "Nghị quyết", "Thông tư") else ""
    return f"{found['kind']} nào{rules} {found['about']}?"


def _count(found: re.Match[str]) -> str:
    return f"{found['before']} bao nhiêu {found['counted']}?"


_TEMPLATES: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    "percent": (_PERCENT, _percent),
    "document": (_NAMED, _named),
    "deadline": (_DEADLINE, _deadline),
    "count": (_COUNT, _count),
}


def suggest(view: View, encoder: EncodesQuestions | None, calibration: Calibration = SHIPPED) -> list[str]:
    """At most three; each is answered from the very sentence it was made from."""
    chosen: list[_Draft] = []
    for tried, draft in enumerate(_varied(view)):
        if len(chosen) == WANTED or tried == MOST_TRIES:
            break
        if draft.kind not in {one.kind for one in chosen} and _is_answered(view, draft, encoder, calibration):
            chosen.append(draft)
    return [draft.question for draft in chosen]


def _varied(view: View) -> Iterator[_Draft]:
    """One draft of every kind in turn, and within a kind one of every paper in turn."""
    by_kind = [_of_kind(view, kind) for kind in _TEMPLATES]
    for row in zip_longest(*by_kind):
        yield from (draft for draft in row if draft is not None)


def _of_kind(view: View, kind: str) -> Iterator[_Draft]:
    by_paper = [_from_paper(view, at, kind) for at in range(len(view.papers))]
    for row in zip_longest(*by_paper):
        yield from (draft for draft in row if draft is not None)


def _from_paper(view: View, number: int, kind: str) -> Iterator[_Draft]:
    pattern, write = _TEMPLATES[kind]
    for sentence in view.papers[number].sentences:
        found = pattern.match(_ITEM.sub("", sentence.text))
        if found and SHORTEST <= len(syllables(write(found))) <= LONGEST:
            question = write(found)
            yield _Draft(question[0].upper() + question[1:], sentence, kind)


def _is_answered(view: View, draft: _Draft, encoder: EncodesQuestions | None, calibration: Calibration) -> bool:
    given = answer(view, draft.question, encoder, limit=1, calibration=calibration)
    return given.state == "answered" and given.passages[0].quote == draft.sentence.text
