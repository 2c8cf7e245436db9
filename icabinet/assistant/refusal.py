"""How likely the papers really hold the answer: a logistic function of what is seen of the best quotation.

The weights and limits are a file made by `icabinet calibrate` (see :mod:`icabinet.assistant.calibration`). Three bands
follow from the probability: answer, "có thể liên quan", refuse.
"""

import math

import numpy as np

from icabinet.assistant.calibration import Calibration, Formula, State
from icabinet.assistant.demands import Demands
from icabinet.assistant.forms import FORMS, has_answer_form
from icabinet.assistant.index import in_place
from icabinet.assistant.questions import EMPTY_WORDS
from icabinet.assistant.search import Asked, Ranking, View
from icabinet.assistant.spans import answer_span
from icabinet.assistant.text import bigrams, syllables, tokens

RUNNERS_UP = 5

Seen = dict[str, float]


def observations(view: View, asked: Asked, ranking: Ranking, wanted: Demands) -> Seen:
    """What can be seen of the best sentence and its surroundings. The view must not be empty."""
    best = ranking.best(1)[0]
    owner = int(view.owners[best])
    paper, passage = view.passages[owner]
    words = syllables(asked.restored)
    seen = {
        "sentence_cover": _cover(view, words, view.sentences[best].text),
        "passage_cover": _cover(view, words, passage.text),
        "place_cover": _cover(view, words, in_place(paper.source, passage)),
        "pairs": _shared(bigrams(words), bigrams(syllables(passage.text))),
        "telling_pairs": _telling_pairs(view, words, passage.text),
        "unknown": _unknown(view, words),
        "unmet": float(not wanted.met_by(paper)),
        "lead": _lead(ranking),
        "worth": ranking.worth[0] if ranking.worth else 0.0,
        "worth_lead": ranking.worth[0] - ranking.worth[1] if len(ranking.worth) > 1 else 0.0,
    }
    seen |= _keywords(view, asked, words, owner)
    seen |= _shape(view, asked, view.sentences[best].text)
    return seen | _meaning(ranking, best, owner) | _extracted(asked, ranking, view.sentences[best].text)


def _keywords(view: View, asked: Asked, words: list[str], owner: int) -> Seen:
    """How much of what the question's words could score the best passage scores, and whether by words it is the best;
    how rare the second rarest word is that stands nowhere around it; how many pairs of words are known at all."""
    paper, passage = view.passages[owner]
    scores = view.passage_words.scores(tokens(asked.typed))
    possible = sum(view.passage_words.rarity(one) for one in tokens(asked.typed))
    there = set(syllables(in_place(paper.source, passage)))
    missing = sorted((view.passage_words.rarity(one) for one in _telling(words) if one not in there), reverse=True)
    pairs = [pair for pair in bigrams(words) if not EMPTY_WORDS & set(pair.split("_"))]
    return {
        "keyword_share": float(scores[owner]) / (possible + 1e-9),
        "keywords_agree": float(scores.argmax() == owner),
        "second_missing": missing[1] if len(missing) > 1 else 0.0,
        "known_pairs": sum(view.passage_words.knows(pair) for pair in pairs) / max(1, len(pairs)),
    }


def _shape(view: View, asked: Asked, sentence: str) -> Seen:
    """Whether the best sentence holds the kind of thing asked for, near words of the question."""
    if asked.kind not in FORMS:
        return {"typed": 0.0, "answer_form": 0.5, "short_answer": 0.5}
    span = answer_span(asked.restored, asked.kind, sentence, view.passage_words.rarity)
    form = has_answer_form(asked.kind, sentence)
    return {"typed": 1.0, "answer_form": float(form), "short_answer": float(span is not None)}


def _meaning(ranking: Ranking, best: int, owner: int) -> Seen:
    """Nothing when only keywords were used."""
    if ranking.sentence_cosines is None or ranking.passage_cosines is None:
        return {}
    passages = ranking.passage_cosines
    return {
        "cosine": float(ranking.sentence_cosines[best]),
        "passage_cosine": float(passages[owner]),
        "best_cosine": float(ranking.sentence_cosines.max()),
        "best_passage_cosine": float(passages.max()),
        "nearby": float(np.sort(ranking.sentence_cosines)[-RUNNERS_UP:].mean()),
        "standing": float((passages[owner] - passages.mean()) / (passages.std() + 1e-6)),
    }


def _extracted(asked: Asked, ranking: Ranking, sentence: str) -> Seen:
    """How much better than nothing the best sentence answers, and than those behind it; whether what was read is of
    the kind asked for, and how much of it the question does not say itself.
    """
    if not ranking.margins or asked.extractor is None:
        return {}
    first, *others = ranking.margins
    words = sentence[slice(*asked.extractor.extract(asked.restored, [sentence])[0].span)]
    typed, said = asked.kind in FORMS, set(syllables(asked.restored))
    read = syllables(words)
    return {
        "margin": first,
        "margin_typed": first if typed else 0.0,
        "margin_lead": first - max(others, default=first),
        "read_form": float(has_answer_form(asked.kind, words)) if typed else 0.5,
        "read_news": sum(word not in said for word in read) / max(1, len(read)),
    }


def probability(calibration: Calibration, seen: Seen) -> float:
    formula = formula_for(calibration, seen)
    total = formula.bias
    for name, (mean, deviation, weight) in formula.weights.items():
        total += weight * (seen[name] - mean) / deviation
    return 1 / (1 + math.exp(-total))


def formula_for(calibration: Calibration, seen: Seen) -> Formula:
    """The one that was made for what is seen."""
    if "margin" in seen and calibration.extracted:
        return calibration.extracted
    return calibration.hybrid if "cosine" in seen else calibration.keywords


def state_of(formula: Formula, chance: float) -> State:
    if chance >= formula.answer_from:
        return "answered"
    return "possible" if chance >= formula.possible_from else "refused"


def _telling(words: list[str]) -> list[str]:
    return [word for word in dict.fromkeys(words) if word not in EMPTY_WORDS]


def _cover(view: View, words: list[str], text: str) -> float:
    """The share of the question's telling words found in the text, rare words counting more."""
    there = set(syllables(text))
    weights = {word: view.passage_words.rarity(word) for word in _telling(words)}
    return sum(weights[word] for word in weights if word in there) / (sum(weights.values()) + 1e-9)


def _unknown(view: View, words: list[str]) -> float:
    """The share of the question's telling words that stand in no paper at all, rare words counting more."""
    weights = {word: view.passage_words.rarity(word) for word in _telling(words)}
    unknown = sum(weight for word, weight in weights.items() if not view.passage_words.knows(word))
    return unknown / (sum(weights.values()) + 1e-9)


def _shared(asked: list[str], there: list[str]) -> float:
    known = set(there)
    return sum(pair in known for pair in asked) / max(1, len(asked))


def _telling_pairs(view: View, words: list[str], text: str) -> float:
    """The share of pairs without empty words, rare pairs counting more."""
    asked = [pair for pair in bigrams(words) if not EMPTY_WORDS & set(pair.split("_"))]
    there = set(bigrams(syllables(text)))
    weights = [(view.passage_words.rarity(pair), pair in there) for pair in asked]
    return sum(weight for weight, found in weights if found) / (sum(weight for weight, _ in weights) + 1e-9)


def _lead(ranking: Ranking) -> float:
    """How far the best sentence stands above the next ones."""
    order = ranking.best(1 + RUNNERS_UP)
    scores = ranking.sentences[order]
    return float(scores[0] - scores[1:].mean()) if len(order) > 1 else 0.0
