"""Vietnamese text brought to one form, however it was typed: NFC or NFD, marks or none, old or new tone placement."""

import re
import unicodedata
from itertools import pairwise

WHITE_SPACE = re.compile(r"\s+")
UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
MARKS = re.compile("[\u0300-\u036f]")
LETTERS_OR_DIGITS = re.compile(r"[^\W\d_]+|\d+")

ABBREVIATIONS = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "tthc": "thủ tục hành chính",
    "cchc": "cải cách hành chính",
    "cccd": "căn cước công dân",
    "csdl": "cơ sở dữ liệu",
    "cntt": "công nghệ thông tin",
    "cđs": "chuyển đổi số",
    "dvc": "dịch vụ công",
    "dvctt": "dịch vụ công trực tuyến",
    "bhyt": "bảo hiểm y tế",
    "bhxh": "bảo hiểm xã hội",
    "nsnn": "ngân sách nhà nước",
    "gpmb": "giải phóng mặt bằng",
    "qsdđ": "quyền sử dụng đất",
    "ktxh": "kinh tế xã hội",
    "antt": "an ninh trật tự",
    "cbcc": "cán bộ công chức",
    "cbccvc": "cán bộ công chức viên chức",
}

_NEW_TONES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa"}
_NEW_TONES |= {"oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe"}
_NEW_TONES |= {"uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
_NEW_TONES |= {new.upper(): old.upper() for new, old in _NEW_TONES.items()}
_NEW_TONES |= {new.capitalize(): old.capitalize() for new, old in _NEW_TONES.items()}
# Only an open syllable has two spellings ("hoà", "hòa"); "qu" is a consonant, so "quý" has one.
_NEW_TONE = re.compile(rf"(?<![qQ])(?:{'|'.join(_NEW_TONES)})(?![^\W\d_])")


def nfc(text: str) -> str:
    """NFC without invisible characters (soft hyphen, zero-width)."""
    return UNSEEN.sub("", unicodedata.normalize("NFC", text))


def collapse(text: str) -> str:
    """What a reader sees in a quotation: NFC, every run of white space one space."""
    return WHITE_SPACE.sub(" ", nfc(text)).strip()


def old_tones(text: str) -> str:
    """NFC text with the tone where most texts have it: hoà → hòa, uỷ → ủy."""
    return _NEW_TONE.sub(lambda found: _NEW_TONES[found.group()], nfc(text))


def fold(text: str) -> str:
    """Without diacritics (đ → d too), letter case kept. Compatibility forms are opened: km² → km2."""
    plain = MARKS.sub("", unicodedata.normalize("NFKD", text))
    return plain.replace("đ", "d").replace("Đ", "D")


_FOLDED_ABBREVIATIONS = {fold(short): fold(full).split() for short, full in ABBREVIATIONS.items()}


def syllables(text: str) -> list[str]:
    """Folded, lower case, abbreviations opened, numbers without leading zeros."""
    found: list[str] = []
    lowered = fold(UNSEEN.sub("", text)).lower()
    for match in LETTERS_OR_DIGITS.finditer(lowered):
        word = match.group()
        if word.isdecimal():
            found.append(word.lstrip("0") or "0")
        elif word in _FOLDED_ABBREVIATIONS and lowered[match.start() - 1 : match.start()] not in ("/", "-"):
            found += _FOLDED_ABBREVIATIONS[word]
        else:
            found.append(word)
    return found


def bigrams(words: list[str]) -> list[str]:
    """Neighbouring syllables: most Vietnamese words have two, so no word segmenter is needed."""
    return [f"{left}_{right}" for left, right in pairwise(words)]


def tokens(text: str) -> list[str]:
    """What keyword search compares: folded syllables and their bigrams."""
    words = syllables(text)
    return words + bigrams(words)
