"""The measures against worked examples and against slow definitions."""

from __future__ import annotations

import math
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.evaluation.measures import auroc, gain, mean, percentile, threshold_keeping, token_f1, within, wrong_at

CHANCES = st.lists(st.floats(0, 1), min_size=1, max_size=12)


def test_a_paper_found_first_second_late_or_never() -> None:
    assert [gain(rank) for rank in (0, 1, 10, None)] == [1.0, 1 / math.log2(3), 0.0, 0.0]
    assert within([0, 2, None, 1], 2) == 0.5
    assert mean([]) == within([], 3) == 0.0


def test_words_of_a_short_answer_are_compared_without_marks_and_zeros() -> None:
    assert token_f1("trước ngày 5/6/2026", "ngày 05 / 06 / 2026") == pytest.approx(2 * 4 / 9)
    assert token_f1("Bến Sông", "ben song") == 1.0
    assert token_f1("", "ben song") == token_f1("chợ", "ben song") == 0.0


@settings(derandomize=True)
@given(CHANCES, CHANCES)
def test_auroc_is_the_share_of_pairs_in_the_right_order(good: list[float], bad: list[float]) -> None:
    pairs = [1.0 if one > other else 0.5 if one == other else 0.0 for one, other in product(good, bad)]
    assert auroc(good, bad) == pytest.approx(sum(pairs) / len(pairs))


@settings(derandomize=True)
@given(CHANCES, CHANCES, st.floats(0.05, 1))
def test_the_threshold_keeps_at_least_the_share_and_no_higher_one_does(
    good: list[float], bad: list[float], share: float
) -> None:
    limit = threshold_keeping(good, share)
    assert sum(one >= limit for one in good) >= share * len(good)
    assert sum(one > limit for one in good) < share * len(good)
    assert wrong_at(good, bad, share) == sum(one >= limit for one in bad) / len(bad)


def test_percentiles_by_nearest_rank() -> None:
    assert [percentile([4, 1, 3, 2], share) for share in (0.5, 0.95, 1.0)] == [2, 4, 4]
    assert percentile([], 0.5) == 0.0
