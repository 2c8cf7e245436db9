"""The few words of a sentence that answer a typed question: a cell of a table, what was read in it, or what has the
form asked for."""

from collections.abc import Callable

from icabinet.assistant.cells import Cell, cell
from icabinet.assistant.extraction import Extraction, Span
from icabinet.assistant.forms import FORMS, has_answer_form
from icabinet.assistant.search import Asked
from icabinet.assistant.spans import answer_span, whole

LEAST_SURE = -4.0
"""A margin. On typed questions of XQuAD this limit costs 0.014 of the short answers' F1, and leaves 45 % of those
sentences unmarked that do not answer."""


def short_answer(
    asked: Asked, columns: str, sentence: str, rarity: Callable[[str], float], *, reading: bool
) -> Cell | None:
    """Its ``column`` is empty outside tables. ``columns``: the heading of the table that the sentence is a row of.

    Without ``reading`` the sentence is not read together with the question, which takes milliseconds, where it can be.
    """
    found = cell(asked.restored, asked.kind, columns, sentence, rarity)
    if found or asked.kind not in FORMS:
        return found
    if asked.extractor is None or not reading:
        span = answer_span(asked.restored, asked.kind, sentence, rarity)
    else:
        span = _read(asked, asked.extractor.extract(asked.restored, [sentence])[0], sentence)
    return Cell(span, "") if span else None


def _read(asked: Asked, found: Extraction, sentence: str) -> Span | None:
    """Nothing where the sentence hardly answers and what was read is not of the kind asked for."""
    start, end = found.span
    if start == end or (found.margin < LEAST_SURE and not has_answer_form(asked.kind, sentence[start:end])):
        return None
    return whole(asked.restored, asked.kind, sentence, found.span)
