"""How likely the best passage really answers: a logistic function of four observations.

The weights were fitted on questions with and without an answer (leave-answer-out over a public reading-comprehension
set); three bands follow from the probability: answer, "có thể liên quan", refuse.
"""

import math
from typing import Literal

from icabinet.assistant.index import in_place
from icabinet.assistant.questions import EMPTY_WORDS
from icabinet.assistant.search import Asked, Ranking, View
from icabinet.assistant.text import bigrams, syllables

State = Literal["answered", "possible", "refused"]

ANSWER_FROM = 0.70
POSSIBLE_FROM = 0.55

# observation: mean, standard deviation, weight
HYBRID = {
    "cosine": (0.864, 0.038, 1.29),
    "passage_cover": (0.631, 0.257, 0.94),
    "sentence_cover": (0.541, 0.260, 0.26),
    "pairs": (0.302, 0.193, 1.18),
}
HYBRID_BIAS = 0.16
KEYWORDS = {
    "passage_cover": (0.631, 0.257, 1.02),
    "sentence_cover": (0.541, 0.260, 0.66),
    "pairs": (0.302, 0.193, 1.38),
}
KEYWORDS_BIAS = 0.18


def observations(view: View, asked: Asked, ranking: Ranking) -> dict[str, float]:
    """What can be seen of the best sentence and of its passage. The view must not be empty."""
    best = ranking.best(1)[0]
    paper, passage = view.passages[view.owners[best]]
    words = syllables(asked.restored)
    seen = {
        "passage_cover": _cover(view, words, in_place(paper.source, passage)),
        "sentence_cover": _cover(view, words, view.sentences[best].text),
        "pairs": _shared(bigrams(words), bigrams(syllables(passage.text))),
    }
    if ranking.sentence_cosines is not None:
        seen["cosine"] = float(ranking.sentence_cosines[best])
    return seen


def probability(seen: dict[str, float]) -> float:
    hybrid = "cosine" in seen
    weights, total = (HYBRID, HYBRID_BIAS) if hybrid else (KEYWORDS, KEYWORDS_BIAS)
    for name, (mean, deviation, weight) in weights.items():
        total += weight * (seen[name] - mean) / deviation
    return 1 / (1 + math.exp(-total))


def state_of(chance: float) -> State:
    if chance >= ANSWER_FROM:
        return "answered"
    return "possible" if chance >= POSSIBLE_FROM else "refused"


def _cover(view: View, words: list[str], text: str) -> float:
    """The share of the question's telling words found in the text, rare words counting more."""
    telling = [word for word in dict.fromkeys(words) if word not in EMPTY_WORDS]
    there = set(syllables(text))
    weights = {word: view.passage_words.rarity(word) for word in telling}
    return sum(weights[word] for word in telling if word in there) / (sum(weights.values()) + 1e-9)


def _shared(asked: list[str], there: list[str]) -> float:
    known = set(there)
    return sum(pair in known for pair in asked) / max(1, len(asked))
