"""Puts diacritics back on a question typed without them, from the habits of the papers themselves.

A bigram model over syllables: for every typed syllable the papers' spellings are candidates, and the likeliest
chain is chosen (Viterbi). Phrases of questions are known beforehand, because papers seldom ask.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import msgspec

from icabinet.assistant.text import fold, nfc, old_tones

BIGRAM_WEIGHT = 0.9
TYPED_WITH_MARKS = 0.55
QUESTION_WEIGHT = 5
START = "."

QUESTION_PHRASES = """bao nhiêu. là bao nhiêu. có bao nhiêu. được bao nhiêu. đạt bao nhiêu. bao nhiêu phần trăm.
bao nhiêu người. bao giờ. khi nào. vào khi nào. từ khi nào. đến khi nào. ngày nào. vào ngày nào. tháng nào. năm nào.
trước ngày nào. thời gian nào. thời điểm nào. thời hạn nào. ở đâu. tại đâu. ai. là ai. do ai. ai là. người nào.
cơ quan nào. cơ quan nào chủ trì. đơn vị nào. sở nào. bộ nào. phường nào. xã nào. địa phương nào. thành phố nào.
tỉnh nào. nước nào. văn bản nào. nghị quyết nào. chỉ thị nào. quyết định nào. kế hoạch nào. báo cáo nào. gì. là gì.
cái gì. điều gì. việc gì. nội dung gì. như thế nào. ra sao. tại sao. vì sao. mấy. có mấy. số mấy. những gì. những ai.
thế nào. so với. so sánh. hay không. có phải. đúng không. bao lâu. bao xa. hạn chót. ai chịu trách nhiệm.
trách nhiệm của ai. giao cho ai. ai ký. do ai ký. tỷ lệ. chiếm bao nhiêu. mục tiêu."""

_WORD_OR_STOP = re.compile(r"[^\W\d_]+|\d+|[.!?;:,()]")
_WORD = re.compile(r"[^\W\d_]+")
_STOPS = frozenset(".!?;:,()")


_Packed = tuple[dict[str, int], dict[str, dict[str, int]]]


@dataclass
class Habits:
    """How often each syllable, and each pair of neighbours, occurs."""

    alone: Counter[str] = field(default_factory=Counter)
    pairs: dict[str, dict[str, int]] = field(default_factory=dict)
    """After which syllable which one, and how often."""

    def learn(self, text: str, times: int = 1) -> "Habits":
        before = START
        self.alone[START] += times
        for piece in _WORD_OR_STOP.findall(old_tones(text).lower()):
            word = START if piece in _STOPS else piece
            if word != START:
                after = self.pairs.setdefault(before, {})
                after[word] = after.get(word, 0) + times
            self.alone[word] += times
            before = word
        return self

    def packed(self) -> bytes:
        return msgspec.msgpack.encode((self.alone, self.pairs))

    @classmethod
    def unpacked(cls, packed: bytes) -> "Habits":
        """Raises msgspec.DecodeError for anything else than what was packed."""
        alone, pairs = msgspec.msgpack.decode(packed, type=_Packed)
        return cls(Counter(alone), pairs)


# Vietnamese has some seven thousand syllables: the same ones come again with every paper.
_folded = lru_cache(1 << 14)(fold)


_NONE: dict[str, int] = {}


class Restorer:
    def __init__(self, habits: Iterable[Habits]) -> None:
        self._given = habits

    @cached_property
    def _habits(self) -> list[Habits]:
        """Looked at when the first question without diacritics comes."""
        return [Habits().learn(QUESTION_PHRASES, QUESTION_WEIGHT), *self._given]

    @cached_property
    def _alone(self) -> Counter[str]:
        joined: Counter[str] = Counter()
        for one in self._habits:
            joined.update(one.alone)
        return joined

    @cached_property
    def _total(self) -> int:
        return self._alone.total()

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self._alone:
            found.setdefault(_folded(word), []).append(word)
        return found

    def restore(self, question: str) -> str:
        """The question in NFC, letter case kept; unchanged when it was typed with marks."""
        text = nfc(question)
        found = list(_WORD.finditer(text))
        if not found or marked_share(text) >= TYPED_WITH_MARKS:
            return text
        chosen = self._likeliest([match.group() for match in found])
        for match, word in reversed(list(zip(found, chosen, strict=True))):
            text = text[: match.start()] + _cased_like(match.group(), word) + text[match.end() :]
        return text

    def _likeliest(self, typed: list[str]) -> list[str]:
        chains: dict[str, tuple[float, list[str]]] = {START: (0.0, [])}
        for word in typed:
            chains = {
                candidate: max(
                    (score + self._log_chance(before, candidate), [*chain, candidate])
                    for before, (score, chain) in chains.items()
                )
                for candidate in self._candidates(word.lower())
            }
        return max(chains.values())[1]

    def _candidates(self, word: str) -> list[str]:
        if fold(word) != word:
            return [word]
        return self._spellings.get(word, [word])

    def _log_chance(self, before: str, word: str) -> float:
        alone = (self._alone[word] + 0.05) / (self._total + 1)
        first = self._alone[before]
        pairs = sum(one.pairs.get(before, _NONE).get(word, 0) for one in self._habits)
        together = pairs / first if first else 0.0
        chance: float = BIGRAM_WEIGHT * together + (1 - BIGRAM_WEIGHT) * alone
        return math.log(chance)


def marked_share(text: str) -> float:
    """The share of syllables of two letters and more that carry a diacritic."""
    words: list[str] = _WORD.findall(text)
    words = [word for word in words if len(word) > 1] or words
    return sum(fold(word) != word for word in words) / max(1, len(words))


def _cased_like(typed: str, word: str) -> str:
    if len(typed) > 1 and typed.isupper():
        return word.upper()
    return word.capitalize() if typed[0].isupper() else word
