"""Other ways to type the same question: a person must get the same answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from ..assistant.text import ABBREVIATIONS, fold, nfc, old_tones

Way = Callable[[str], str]

_NEW = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ"}
_NEW |= {"ọe": "oẹ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ"}
_OPEN_SYLLABLE = re.compile(rf"(?<![qQ])(?:{'|'.join(_NEW)})(?!\w)", re.IGNORECASE)


def nfd(question: str) -> str:
    return unicodedata.normalize("NFD", question)


def new_tones(question: str) -> str:
    """hòa → hoà: how schoolbooks of today place the tone."""
    return _OPEN_SYLLABLE.sub(_moved, nfc(question))


def _moved(match: re.Match[str]) -> str:
    moved = _NEW[match.group().lower()]
    return moved.capitalize() if match.group()[0].isupper() else moved


def shortened(question: str) -> str:
    """Every name that has a known abbreviation is abbreviated; the longest first."""
    text = old_tones(question)
    for short, full in sorted(ABBREVIATIONS.items(), key=lambda one: -len(one[1])):
        text = re.sub(rf"(?<!\w){full}(?!\w)", short.upper(), text, flags=re.IGNORECASE)
    return text


def spelled_out(question: str) -> str:
    text = nfc(question)
    for short, full in ABBREVIATIONS.items():
        text = re.sub(rf"(?<![\w/-]){short}(?![\w/-])", full, text, flags=re.IGNORECASE)
    return text


WAYS: dict[str, Way] = {
    "như đã ghi": str,
    "không dấu": fold,
    "dấu rời (NFD)": nfd,
    "dấu thanh kiểu mới (hoà)": new_tones,
    "dấu thanh kiểu cũ (hòa)": old_tones,
    "viết tắt": shortened,
    "viết đủ": spelled_out,
}
