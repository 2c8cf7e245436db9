"""Checks a sentence that a language model worded against the quotations it cites; what is not proven is not shown.

A sentence cites with [1] or [1][2] behind each statement. A statement holds when one of the quotations it cites has
all of its dates, figures (with unit, bound and clause, or in words), document numbers, names and other words but small
ones, in like neighbourhood: a single other word can turn the meaning. Word order beyond that, and whether two true
statements belong together, is not proven: the quotations stand beside it for that.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from icabinet.assistant.facts import Date, Facts, Figure, counts, facts, is_telling, names, unfigured, words
from icabinet.assistant.text import bigrams, collapse

NEIGHBOURS = 0.5
"""Share of a statement's pairs of neighbouring words (small ones left out) that its quotation must have."""
FEWEST_WORDS = 2
NEGATED_WITHIN = 2
_CITED = re.compile(r"(?:\s*\[\s*\d{1,2}(?:\s*[,;]\s*\d{1,2})*\s*\])+")
_NUMBER = re.compile(r"\d+")
_SAYS = re.compile(r"[^\W_]")
_DRESS = re.compile(r"^\s*(?:[-–•*>#]+|\d{1,2}[.)])\s+|[*_`#]{1,3}")
"""A list's mark and the signs by which models make letters bold."""
_NEGATIONS = frozenset({"không", "chưa", "chẳng", "đừng", "cấm"})
_TURNING_WORDS = """không chưa chẳng đừng cấm trừ tăng giảm vượt thiếu thừa trên dưới hơn kém trước sau tối đa thiểu ít
    nhiều nhất mọi tất toàn chỉ phải hết cao thấp đúng sai phản đối bác hủy dừng"""
_TURNING = frozenset(_TURNING_WORDS.split())
_SMALL_WORDS = """là của và các những thì mà ở tại về để rằng cũng này đó việc ngày tháng số theo trong với cho do vào
    bởi như có"""
_SMALL = frozenset(_SMALL_WORDS.split())
"""They may differ. With their diacritics: "tại" is small, "tài" is not."""


@dataclass(frozen=True)
class Proven:
    """`text` as it may be shown, without its citations; `cited`: the quotations' numbers, in their order."""

    text: str
    cited: tuple[int, ...]


def proven(sentence: str, quotations: Mapping[int, str]) -> Proven | None:
    """None when any part of the sentence lacks a citation, or is not proven by it."""
    bare = _DRESS.sub("", collapse(sentence))
    at, shown, cited = 0, "", list[int]()
    for match in _CITED.finditer(bare):
        statement = bare[at : match.start()]
        numbers = [int(one) for one in _NUMBER.findall(match.group())]
        if any(one not in quotations for one in numbers):
            return None
        holding = [one for one in numbers if _holds(statement, quotations[one])]
        if not holding:
            return None
        cited += [one for one in holding if one not in cited]
        shown, at = shown + statement, match.end()
    rest = bare[at:]
    if not cited or _SAYS.search(rest):
        return None
    return Proven((shown + rest).strip(), tuple(cited))


def _holds(statement: str, quotation: str) -> bool:
    said, there = words(statement), words(quotation)
    return (
        _facts_hold(facts(statement), facts(quotation))
        and all(_stands(name, there) for name in names(statement))
        and _TURNING.intersection(said) <= set(there)
        and counts(statement) <= counts(quotation)
        and _covered(statement, quotation)
        and _negated(said, there)
    )


def _facts_hold(said: Facts, there: Facts) -> bool:
    dates = all(any(_same_date(one, other) for other in there.dates) for one in said.dates)
    figures = all(_figure_holds(one, there.figures) for one in said.figures)
    return dates and said.documents <= there.documents and figures


def _same_date(said: tuple[Date, str], there: tuple[Date, str]) -> bool:
    """A statement may leave day or year out, not the word that makes the date a bound."""
    parts = all(not one or one == other for one, other in zip(said[0], there[0], strict=True))
    return parts and said[1] == there[1]


def _figure_holds(said: Figure, there: tuple[Figure, ...]) -> bool:
    """Of the quotation's figures of that unit this one's clause must be as near to the statement's as any other's."""
    rivals = [one for one in there if one.scale == said.scale]
    nearest = max((len(said.clause & one.clause) for one in rivals), default=0)
    return any(
        one.value == said.value
        and one.limit == said.limit
        and one.aims == said.aims
        and len(said.clause & one.clause) >= nearest
        for one in rivals
    )


def _stands(name: list[str], there: list[str]) -> bool:
    return any(there[at : at + len(name)] == name for at in range(len(there) - len(name) + 1))


def _covered(statement: str, quotation: str) -> bool:
    """What is written in digits is not looked at here: it may be written otherwise (20/6/2026, 20 tháng 6)."""
    own, other = _large(unfigured(statement)), _large(unfigured(quotation))
    pairs, known_pairs = bigrams(own), set(bigrams(other))
    return (
        len(_large(statement)) >= FEWEST_WORDS
        and set(own) <= set(words(quotation))
        and sum(pair in known_pairs for pair in pairs) >= NEIGHBOURS * len(pairs)
    )


def _large(text: str) -> list[str]:
    return [word for word in words(text) if word not in _SMALL]


def _negated(said: list[str], there: list[str]) -> bool:
    """What is denied must be denied there, and what is affirmed must be affirmed there."""
    known = _signs(there)
    return all(sign in known[word] for word, signs in _signs(said).items() if word in known for sign in signs)


def _signs(text: list[str]) -> dict[str, set[bool]]:
    """Of every telling word whether it stands right behind a negation."""
    found: dict[str, set[bool]] = {}
    since = NEGATED_WITHIN
    for word in text:
        if word in _NEGATIONS:
            since = 0
        elif is_telling(word):
            found.setdefault(word, set()).add(since < NEGATED_WITHIN)
            since += 1
    return found
