"""Questions that set papers side by side: "so với báo cáo trước …", "các báo cáo nói khác nhau thế nào về …"."""

import re
from collections.abc import Sequence

from icabinet.assistant.questions import Kind
from icabinet.assistant.text import collapse, fold, nfc

# Folded, because half of all questions are typed without diacritics.
_HOW = r"(?:gi|the nao|nhu the nao|ra sao|o dau|bao nhieu)"
_PAPERS = r"(?:bao cao|tai lieu|van ban|ke hoach|to trinh|phu luc|du thao|nghi quyet|chi thi)"
_COMPARES = re.compile(
    rf"(?<!\w)(?:so sanh|so voi (?:cac |nhung )?{_PAPERS}|doi chieu|chenh lech|khac nhau|khac biet|giong nhau"
    rf"|khac {_HOW})(?!\w)"
)
# "So với báo cáo của Công an, báo cáo của UBND nêu …": whose papers are compared is no part of what is compared.
_OF = r"(?: (?:so \S+|cua (?:\w+ ){0,5}?\w+))?"
_SAYS = r"(?:noi|neu|ghi|de nghi|dua ra|tinh)"
_NAMED = re.compile(
    rf"(?<!\w)so voi (?:cac |nhung )?{_PAPERS}[^,;.?]{{0,60}},(?: {_PAPERS}{_OF} {_SAYS}(?!\w))?"
    rf"|(?<!\w)(?:giua|trong) (?:cac |hai |ba |nhung )?{_PAPERS}[^,;.?]{{0,80}}(?= khac| chenh|[?.!]?$)"
)
_KIND = re.compile(r"(?<!\w)(?:bao cao|ke hoach|to trinh|phu luc|nghi quyet|chi thi|quyet dinh|thong bao)(?!\w)")
_LETTERS_OF_KIND = 24
"""A title begins with the paper's kind, if it names it: "Dự thảo Nghị quyết …"."""
_AMOUNT = re.compile(r"(?<!\w)(?:so|so luong|tong|muc|chi tieu|kinh phi|so tien)(?!\w)")
_RATE = re.compile(r"(?<!\w)ty le(?!\w)")
# Words that compare, and the papers in general, say nothing of what is compared.
_SETTING = re.compile(
    rf"(?<!\w)(?:so sanh|doi chieu|chenh lech(?: {_HOW})?|khac biet|giong nhau|khac {_HOW}"
    rf"|(?:noi |neu |ghi |dua ra )?khac nhau(?: {_HOW})?(?: ve)?"
    rf"|(?:trong |giua )?(?:cac|hai|ba|nhung) {_PAPERS}(?: noi| neu| ghi)?)(?!\w)"
)
# "So sánh tỷ lệ kích hoạt giữa xã A và phường B", "so sánh kinh phí: năm 2026 và năm 2027". Only without either of them
# do the sides begin after "của": "so sánh chi của Sở Y tế giữa năm 2026 và năm 2027".
_SIDES = [
    re.compile(rf"^\W*(?:so sanh|doi chieu) (?P<what>.+?)(?P<by>{by})(?P<both>.+?)\W*$")
    for by in (r"\s*:\s*| giua ", " cua ")
]
_BETWEEN = re.compile(r" (?:so voi|voi|va) ")
_PAPER = re.compile(rf"(?<!\w){_PAPERS}(?!\w)")
# With their marks, because "Sở Tài chính" holds no "tại"; "cua", which is nothing else here, without them, too.
_WHOSE = re.compile(r"(?<!\w)(?:của|cua|tại|ở|thuộc)(?!\w)", re.IGNORECASE)
_WITHIN = re.compile(r"(?<!\w)(?:trong|theo)(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\w)n[ăa]m \d", re.IGNORECASE)


def compares(question: str) -> bool:
    return _COMPARES.search(_plain(question)) is not None


def compared(question: str) -> str:
    """What is compared: the question without the words that set the comparison; all of it where nothing is left."""
    text = nfc(question)
    plain = _plain(question)
    if len(plain) != len(text):
        return text  # a compatibility form was opened: the places no longer agree
    for setting in (_NAMED, _SETTING):
        for match in reversed(list(setting.finditer(plain))):
            text = f"{text[: match.start()]} {text[match.end() :]}"
        plain = _plain(text)
    left = " ".join(text.split())
    return left if re.search(r"\w\s+\w", left) else nfc(question)


def sides(question: str) -> list[str]:
    """What is asked of either of two things that are no papers; empty where it cannot be told which two."""
    text = collapse(question)
    plain = _plain(text)
    found = next((match for one in _SIDES if (match := one.match(plain))), None)
    if not found or len(plain) != len(text) or _PAPER.search(found["both"]):
        return []
    start, end = found.span("both")
    cuts = list(_BETWEEN.finditer(plain, start, end))
    joined = found["by"].strip() not in (":", "giua") and all(cut.group() == " va " for cut in cuts)
    if joined or len(cuts) > 1:  # "Sở Khoa học và Công nghệ với Sở Nội vụ": where both sides begin alike
        first = plain[start:].split()[0]
        cuts = [cut for cut in cuts if plain[cut.end() :].split()[0] == first]
    if len(cuts) != 1:
        return []
    what = text[slice(*found.span("what"))]
    both = _evened(text[start : cuts[0].start()], text[cuts[0].end() : end])
    return [f"{what} {side}" for side in both]


def _evened(first: str, second: str) -> list[str]:
    """What is said once behind both sides is meant of both: "năm 2026 và năm 2027 của Sở Y tế".

    Empty where it is said of the first side only, or would give that side a second year: each side would then be
    sought among other things than the other.
    """
    if _WHOSE.search(first) and not _WHOSE.search(second):
        return []
    if _YEAR.match(second) and (year := _YEAR.search(first)) and year.start() > 0:
        return []  # "Sở Y tế năm 2026 với năm 2027"
    missing = [one for one in (_WHOSE, _WITHIN, _YEAR) if not one.search(first)]
    starts = [match.start() for one in missing if (match := one.search(second)) and match.start() > 0]
    tail = second[min(starts) :] if starts else ""
    if _YEAR.search(first) and _YEAR.search(tail):
        return []
    return [f"{first} {tail}".strip(), second]


def compared_papers(question: str, titles: Sequence[str]) -> list[bool]:
    """Which of the papers are of a kind that the question names ("các báo cáo", "so với Kế hoạch").

    All of them where it names none, or where fewer than two are.
    """
    kinds = {match.group() for match in _KIND.finditer(_plain(question))}
    named = [bool(kinds & set(_KIND.findall(_plain(title)[:_LETTERS_OF_KIND]))) for title in titles]
    return named if sum(named) > 1 else [True] * len(titles)


def compared_kind(subject: str, otherwise: Kind) -> Kind:
    """What each paper is asked for: a rate, an amount, or whatever the question asked for."""
    plain = _plain(subject)
    if otherwise == "other" and _RATE.search(plain):
        return "percent"
    return "number" if otherwise == "other" and _AMOUNT.search(plain) else otherwise


def _plain(question: str) -> str:
    return fold(nfc(question)).lower()
