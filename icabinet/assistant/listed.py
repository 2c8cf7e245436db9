"""An enumeration as quotations: what leads to it, then every item with its own place."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from icabinet.assistant.enumerating import Enumeration
from icabinet.assistant.protocol import Part, Quote
from icabinet.assistant.search import Ranking, View
from icabinet.assistant.text import collapse


def listed(view: View, ranking: Ranking, told: Enumeration) -> list[Quote]:
    lead = [_quote(view, ranking, [told.lead], "lead")] if told.lead is not None else []
    return lead + [quote for item in told.items for quote in _item(view, ranking, item)]


def _item(view: View, ranking: Ranking, item: Sequence[int]) -> Iterator[Quote]:
    """One quotation a page."""
    for number, (_, part) in enumerate(groupby(item, key=lambda at: view.passages[view.owners[at]][1].page)):
        yield _quote(view, ranking, list(part), "rest" if number else "item")


def _quote(view: View, ranking: Ranking, numbers: Sequence[int], part: Part) -> Quote:
    paper, passage = view.passages[view.owners[numbers[0]]]
    start, end = view.sentences[numbers[0]].start, view.sentences[numbers[-1]].end
    return Quote(
        key=paper.key,
        page=passage.page,
        start=start,
        end=end,
        quote=collapse(paper.source.pages[passage.page - 1][start:end]),
        before="",
        after="",
        emphasis=[],
        score=round(max(float(ranking.sentences[at]) for at in numbers), 4),
        part=part,
    )
