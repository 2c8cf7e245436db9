"""The few words of a sentence that answer a typed question: a cell of a table, what was read in it, or what has the
form asked for."""

from collections.abc import Callable

from icabinet.assistant.cells import Cell, cell
from icabinet.assistant.forms import FORMS
from icabinet.assistant.search import Asked
from icabinet.assistant.spans import answer_span, whole

Short = Cell
"""``column`` is empty outside tables."""


def short_answer(
    asked: Asked, columns: str, sentence: str, rarity: Callable[[str], float], *, reading: bool
) -> Short | None:
    """``columns``: the heading of the table that the sentence is a row of. Without ``reading`` the sentence is not read
    together with the question, which takes milliseconds, even where it can be.
    """
    found = cell(asked.restored, asked.kind, columns, sentence, rarity)
    if found or asked.kind not in FORMS:
        return found
    if asked.extractor is None or not reading:
        span = answer_span(asked.restored, asked.kind, sentence, rarity)
    else:
        read = asked.extractor.extract(asked.restored, [sentence])[0].span
        span = whole(asked.restored, asked.kind, sentence, read) if read[0] < read[1] else None
    return Short(span, "") if span else None
