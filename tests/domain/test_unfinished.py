"""How a task stood at any moment, from its history."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.domain.tasks import Step
from icabinet.domain.unfinished import is_overdue, stood, summary


def step(at: int, act: str, text: str = "", percent: int | None = None, until: int | None = None) -> Step:
    return Step(at, "u", "U", act, text, percent, until, [], at)


HISTORY = [
    step(1, "give", until=50),
    step(2, "accept"),
    step(3, "report", "Một nửa", percent=50),
    step(4, "ask-time", until=90),
    step(5, "grant-time", until=80),
    step(6, "finish", "Xong", percent=100),
    step(7, "return", "Thiếu"),
    step(8, "finish", "Xong hẳn", percent=100),
    step(9, "confirm"),
]


def test_each_moment_of_one_history() -> None:
    told = [stood(HISTORY, at) for at in range(10)]
    assert told[0] is None and told[9] is None
    deadlines = [one.deadline for one in told if one]
    assert deadlines == [50, 50, 50, 50, 80, 80, 80, 80], "what is asked for is not granted"
    assert [one.done for one in told if one] == [False] * 5 + [True, False, True]
    assert [one.report for one in told if one][2:6] == ["Một nửa", "Một nửa", "Một nửa", "Xong"]
    late = stood(HISTORY[:5], 100)
    assert late is not None and is_overdue(late, 100) and not is_overdue(late, 80)
    assert summary([late], 100).endswith("1 việc, trong đó 1 việc quá hạn.")
    assert summary([], 100).startswith("Không còn")


@settings(derandomize=True, max_examples=100)
@given(st.integers(0, 12), st.integers(0, 9))
def test_what_comes_later_changes_nothing_of_a_moment(at: int, cut: int) -> None:
    known = [one for one in HISTORY if one.at <= max(at, cut)]
    assert stood(known, at) == stood(HISTORY, at)
