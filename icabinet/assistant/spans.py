"""The words of a sentence that answer a typed question: found by their form, chosen by what stands near them."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from icabinet.assistant.forms import (
    BODY,
    DATE,
    DOCUMENT,
    FORMS,
    LINKED_NAMES,
    NAME,
    NUMBER,
    PERCENT,
    PERSON,
    SPELT_NUMBER,
)
from icabinet.assistant.questions import EMPTY_WORDS, Kind
from icabinet.assistant.text import fold, nfc, syllables

Span = tuple[int, int]

NEARNESS = 0.12
CLAUSE_DISTANCE = 8
FIXED_FORM: tuple[Kind, ...] = ("number", "percent", "date", "document")

_COUNTED = re.compile(r"(?:bao nhiêu|mấy)\s+((?:\w+\s*){1,4})")
_LEAD = re.compile(
    r"(?:(?:trước|đến hết|hết|từ|vào|đến|hơn|trên|gần|khoảng|dưới|ít nhất|tối đa|tối thiểu|sáng|chiều|tối)\s+)+",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"năm\s+(?P<year>\d{4})", re.IGNORECASE)
_BODY_WORD = re.compile(r"(?<!\w)(bộ|sở|ban|cục|quận|huyện|tỉnh|phường|xã|thành phố|đơn vị|cơ quan)\s+(?:nào|gì)")


@dataclass(frozen=True)
class _Token:
    word: str
    start: int
    end: int
    clause: int


def answer_span(question: str, kind: Kind, text: str, rarity: Callable[[str], float]) -> Span | None:
    """Offsets into ``text`` of the likeliest short answer; None when the question asks for nothing typed."""
    asked = {word for word in syllables(question) if word not in EMPTY_WORDS}
    tokens = _tokens(text)
    counted = _counted_words(question) if kind == "number" else []
    best: tuple[float, Span] | None = None
    candidates = _candidates(question, kind, text)
    for span in candidates:
        score = _nearness(span, tokens, asked, rarity)
        if counted:
            score *= _unit_agreement(text[span[0] : span[1]], span, tokens, counted)
        if score > 0 and (best is None or score > best[0]):
            best = score, span
    if best is None and len(set(candidates)) == 1:
        best = 0.0, candidates[0]  # nothing near speaks for it, and nothing else can be meant
    return _trimmed(question, kind, text, best[1]) if best else None


def whole(question: str, kind: Kind, text: str, span: Span) -> Span:
    """The date, figure, document number or Vietnamese name that the span is most of, or a part of; of several in it,
    from the first to the last; where there is none, the span.
    """
    if kind == "person" or kind == "signer":
        candidates = _find(PERSON, text)
    else:
        candidates = _candidates(question, kind, text) if kind in FIXED_FORM else []
    over = [one for one in candidates if one[0] < span[1] and span[0] < one[1]]
    if not over:
        return span
    read = [one for one in over if 2 * _common(one, span) >= one[1] - one[0]]
    best = max(over, key=lambda one: _common(one, span) / (max(one[1], span[1]) - min(one[0], span[0])))
    if read and min(end for _, end in read) <= max(start for start, _ in read):
        best = min(start for start, _ in read), max(end for _, end in read)
    return _trimmed(question, kind, text, best)


def _common(one: Span, other: Span) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def says_anew(question: str, kind: Kind, text: str) -> bool | None:
    """Whether the text holds anything of the kind asked for that the question does not say itself; None: no kind."""
    if kind not in FORMS:
        return None
    asked = set(syllables(question))
    return any(set(syllables(text[slice(*span)])) - asked for span in _candidates(question, kind, text))


def _trimmed(question: str, kind: Kind, text: str, span: Span) -> Span:
    """Without what introduces a date or a number, and without the word that the question itself counted."""
    start, end = span
    words = text[start:end]
    if kind in ("date", "number", "percent") and (lead := _LEAD.match(words)):
        start += lead.end()
    if kind == "date" and (year := _BARE_YEAR.fullmatch(text[start:end])):
        start += year.start("year")
    return start, end - _repeated_tail(question, text[start:end]) if kind == "number" else end


def _repeated_tail(question: str, figure: str) -> int:
    """How many letters behind the figure only repeat what the question counts: "1.200 hồ sơ" to "bao nhiêu hồ sơ"."""
    counted = _COUNTED.search(nfc(question).lower())
    words = counted[1].split() if counted else []
    for length in range(len(words), 0, -1):
        tail = re.search(rf"(?<=\d)\s+{re.escape(' '.join(words[:length]))}$", figure, re.IGNORECASE)
        if tail:
            return len(tail.group())
    return 0


def _candidates(question: str, kind: Kind, text: str) -> list[Span]:
    if kind == "body":
        return _bodies(question, text)
    if kind == "number":
        return _numbers(text)
    if kind == "percent":
        return _find(PERCENT, text)
    if kind == "person":
        return _people(question, text)
    return [span for form in FORMS.get(kind, ()) for span in _find(form, text)]


def _find(form: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in form.finditer(text)]


def _numbers(text: str) -> list[Span]:
    """Figures that are not part of a date or of a document number nor count a row, unless there are no others."""
    other = [*_find(DATE, text), *_find(DOCUMENT, text), (0, 1)]
    figures = _find(NUMBER, text)
    free = [one for one in figures if not any(one[0] < end and one[1] > start for start, end in other)]
    return (free or figures) + _find(SPELT_NUMBER, text)


def _people(question: str, text: str) -> list[Span]:
    """Vietnamese names; where there are none, whatever else has a capital letter and is not in the question."""
    if found := _find(PERSON, text):
        return found
    asked = f" {' '.join(syllables(question))} "
    names = [span for span in _find(NAME, text) if f" {' '.join(syllables(text[slice(*span)]))} " not in asked]
    names = [span for span in names if span[0] > 0 or " " in text[slice(*span)]]
    # Of most people the whole name is told; a single word is rather a place or the like.
    return [span for span in names if " " in text[slice(*span)]] or names


def _bodies(question: str, text: str) -> list[Span]:
    word = _BODY_WORD.search(nfc(question).lower())
    found = _find(BODY, text) if word else []
    if word:
        named = [span for span in found if text[span[0] :].lower().startswith(word[1])]
        found = named or found
    return found or _find(LINKED_NAMES, text)


def _tokens(text: str) -> list[_Token]:
    found = []
    clause = 0
    for match in re.finditer(r"[^\W_]+|;", text):
        if match.group() == ";":
            clause += 1
        else:
            found.append(_Token(fold(match.group()).lower(), *match.span(), clause))
    return found


def _nearness(span: Span, tokens: list[_Token], asked: set[str], rarity: Callable[[str], float]) -> float:
    inside = [at for at, token in enumerate(tokens) if token.start >= span[0] and token.end <= span[1]]
    if not inside:
        return 0.0
    first, last = inside[0], inside[-1]
    near: dict[str, float] = {}
    for at, token in enumerate(tokens):
        if token.word in asked and not first <= at <= last:
            distance = first - at if at < first else at - last
            distance += CLAUSE_DISTANCE * abs(token.clause - tokens[first].clause)
            weight = rarity(token.word) * math.exp(-NEARNESS * distance) * (1.15 if at < first else 1.0)
            near[token.word] = max(near.get(token.word, 0.0), weight)
    repeated = sum(tokens[at].word in asked for at in inside) / len(inside)
    return sum(near.values()) * (1 - repeated)


def _counted_words(question: str) -> list[str]:
    match = _COUNTED.search(nfc(question).lower())
    words = syllables(match[1]) if match else []
    return [word for word in words if word not in EMPTY_WORDS][:3]


def _unit_agreement(figure: str, span: Span, tokens: list[_Token], counted: list[str]) -> float:
    """More when what was to be counted stands behind the figure, most when right behind; less for a percentage."""
    words = [one.word for one in tokens if one.end > span[0] and not one.word.isdecimal()]
    share = sum(word in words[:7] for word in counted) / len(counted)
    right_behind = 1.5 if words[:1] == counted[:1] else 1.0
    return (1 + 1.5 * share) * right_behind * (0.4 if "%" in figure else 1.0)
