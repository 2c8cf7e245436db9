"""How much of a source text is found again in another text, for checking a conversion."""

import re
import unicodedata
from collections.abc import Iterable

SHINGLE = 12
_STEP = 3
_SHORTEST = 4
_NOISE = re.compile(r"[\s.…_·\-\u00ad\u2010\u2011]+")
_WORD = re.compile(r"[^\W\d_]{2,}")


def shingle_share(paragraphs: Iterable[str], found: str) -> float:
    """Share of the 12-character pieces of `paragraphs` that occur in `found`; 1.0 when there is nothing to find.

    White space, hyphens and dotted leaders do not count. Pieces do not cross paragraphs, because automatic numbers
    and page furniture stand between paragraphs in a PDF.
    """
    pieces = [piece for paragraph in paragraphs for piece in _pieces(_plain(paragraph))]
    if not pieces:
        return 1.0
    target = _plain(found)
    known = {length: _all_of(target, length) for length in {len(piece) for piece in pieces}}
    return sum(piece in known[len(piece)] for piece in pieces) / len(pieces)


def word_share(paragraphs: Iterable[str], found: str) -> float:
    """Share of the different words of `paragraphs` that stand unbroken in `found`; 1.0 when there are none.

    A PDF made with a font that lacks Vietnamese letters falls to about two thirds ("ph ần"), though all its
    characters are there.
    """
    wanted = {word for paragraph in paragraphs for word in _words(paragraph)}
    if not wanted:
        return 1.0
    return len(wanted & set(_words(found))) / len(wanted)


def _plain(text: str) -> str:
    return _NOISE.sub("", unicodedata.normalize("NFC", text)).casefold()


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _pieces(plain: str) -> list[str]:
    if len(plain) < _SHORTEST:
        return []
    if len(plain) <= SHINGLE:
        return [plain]
    return [plain[start : start + SHINGLE] for start in range(0, len(plain) - SHINGLE + 1, _STEP)]


def _all_of(text: str, length: int) -> set[str]:
    return {text[start : start + length] for start in range(len(text) - length + 1)}
