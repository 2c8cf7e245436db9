"""Legal references in a text: "Chỉ thị số 05/CT-TTg", "chi thi 05", "44/KH-UBND", "36-NQ/TW".

Numbers and symbols follow Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục III (abbreviations of document kinds).
"""

import re
from dataclasses import dataclass

from icabinet.assistant.text import fold

KINDS_BY_SYMBOL = {
    "ct": "chi thi",
    "nq": "nghi quyet",
    "nd": "nghi dinh",
    "qd": "quyet dinh",
    "tt": "thong tu",
    "kh": "ke hoach",
    "cd": "cong dien",
    "kl": "ket luan",
    "tb": "thong bao",
    "ttr": "to trinh",
    "bc": "bao cao",
    "hd": "huong dan",
    "gm": "giay moi",
    "bb": "bien ban",
    "da": "de an",
}
_KINDS = [*KINDS_BY_SYMBOL.values(), "cong van", "luat"]
_SYMBOL = r"[a-z]{1,6}\d{0,2}(?:[-/][a-z]{2,12}\d{0,2}){0,3}"
_REFERENCE = re.compile(
    rf"(?<!\w)(?:(?P<kind>{'|'.join(_KINDS)})\s+(?:lien tich\s+)?(?:so\s*:?\s*)?)?"
    rf"(?P<number>\d{{1,5}})(?:/(?P<year>\d{{4}}))?(?:[/-](?P<symbol>{_SYMBOL}))?(?![\w/-])"
)


@dataclass(frozen=True)
class Reference:
    """One document as it is named in a text; parts that were not written are empty."""

    kind: str
    number: int
    year: str
    symbol: str

    def may_be(self, other: "Reference") -> bool:
        """True when nothing written in one contradicts the other."""
        pairs = ((self.kind, other.kind), (self.year, other.year), (self.symbol, other.symbol))
        return self.number == other.number and all(not mine or not its or mine == its for mine, its in pairs)


def references(text: str) -> set[Reference]:
    matches = _REFERENCE.finditer(fold(text).lower())
    return {found for match in matches if (found := _reference(match)) is not None}


def without_references(text: str) -> str:
    """The text, folded, with every reference taken out."""
    return _REFERENCE.sub(lambda match: match.group() if _reference(match) is None else " ", fold(text).lower())


def _reference(match: re.Match[str]) -> Reference | None:
    """None for a bare number or fraction."""
    symbol = (match["symbol"] or "").replace("/", "-")
    known = KINDS_BY_SYMBOL.get(symbol.split("-")[0], "")
    kind = match["kind"] or known
    if kind or "-" in symbol:
        return Reference(kind, int(match["number"]), match["year"] or "", symbol)
    return None
