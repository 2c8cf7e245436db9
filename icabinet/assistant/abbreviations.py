"""Abbreviations that a paper defines: "Trung tâm Phục vụ hành chính công (TTPVHCC)", "… (sau đây viết tắt là …)".

Only those whose letters are the first letters of the words before them count (Schwartz & Hearst 2003, strict).
"""

import re
from collections.abc import Mapping

from icabinet.assistant.text import fold, nfc

_DEFINED = re.compile(
    r"\(\s*(?:sau đây\s+)?(?:(?:được\s+)?(?:gọi|viết)\s+tắt\s+là\s+)?[“\"]?(?P<short>[A-ZĐƯƠ]{3,10})[”\"]?\s*\)"
)
_WORD = re.compile(r"\w+")


def defined(text: str) -> dict[str, str]:
    """Short forms as written, with what they stand for."""
    plain = nfc(text)
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(plain):
        short = match["short"]
        words = list(_WORD.finditer(plain, max(0, match.start() - 120), match.start()))[-len(short) :]
        if len(words) == len(short) and "".join(_initial(one.group()) for one in words) == fold(short):
            found[short] = " ".join(plain[words[0].start() : match.start()].split())
    return found


def opened(question: str, known: Mapping[str, str]) -> str:
    """The question with what an abbreviation stands for behind it.

    Not the other way round: the abbreviation beside its own words made search worse (XQuAD-vi, recall@1 .959 → .956).
    """
    text = nfc(question)
    for short, full in known.items():
        at = re.search(rf"(?<!\w){re.escape(short)}(?!\w)", text)
        if at and fold(full).lower() not in fold(text).lower():
            text = f"{text[: at.end()]} ({full}){text[at.end() :]}"
    return text


def _initial(word: str) -> str:
    return fold(word[0]).upper()
