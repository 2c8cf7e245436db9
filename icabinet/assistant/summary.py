"""A summary of a paper from its own sentences: the most central ones, spread over its sections, in reading order."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from icabinet.assistant.passages import Sentence, passages
from icabinet.assistant.questions import EMPTY_WORDS
from icabinet.assistant.text import bigrams, syllables

LONGEST = 10
SHORTEST_SENTENCE, LONGEST_SENTENCE = 10, 70
REPEATED = 0.35
"""How much of a sentence's worth is taken away for what is already said."""
_WHOLE = re.compile(r"(?:(?:[a-zđ]\)|\d{1,2}(?:\.\d{1,2})*\.)\s+)?[^\W\d_a-zđà-ỹ].*[.!]$")
"""A whole sentence, numbered or not: no cell of a table, no line of the recipients."""
_SECTION = re.compile(r"(?:[IVX]+\.|Điều\s+\d+\.)")
_FRAME = re.compile(
    r"(?:căn cứ|kính gửi|nơi nhận|số:|độc lập|theo đề nghị|về việc|\(kèm|thực hiện (?:chỉ thị|kế hoạch|điểm|khoản))"
    r"|/\.$|\./\.$|báo cáo (?:như sau|kết quả .* như sau)|(?:như sau|sau đây|sau)\s*:$",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\d\s*%|\d\s+tỷ đồng|\d/\d")
_DUTY = re.compile(r"trước ngày|kiến nghị|đề nghị|yêu cầu|phấn đấu|tồn tại|hạn chế|chịu trách nhiệm", re.IGNORECASE)


@dataclass(frozen=True)
class Chosen:
    page: int
    sentence: Sentence


@dataclass(frozen=True)
class _Candidate:
    chosen: Chosen
    section: str
    leads: bool
    words: frozenset[str]
    order: int


def summary(pages: Sequence[str], length: int) -> list[Chosen]:
    """At most `length` (up to LONGEST) sentences; a longer summary holds all of a shorter one."""
    left = _candidates(pages)
    rarity = _weights(left)
    taken: list[_Candidate] = []
    said: Counter[str] = Counter()
    while left and len(taken) < min(length, LONGEST):
        best = max(left, key=lambda one: (_worth(one, rarity, said, taken), -one.order))
        taken.append(best)
        left.remove(best)
        said.update(best.words)
    return [one.chosen for one in sorted(taken, key=lambda one: one.order)]


def _candidates(pages: Sequence[str]) -> list[_Candidate]:
    found: list[_Candidate] = []
    contexts: set[str] = set()
    for passage in passages(pages):
        for sentence in passage.sentences:
            words = syllables(sentence.text)
            fits = SHORTEST_SENTENCE <= len(words) <= LONGEST_SENTENCE and _WHOLE.match(sentence.text)
            if fits and not sentence.heading and not _FRAME.search(sentence.text):
                pairs = frozenset(pair for pair in bigrams(words) if not set(pair.split("_")) & EMPTY_WORDS)
                leads = passage.context not in contexts
                contexts.add(passage.context)
                section = (_SECTION.findall(passage.context) or [""])[-1]
                found.append(_Candidate(Chosen(passage.page, sentence), section, leads, pairs, len(found)))
    return found


def _weights(candidates: Sequence[_Candidate]) -> dict[str, float]:
    """A pair of syllables tells what the paper is about when several sentences have it, and many more do not."""
    counts = Counter(word for one in candidates for word in one.words)
    return {word: log(count) * log(1 + len(candidates) / count) for word, count in counts.items()}


def _worth(one: _Candidate, weights: dict[str, float], said: Counter[str], taken: Sequence[_Candidate]) -> float:
    fresh = sum(weights[word] * (REPEATED if word in said else 1.0) for word in one.words)
    crowded = sum(other.section == one.section for other in taken)
    text = one.chosen.sentence.text
    telling = 1.6 if _RESULT.search(text) else 1.25 if _DUTY.search(text) else 1.0
    leading = 1.3 if one.leads else 1.0
    return fresh / (8 + len(one.words)) * telling * leading * 0.6**crowded
