"""Strokes as they are written on the wire."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.domain import ink
from icabinet.domain.errors import Refused
from icabinet.domain.ink import StrokeLine

places = st.integers(-200_000, 200_000)
points = st.lists(st.tuples(places, places, st.integers(0, 255)), min_size=1, max_size=60)


@settings(derandomize=True, max_examples=60)
@given(points)
def test_what_was_packed_is_unpacked(drawn: list[ink.Point]) -> None:
    assert ink.unpack(ink.pack(drawn)) == drawn


@settings(derandomize=True, max_examples=60)
@given(st.text(alphabet="AZaz09-_ạ ", max_size=12))
def test_whatever_else_comes_is_refused_and_nothing_breaks(written: str) -> None:
    try:
        assert ink.pack(ink.unpack(written))
    except Refused as refused:
        assert refused.code == "ink.unreadable"


@pytest.mark.parametrize("written", ["", "AA", "g", "AAgggggggA", "AAB", ink.pack([(0, 0, 256)])])
def test_half_a_point_or_an_impossible_pressure_is_no_stroke(written: str) -> None:
    with pytest.raises(Refused, match=r"ink\.unreadable"):
        ink.unpack(written)


def test_limits() -> None:
    with pytest.raises(Refused, match=r"ink\.no-such-page"):
        ink.check(StrokeLine("k1", 3, "AAA"), pages=2)
    with pytest.raises(Refused, match=r"ink\.too-long"):
        ink.check(StrokeLine("k1", 1, "A" * (ink.MOST_BYTES + 3)), pages=2)
    ink.check_count(ink.MOST_STROKES - 1, 1)
    with pytest.raises(Refused, match=r"ink\.too-many"):
        ink.check_count(ink.MOST_STROKES, 1)
