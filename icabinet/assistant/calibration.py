"""The weights and limits by which the assistant answers, doubts or refuses: a file, not constants in code.

`icabinet calibrate` fits them on questions with and without an answer and writes the file. The one beside this module
was made for the model of the offline build; one named ``calibration.json`` in the model's folder takes its place.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np

State = Literal["answered", "possible", "refused"]

FILE_NAME = "calibration.json"
ROUNDS = 50
NO_SPREAD = 1e-4


class Formula(msgspec.Struct, frozen=True):
    """A logistic function: each observation with its mean, standard deviation and weight; and the two limits."""

    bias: float
    weights: dict[str, tuple[float, float, float]]
    answer_from: float
    possible_from: float


class Calibration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``hybrid`` with the model, ``keywords`` without, ``extracted`` where the model also reads the best sentences
    together with the question; ``made_from``: the questions, for whoever wonders.

    The orders: how much each trait of a sentence counts when the best ones are put in order; empty: as ranked.
    """

    hybrid: Formula
    keywords: Formula
    extracted: Formula | None = None
    order_hybrid: dict[str, float] = {}
    order_keywords: dict[str, float] = {}
    order_extracted: dict[str, float] = {}
    made_from: list[str] = []


def read(path: Path) -> Calibration:
    """Raises OSError or msgspec.DecodeError."""
    return msgspec.json.decode(path.read_bytes(), type=Calibration)


def for_model(folder: Path) -> Calibration:
    """The model's own calibration, or the shipped one."""
    own = folder / FILE_NAME
    return read(own) if own.is_file() else SHIPPED


SHIPPED = read(Path(__file__).with_name(FILE_NAME))


def fit(
    good: Sequence[Mapping[str, float]], bad: Sequence[Mapping[str, float]], *, ridge: float = 1.0
) -> tuple[float, dict[str, tuple[float, float, float]]]:
    """Logistic regression by Newton's method, both sides weighing the same; returns the bias and the weights.

    ``ridge`` is the strength of the pull towards zero. Both lists need at least one observation.
    """
    names = list(good[0])
    table = np.array([[one[name] for name in names] for one in [*good, *bad]])
    mean, deviation = table.mean(axis=0), table.std(axis=0)
    deviation = np.where(deviation < NO_SPREAD, 1.0, deviation)  # what was always the same tells nothing
    columns = np.column_stack([np.ones(len(table)), (table - mean) / deviation])
    wanted = np.repeat([1.0, 0.0], [len(good), len(bad)])
    importance = np.repeat([0.5 / len(good), 0.5 / len(bad)], [len(good), len(bad)]) * len(table)
    pull = np.diag([0.0, *[ridge] * len(names)])
    found = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(columns @ found, -30, 30)))
        slope = columns.T @ (importance * (chance - wanted)) + pull @ found
        curve = (columns.T * (importance * np.maximum(chance * (1 - chance), 1e-6))) @ columns + pull
        step = np.linalg.solve(curve, slope)
        found = found - step
        if np.abs(step).max() < 1e-8:
            break
    parts = zip(names, mean, deviation, found[1:], strict=True)
    weights = {name: (_short(middle), _short(spread), _short(weight)) for name, middle, spread, weight in parts}
    return _short(found[0]), weights


def _short(value: float) -> float:
    return round(float(value), 5)
