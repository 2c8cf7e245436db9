"""File names as people may see them: no folders, no invisible characters, never too long, never empty."""

import re
import unicodedata

MAX_NAME = 200
NAMELESS = "Tài liệu"
_MAX_EXTENSION = 12
_EMOJI_JOINER = "\u200d"
_WHITE_SPACE = re.compile(r"\s+")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def clean_name(name: str) -> str:
    """The display name of an upload: NFC, last path part only, no control or direction marks, ≤ 200 characters.

    The extension survives shortening and emoji survive cleaning (UAX #9 marks are category Cf and do not).
    """
    visible = "".join(_shown(char) for char in unicodedata.normalize("NFC", name))
    last = next(filter(None, map(_tidy, reversed(re.split(r"[/\\]", visible)))), NAMELESS)
    return _shorten(last)


def _shown(char: str) -> str:
    if char.isspace():
        return " "
    if char == _EMOJI_JOINER or unicodedata.category(char) not in _INVISIBLE:
        return char
    return ""


def _tidy(part: str) -> str:
    """Trailing dots and blanks vanish on Windows; a part of nothing else ("..", "\u200d") is no name."""
    plain = unicodedata.normalize("NFC", _WHITE_SPACE.sub(" ", part)).strip(" " + _EMOJI_JOINER).rstrip(" .")
    return plain if plain.strip("." + _EMOJI_JOINER + " ") else ""


def _shorten(name: str) -> str:
    if len(name) <= MAX_NAME:
        return name
    stem, dot, extension = name.rpartition(".")
    if not stem or len(extension) > _MAX_EXTENSION:
        return name[:MAX_NAME].rstrip(" ." + _EMOJI_JOINER)
    return stem[: MAX_NAME - len(extension) - 1].rstrip(" ." + _EMOJI_JOINER) + dot + extension
