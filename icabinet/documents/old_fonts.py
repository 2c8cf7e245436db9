"""Vietnamese written with fonts from before Unicode: TCVN3 (.VnTime and its family) and VNI (VNI-Times).

Such a text holds the letters of other languages, which only the font shows as Vietnamese ones. TCVN 5712:1993 gives
every letter one sign (.VnTimeH draws capitals in their place); VNI writes a base letter and a mark behind it.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

Encoding = Literal["tcvn3", "tcvn3-capitals", "vni"]

ENOUGH_WORDS = 3
_SURE = 0.8
_DOUBTFUL = 0.3
_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¸¶·¹»¾¼½ÆÇÊÈÉËÌÐÎÏÑÒÕÓÔÖ×ÝØÜÞßãáâäåèæçéêíëìîïóñòôõøö÷ùúýûüþ\u2212",
        "ĂÂÊÔƠƯĐăâêôơưđàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵư",
        strict=True,
    )
)
_TCVN3_TABLE = str.maketrans(_TCVN3)
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_MARKS = {
    **dict(zip("øùûõï", (_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT), strict=True)),
    **{
        mark: _CIRCUMFLEX + tone for mark, tone in zip("âàáåãä", ("", _GRAVE, _ACUTE, _HOOK, _TILDE, _DOT), strict=True)
    },
    **{mark: _BREVE + tone for mark, tone in zip("êèéúüë", ("", _GRAVE, _ACUTE, _HOOK, _TILDE, _DOT), strict=True)},
}
_VNI_LETTERS = dict(zip("ñôöòæóîÑÔÖÒÆÓÎ", "đơưịỉĩỵĐƠƯỊỈĨỴ", strict=True))
_VNI_SIGN = re.compile(f"([aeiouyôö])([{''.join(_VNI_MARKS)}])|[{''.join(_VNI_LETTERS)}]", re.IGNORECASE)

SIGNS = frozenset(map(ord, {*_TCVN3, *_VNI_MARKS, *_VNI_LETTERS, *"".join(_VNI_MARKS).upper()})) - frozenset(
    map(ord, "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ")
)
"""Characters of an old text that hardly ever stand in a Unicode one."""

_TCVN3_FONT = re.compile(r"(?:[A-Z]{6}\+)?\.?Vn[A-Z]\w*")
_CAPITALS_FONT = re.compile(r"\w[a-z]H\b")
_VNI_FONT = re.compile(r"(?:[A-Z]{6}\+)?VNI[- _]", re.IGNORECASE)
_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
_VOWELS = "[aăâeêioôơuưy]{1,3}"
_CODA = "(?:ch|ng|nh|[cmnpt])?"
_SYLLABLE = re.compile(_ONSET + _VOWELS + _CODA)
_TONES = re.compile(f"[{_GRAVE}{_ACUTE}{_HOOK}{_TILDE}{_DOT}]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[a-zA-Z]")
_BEYOND_LATIN = "\u02ff"


def encoding_of_font(name: str) -> Encoding | None:
    """What a font of this name shows, such as ".VnTimeH" or "ABCDEF+VNI-Times,Bold"."""
    if _TCVN3_FONT.match(name):
        return "tcvn3-capitals" if _CAPITALS_FONT.search(name.partition(",")[0]) else "tcvn3"
    return "vni" if _VNI_FONT.match(name) else None


def encoding_of(font: str, words: Iterable[str]) -> Encoding | None:
    """What these words in one font are written in: by the font's name, else by what they look like. Letters that only
    Unicode has disprove both.
    """
    known = list(words)
    letters = {char for word in known for char in word if char > _BEYOND_LATIN and char.isalpha()}
    if letters - _TCVN3.keys():
        return None
    return encoding_of_font(font) or _guess(known)


def _guess(words: list[str]) -> Encoding | None:
    """Only words of letters with an old sign among them tell; most must become Vietnamese that were not before."""
    telling = {word for word in words if _LATIN.search(word) and any(ord(char) in SIGNS for char in word)}
    if len(telling) < ENOUGH_WORDS or _vietnamese(telling) > _DOUBTFUL:
        return None
    scores: dict[Encoding, float] = {
        "tcvn3": _vietnamese({to_unicode(word, "tcvn3") for word in telling}),
        "vni": _vietnamese({to_unicode(word, "vni") for word in telling}),
    }
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if scores[best] >= _SURE else None


def _vietnamese(words: set[str]) -> float:
    """The share of words whose letters are syllables of the language."""
    return sum(_is_vietnamese(word) for word in words) / len(words)


def _is_vietnamese(word: str) -> bool:
    """Capitals only in front or all over: TCVN3 read as VNI mixes them."""
    parts = _LETTERS.findall(word)
    plain = all(part.isupper() or part[1:] == part[1:].lower() for part in parts)
    return plain and bool(parts) and all(_is_syllable(part.lower()) for part in parts)


def _is_syllable(part: str) -> bool:
    apart = unicodedata.normalize("NFD", part)
    base = unicodedata.normalize("NFC", _TONES.sub("", apart))
    return len(_TONES.findall(apart)) <= 1 and _SYLLABLE.fullmatch(base) is not None


def to_unicode(text: str, encoding: Encoding) -> str:
    """The text as Unicode, NFC; what is no sign of the encoding stays."""
    if encoding == "vni":
        return unicodedata.normalize("NFC", _VNI_SIGN.sub(_letter, text))
    plain = text.translate(_TCVN3_TABLE)
    return plain.upper() if encoding == "tcvn3-capitals" else plain


def _letter(sign: re.Match[str]) -> str:
    if not sign.group(1):
        return _VNI_LETTERS[sign.group()]
    base = _VNI_LETTERS.get(sign.group(1), sign.group(1))
    return base + _VNI_MARKS[sign.group(2).lower()]
