"""Chooses for a comparison one sentence a paper: those that speak of the same thing as each other, not only of the
question's words.
"""

from collections.abc import Sequence

from icabinet.assistant.bm25 import Scores
from icabinet.assistant.comparison import compared_papers
from icabinet.assistant.questions import EMPTY_WORDS
from icabinet.assistant.search import Asked, Ranking, View
from icabinet.assistant.text import tokens

A_PAPER = 8
FIRST = 10
AGREEMENT = 0.6
"""How much the likeness to the other papers' sentence weighs beside the question itself."""
NEARLY_AS_GOOD = 0.6
FORM = 0.35
"""A comparison is of figures, if it asks for any: a sentence without one says nothing of it."""

_Words = dict[str, float]


def beside(view: View, asked: Asked, ranking: Ranking, limit: int) -> list[int]:
    """Numbers of sentences, at most one a paper, the best first."""
    scores = ranking.sentences + FORM * view.forms(asked.kind)
    by_paper = _candidates(view, scores, asked.restored)
    every = sorted((at for own in by_paper.values() for at in own), key=lambda at: -scores[at])
    if not every:
        return []
    words = {at: _telling(view, at) for at in every}
    rounds = [_round(by_paper, scores, words, first) for first in every[:FIRST]]
    _, chosen = max(rounds, key=lambda one: one[0])
    enough = NEARLY_AS_GOOD * chosen[0][0]
    return [at for score, at in chosen if score >= enough][:limit]


def _candidates(view: View, scores: Scores, question: str) -> dict[str, list[int]]:
    meant = compared_papers(question, [paper.source.title for paper in view.papers])
    found: dict[str, list[int]] = {paper.key: [] for paper, one in zip(view.papers, meant, strict=True) if one}
    for at in (-scores).argsort(kind="stable"):
        own = found.get(view.passages[view.owners[at]][0].key)
        if own is not None and len(own) < A_PAPER and not view.sentences[at].heading:
            own.append(int(at))
    return found


def _round(
    by_paper: dict[str, list[int]], scores: Scores, words: dict[int, _Words], first: int
) -> tuple[float, list[tuple[float, int]]]:
    """Every paper's best sentence when this one is the first paper's; how good the first two are together."""
    chosen = [(float(scores[first]) + AGREEMENT, first)]
    for own in by_paper.values():
        if first not in own and own:
            chosen.append(max((float(scores[at]) + AGREEMENT * _alike(words[first], words[at]), at) for at in own))
    chosen.sort(key=lambda one: -one[0])
    return sum(score for score, _ in chosen[:2]), chosen


def _telling(view: View, at: int) -> _Words:
    """Its words and pairs of words by how rare they are; figures, which differ, are left out."""
    told: Sequence[str] = tokens(view.sentences[at].text)
    kept = {word for word in told if not EMPTY_WORDS.issuperset(word.split("_")) and not any(map(str.isdecimal, word))}
    return {word: view.sentence_words.rarity(word) for word in kept}


def _alike(one: _Words, other: _Words) -> float:
    """The share of the rarer words of the poorer sentence that the other one has too."""
    shared = sum(weight for word, weight in one.items() if word in other)
    return shared / (min(sum(one.values()), sum(other.values())) + 1e-9)
