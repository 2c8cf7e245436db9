"""Seats have the same names everywhere, and however people are moved nobody sits on two and no two on one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.domain.errors import Refused
from icabinet.domain.halls import check_grid, check_room_for, places, row_letters
from icabinet.domain.seating import SeatLine, assign, kept

GRIDS = Path(__file__).parents[2] / "web" / "test" / "seat-names.jsonl"
"""Made by the rule below and read by the tablet's test as well."""
SEATS = [f"A{number}" for number in range(1, 7)]
PEOPLE = [f"u{number}" for number in range(8)]

lines = st.lists(st.builds(SeatLine, st.sampled_from(PEOPLE), st.sampled_from([None, *SEATS, "Z9"])), max_size=8)
grids = st.integers(1, 60).flatmap(
    lambda width: st.lists(st.text("o.#", min_size=width, max_size=width), min_size=1, max_size=60)
)


@settings(derandomize=True, max_examples=2000, deadline=None)
@given(st.lists(lines, max_size=12))
def test_nobody_ever_sits_on_two_seats_or_on_anothers(changes: list[list[SeatLine]]) -> None:
    now: dict[str, str] = {}
    for wanted in changes:
        try:
            after = assign(frozenset(SEATS), now, wanted)
        except Refused as refused:
            assert refused.code in ("seat.twice", "seat.unknown", "seat.taken")
            continue
        assert len(set(after.values())) == len(after)
        assert set(after.values()) <= set(SEATS)
        named = {line.user: line.seat for line in wanted}
        assert all(after.get(user) == seat for user, seat in named.items())
        assert all(after.get(user) == seat for user, seat in now.items() if user not in named)
        now = after


@settings(derandomize=True, max_examples=500, deadline=None)
@given(st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(SEATS)), lines)
def test_what_is_refused_would_have_put_two_on_one(now: dict[str, str], wanted: list[SeatLine]) -> None:
    """The rule refuses nothing that could be done."""
    seated = dict(zip(now, SEATS, strict=False))
    staying = {seat for user, seat in seated.items() if user not in {line.user for line in wanted}}
    asked = [line.seat for line in wanted if line.seat is not None]
    possible = (
        len({line.user for line in wanted}) == len(wanted)
        and set(asked) <= set(SEATS)
        and len(set(asked)) == len(asked)
        and not staying & set(asked)
    )
    try:
        assign(frozenset(SEATS), seated, wanted)
        assert possible
    except Refused:
        assert not possible


def test_two_people_change_places() -> None:
    now = {"u1": "A1", "u2": "A2"}
    after = assign(frozenset(SEATS), now, [SeatLine("u1", "A2"), SeatLine("u2", "A1")])
    assert after == {"u1": "A2", "u2": "A1"}


def test_the_same_list_twice_changes_nothing_more() -> None:
    wanted = [SeatLine("u1", "A2"), SeatLine("u2", None)]
    once = assign(frozenset(SEATS), {"u1": "A1", "u2": "A2"}, wanted)
    assert assign(frozenset(SEATS), once, wanted) == once


def test_a_new_plan_keeps_those_whose_seat_it_has() -> None:
    assert kept(frozenset({"A1", "B7"}), {"u1": "A1", "u2": "A2"}) == {"u1": "A1"}


@settings(derandomize=True, max_examples=300, deadline=None)
@given(grids)
def test_every_seat_has_a_name_of_its_own(rows: list[str]) -> None:
    found = places(rows)
    assert len(found) == sum(row.count("o") for row in rows)
    assert len({place.name for place in found}) == len(found)
    assert all(rows[place.line][place.column] == "o" for place in found)
    assert [(place.line, place.column) for place in found] == sorted((p.line, p.column) for p in found)


def test_rows_are_lettered_like_a_theatre() -> None:
    assert [row_letters(number) for number in (0, 25, 26, 27, 59)] == ["A", "Z", "AA", "AB", "BH"]
    assert [place.name for place in places(["###", "...", "o.o", "..o"])] == ["A1", "A2", "B1"]


def test_a_grid_needs_even_lines_and_a_seat() -> None:
    for rows, code in ((["oo", "o"], "hall.uneven"), (["..", "##"], "hall.no-seat")):
        with pytest.raises(Refused) as refused:
            check_grid(rows)
        assert refused.value.code == code
    check_grid([".o"])
    with pytest.raises(Refused, match="too-many"):
        check_room_for(100)


def test_the_tablet_has_the_same_names() -> None:
    for line in GRIDS.read_text("utf-8").splitlines():
        case = json.loads(line)
        assert [[p.name, p.line, p.column] for p in places(case["rows"])] == case["seats"]
