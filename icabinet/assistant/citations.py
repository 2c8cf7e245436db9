"""Where a text cites a document: "điểm d khoản 1 Mục II Chỉ thị số 09/CT-UBND ngày 05 tháng 6 năm 2026".

Numbers and symbols follow Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục III; missing diacritics, missing and superfluous
spaces and line breaks are read through. Offsets are into the text as it was given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from icabinet.assistant.references import KINDS_BY_SYMBOL, Reference
from icabinet.assistant.text import MARKS, UNSEEN, fold, nfc

_NAMES = {
    "ct": "Chỉ thị",
    "nq": "Nghị quyết",
    "nd": "Nghị định",
    "qd": "Quyết định",
    "tt": "Thông tư",
    "kh": "Kế hoạch",
    "cd": "Công điện",
    "kl": "Kết luận",
    "tb": "Thông báo",
    "ttr": "Tờ trình",
    "bc": "Báo cáo",
    "hd": "Hướng dẫn",
    "gm": "Giấy mời",
    "bb": "Biên bản",
    "da": "Đề án",
}
NAME_OF_KIND = {KINDS_BY_SYMBOL[symbol]: name for symbol, name in _NAMES.items()} | {
    "cong van": "Công văn",
    "luat": "Luật",
}
_KIND = "|".join(kind.replace(" ", r"\s*") for kind in NAME_OF_KIND)
# With spaces inside, only capital letters go on: "214/KH - UBND - Sở" ends before "Sở".
_TIGHT = r"[A-Za-z]{1,6}\d{0,3}(?:[-–/][A-Za-z]{2,12}\d{0,2}){0,3}"
_LOOSE = r"[A-Z][A-Za-z]{0,2}\d{0,3}(?:\s*[-–/]\s*[A-Z]{2,10}[a-z]?[A-Z]{0,9}\d{0,2}(?![a-z])){1,3}"
_DATE = r"(?P<day>\d{1,2})\s*(?:/|-|thang)\s*(?P<month>\d{1,2})\s*(?:/|-|nam)\s*(?P<dated>\d{4})(?!\d)"
_PART = (
    r"(?:diem\s+(?P<point>[a-z])\s*,?\s*)?(?:khoan\s+(?P<clause>\d{1,3})\s*,?\s*)?"
    r"(?:(?P<division>dieu|muc|phan|phu\s*luc)\s+(?P<article>\d{1,3}[a-z]?|[IVX]{1,6})\s*,?\s*(?:cua\s+|kem\s+theo\s+)?)?"
)
_CITATION = re.compile(
    rf"(?<!\w)(?i:{_PART})(?:(?i:(?P<kind>{_KIND}))\s*)?(?P<said>(?i:so)\s*[:.]?\s*)?"
    rf"(?P<number>\d{{1,5}})(?:\s*/\s*(?P<year>(?:19|20)\d{{2}})(?!\d))?"
    rf"(?:\s*[-–/]\s*(?P<symbol>{_LOOSE}|{_TIGHT}))?(?![\w/])(?:[\s,(]*(?i:ngay)?\s*(?i:{_DATE}))?"
)
_SPACES = re.compile(r"\s+")
_MONTHS, _DAYS = 12, 31


@dataclass(frozen=True)
class Part:
    """The place within the document; what was not written is empty. `division`: dieu, muc, phan or phu luc."""

    division: str = ""
    article: str = ""
    clause: str = ""
    point: str = ""

    @property
    def words(self) -> str:
        names = {"dieu": "Điều", "muc": "Mục", "phan": "Phần", "phu luc": "Phụ lục"}
        said = [("điểm", self.point), ("khoản", self.clause), (names.get(self.division, ""), self.article)]
        return " ".join(f"{name} {value}" for name, value in said if value)


@dataclass(frozen=True)
class Citation:
    """`text[start:end]` names this document; `date` is its own date as YYYY-MM-DD, or empty."""

    start: int
    end: int
    reference: Reference
    part: Part
    date: str
    written: str
    """The number as it was printed, tidied: "09/CT-UBND"."""

    @property
    def complete(self) -> bool:
        """With a symbol the number tells one document from all others."""
        return bool(self.reference.symbol)

    @property
    def label(self) -> str:
        return f"{NAME_OF_KIND.get(self.reference.kind, 'Văn bản')} số {self.written}"


def citations(text: str) -> list[Citation]:
    """All citations in order. A bare number needs its kind and "số": "báo cáo 06 tháng" cites nothing."""
    folded, places = fold_in_place(text)
    return [found for match in _CITATION.finditer(folded) if (found := _citation(match, text, places))]


def fold_in_place(text: str) -> tuple[str, list[int]]:
    """Without diacritics, letter case kept, and for each letter left its index in `text`."""
    letters: list[str] = []
    places: list[int] = []
    for index, char in enumerate(text):
        for letter in "" if UNSEEN.match(char) or MARKS.match(char) else fold(char):
            letters.append(letter)
            places.append(index)
    return "".join(letters), places


def _citation(match: re.Match[str], text: str, places: list[int]) -> Citation | None:
    symbol = _SPACES.sub("", match["symbol"] or "").replace("–", "-").replace("/", "-")
    lowered = symbol.lower()
    known = KINDS_BY_SYMBOL.get(lowered.split("-")[0], "")
    kind = _SPACES.sub(" ", _spaced(match["kind"])) or known
    named = bool(match["kind"])
    # "Luật số 59/2020/QH14" has a symbol without a hyphen; "5/CP" alone is a fraction of something.
    if not (lowered and (kind or "-" in lowered)) and not (named and (match["said"] or match["year"])):
        return None
    if known and named and known != kind:
        kind = known
    first, last = _ends(match)
    start, end = places[first], places[last - 1] + 1
    reference = Reference(kind, int(match["number"]), match["year"] or "", lowered)
    return Citation(start, end, reference, _part(match, text, places), _date(match), _written(match, text, places))


def _spaced(kind: str | None) -> str:
    """ "chithi", "chi  thi" → "chi thi"."""
    bare = _SPACES.sub("", kind or "").lower()
    return next((name for name in NAME_OF_KIND if name.replace(" ", "") == bare), "")


def _ends(match: re.Match[str]) -> tuple[int, int]:
    """White space around is no part of the citation, nor a date that is none."""
    end = match.end() if _date(match) else max(match.end(group) for group in ("number", "year", "symbol"))
    return match.start(), end


def _written(match: re.Match[str], text: str, places: list[int]) -> str:
    last = max(match.end(group) for group in ("number", "year", "symbol"))
    printed = text[places[match.start("number")] : places[last - 1] + 1]
    return _SPACES.sub("", nfc(printed)).replace("–", "-")


def _part(match: re.Match[str], text: str, places: list[int]) -> Part:
    point = text[places[match.start("point")]].lower() if match["point"] else ""
    division = _SPACES.sub(" ", match["division"] or "").lower().replace("phuluc", "phu luc")
    return Part(division, (match["article"] or "").upper(), match["clause"] or "", point)


def _date(match: re.Match[str]) -> str:
    if not match["dated"]:
        return ""
    day, month = int(match["day"]), int(match["month"])
    possible = 1 <= month <= _MONTHS and 1 <= day <= _DAYS
    return f"{match['dated']}-{month:02d}-{day:02d}" if possible else ""


_ASKS_WHAT = re.compile(
    r"(?<!\w)(?:noi|quy\s*dinh|neu|yeu\s*cau|giao|de\s*cap|viet|ghi|huong\s*dan|chi\s*dao|bao\s*cao)"
    r"(?:\s+\w+){0,2}?\s+(?:gi|the\s+nao|nhu\s+the\s+nao|ra\s+sao|nhung\s+gi|ai|bao\s+nhieu)(?!\w)"
)
_SHORT = re.compile(rf"(?<!\w)(?P<kind>{_KIND})\s+(?:so\s*:?\s*)?(?P<number>\d{{1,5}})(?![\w/%.,-]*\d)(?![/-])")


def asked_of(question: str) -> Iterator[Reference]:
    """The documents in which a question looks: "Chỉ thị 05 nói gì về …", "Theo Kế hoạch 214/KH-UBND …".

    Other questions may name a document and be answered elsewhere: "Văn bản nào thay thế Chỉ thị 03?".
    """
    folded = fold(question).lower()
    inside = _ASKS_WHAT.search(folded) or re.match(r"\s*(?:theo|trong|tai)\s", folded)
    if not inside:
        return
    found = citations(question)
    yield from (one.reference for one in found if one.complete)
    if not any(one.complete for one in found):
        for match in _SHORT.finditer(folded):
            yield Reference(_spaced(match["kind"]), int(match["number"]), "", "")
