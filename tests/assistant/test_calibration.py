"""The calibration: a fit that finds what separates, limits that make the three bands, a file beside the model."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.assistant.calibration import FILE_NAME, SHIPPED, Calibration, Formula, fit, for_model
from icabinet.assistant.refusal import probability, state_of


def both(formula: Formula) -> Calibration:
    return Calibration(formula, formula)


@settings(derandomize=True, max_examples=25)
@given(st.floats(0.2, 5), st.floats(-100, 100))
def test_what_separates_gets_the_weight_and_what_does_not_gets_none(apart: float, level: float) -> None:
    good = [{"cosine": level + apart * (2 + at % 3), "noise": float(at % 2)} for at in range(30)]
    bad = [{"cosine": level + apart * (at % 3), "noise": float(at % 2)} for at in range(30)]
    bias, weights = fit(good, bad)
    formula = both(Formula(bias, weights, 0.7, 0.5))
    assert weights["cosine"][2] > 1 > 0.1 > abs(weights["noise"][2])
    assert probability(formula, good[1]) > 0.5 > probability(formula, bad[1])


def test_the_limits_part_three_bands() -> None:
    formula = Formula(0.0, {}, 0.7, 0.5)
    assert [state_of(formula, chance) for chance in (0.7, 0.69, 0.5, 0.49)] == [
        "answered",
        "possible",
        "possible",
        "refused",
    ]


def test_a_file_in_the_models_folder_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    assert for_model(tmp_path) is SHIPPED
    own = both(Formula(1.0, {"pairs": (0.0, 1.0, 2.0)}, 0.9, 0.4))
    (tmp_path / FILE_NAME).write_bytes(msgspec.json.encode(own))
    assert for_model(tmp_path) == own
    (tmp_path / FILE_NAME).write_text("{}")
    with pytest.raises(msgspec.DecodeError):
        for_model(tmp_path)
