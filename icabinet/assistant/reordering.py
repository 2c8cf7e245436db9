"""Puts the best sentences in order once more, by all that is seen of each beside the question.

How much each trait counts is learned by `icabinet calibrate` from questions whose sentence is known, and stands in the
calibration file: a conditional logit (McFadden 1974), the chance that of these sentences this one is the answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from icabinet.assistant.calibration import Calibration
from icabinet.assistant.rereading import reread
from icabinet.assistant.search import Asked, Ranking, View
from icabinet.assistant.traits import Traits, traits

LOOKED_AT = 20
HEADINGS_AMONG = 2
"""So many times as many sentences are taken before headings are left out."""

ROUNDS = 40
SMALLEST_STEP = 1e-3
PULL = 10.0
"""The strength of the pull of all weights towards zero."""

Choice = tuple[Sequence[Traits], Sequence[bool]]
"""The traits of some sentences, and which of them answer."""
Table = NDArray[np.float64]


def considered(view: View, asked: Asked, calibration: Calibration) -> Ranking:
    """Ranked, and the best ones put in order anew, the very best once more where they can be read with the question."""
    order = calibration.order_keywords if asked.vector is None else calibration.order_hybrid
    return reread(view, asked, reordered(view, asked, order), calibration.order_extracted)


def reordered(view: View, asked: Asked, order: Mapping[str, float]) -> Ranking:
    """As ranked where nothing was learned, and for a comparison, of which other things are asked."""
    ranking = view.rank(asked)
    numbers = looked_at(view, ranking)
    if not order or not numbers or asked.comparison:
        return ranking
    worth = [_worth(order, one) for one in traits(view, asked, ranking, numbers)]
    places = sorted(range(len(numbers)), key=lambda at: -worth[at])
    return replace(ranking, order=tuple(numbers[at] for at in places), worth=tuple(worth[at] for at in places))


def best(order: Mapping[str, float], rows: Sequence[Traits]) -> int:
    """Which one of these comes first."""
    return max(range(len(rows)), key=lambda at: _worth(order, rows[at]))


def _worth(order: Mapping[str, float], one: Traits) -> float:
    return sum(weight * one[name] for name, weight in order.items())


def looked_at(view: View, ranking: Ranking) -> list[int]:
    """The sentences whose order is looked at again, best first."""
    best = ranking.best(LOOKED_AT * HEADINGS_AMONG)
    return [at for at in best if not view.sentences[at].heading][:LOOKED_AT]


def learned(choices: Sequence[Choice]) -> dict[str, float]:
    """How much each trait counts, by Newton's method; choices with no answer, or of answers only, teach nothing."""
    told = [(one, right) for one, right in choices if any(right) and not all(right)]
    if not told:
        return {}
    names = list(told[0][0][0])
    tables = [np.array([[one[name] for name in names] for one in rows]) for rows, _ in told]
    spread = np.maximum(np.concatenate(tables).std(axis=0), SMALLEST_STEP)
    tables = [table / spread for table in tables]
    wanted = [np.array(right) / sum(right) for _, right in told]
    found = np.zeros(len(names))
    for _ in range(ROUNDS):
        step = _step(tables, wanted, found)
        found = found - step
        if np.abs(step).max() < SMALLEST_STEP:
            break
    return {name: round(float(weight), 5) for name, weight in zip(names, found / spread, strict=True)}


def _step(tables: Sequence[Table], wanted: Sequence[Table], weights: Table) -> Table:
    """One step of Newton, halved until it is one downhill."""
    slope: Table = PULL * weights
    curve: Table = PULL * np.eye(len(weights))
    for table, right in zip(tables, wanted, strict=True):
        chance = _chances(table @ weights)
        apart = table - chance @ table
        slope += table.T @ (chance - right)
        curve += (apart.T * chance) @ apart
    step: Table = np.linalg.solve(curve, slope).astype(np.float64)
    here = _loss(tables, wanted, weights)
    while _loss(tables, wanted, weights - step) > here and np.abs(step).max() > SMALLEST_STEP:
        step = step / 2
    return step


def _loss(tables: Sequence[Table], wanted: Sequence[Table], weights: Table) -> float:
    lost = PULL * float(weights @ weights) / 2
    for table, right in zip(tables, wanted, strict=True):
        lost -= float(right @ np.log(_chances(table @ weights) + 1e-300))
    return lost


def _chances(worth: Table) -> Table:
    powers: Table = np.exp(worth - worth.max())
    chances: Table = powers / powers.sum()
    return chances
