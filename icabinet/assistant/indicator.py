"""What several differing figures are figures of, in the papers' own words."""

import re
from collections.abc import Sequence
from itertools import combinations

from icabinet.assistant.figures import Figure
from icabinet.assistant.text import fold

FEWEST_WORDS, MOST_WORDS = 2, 14
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,/]\d+)*|[,;:()]")
_LABEL = re.compile(r"^\d{1,3}\s+(?P<label>\D.*?)(?:\s*\([^()]*\))?\s+\d")

# With diacritics: "tài" and "trọng" say something, "tại" and "trong" do not.
_EMPTY_WORDS = """của và các những được có trong cho với là một này do thì mà ở tại từ đến về theo đạt bị ra vào cũng
    không đã đang sẽ để nâng tích hợp tỷ lệ"""
_EMPTY = frozenset(_EMPTY_WORDS.split())

Words = list[str]


def indicator(group: Sequence[Figure]) -> str:
    """The label of a table's row where one is among them, else the longest words that two papers share; or nothing."""
    for figure in group:
        if label := _LABEL.match(figure.sentence.text):
            return label["label"]
    shared = [
        _shared(_clause(one), _clause(other)) for one, other in combinations(group, 2) if one.paper != other.paper
    ]
    best = max(shared, key=len, default=[])[:MOST_WORDS]
    if len(best) < FEWEST_WORDS:
        return ""
    name = " ".join(best)
    return name[0].upper() + name[1:]


def _clause(figure: Figure) -> Words:
    return _WORD.findall(figure.sentence.text)


def _shared(one: Words, other: Words) -> Words:
    """The longest run of words that both have, within one clause, without the empty words and figures at its ends."""
    left, right = (
        [fold(word).lower() if word[0].isalnum() else end for word in words]
        for words, end in ((one, "<"), (other, ">"))
    )
    best = (0, 0)
    row = [0] * (len(right) + 1)
    for at, word in enumerate(left, 1):
        row = [0, *(row[place] + 1 if word == right[place] else 0 for place in range(len(right)))]
        best = max(best, (max(row), -at))
    length, end = best[0], -best[1]
    return _trimmed(one[end - length : end])


def _trimmed(run: Words) -> Words:
    while run and _says_nothing(run[0]):
        run = run[1:]
    while run and _says_nothing(run[-1]):
        run = run[:-1]
    return run


def _says_nothing(word: str) -> bool:
    return word.lower() in _EMPTY or (not word.isalpha() and len(word) > 1)
