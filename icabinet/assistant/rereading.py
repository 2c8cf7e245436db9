"""Reads the first few sentences together with the question, which is too slow for many, and puts these in order."""

from collections.abc import Mapping
from dataclasses import replace

from icabinet.assistant.search import Asked, Ranking, View
from icabinet.assistant.traits import Traits

READ = 2


def reread(view: View, asked: Asked, ranking: Ranking, order: Mapping[str, float]) -> Ranking:
    """As it was where nobody can read them, and for a comparison of papers."""
    if asked.extractor is None or not ranking.order or not order:
        return ranking
    rows = seen(view, asked, ranking)
    worth = [sum(weight * one[name] for name, weight in order.items()) for one in rows]
    places = sorted(range(len(rows)), key=lambda at: -worth[at])
    return replace(
        ranking,
        order=(*(ranking.order[at] for at in places), *ranking.order[len(rows) :]),
        worth=(*(ranking.worth[at] for at in places), *ranking.worth[len(rows) :]),
        margins=tuple(rows[at]["margin"] for at in places),
    )


def seen(view: View, asked: Asked, ranking: Ranking) -> list[Traits]:
    """Of the first few: what they are worth beside the best of them, and how surely words in them answer."""
    numbers = ranking.order[:READ]
    assert asked.extractor is not None
    found = asked.extractor.extract(asked.restored, [view.sentences[at].text for at in numbers])
    return [
        {"worth": worth - ranking.worth[0], "margin": one.margin}
        for worth, one in zip(ranking.worth[: len(numbers)], found, strict=True)
    ]
