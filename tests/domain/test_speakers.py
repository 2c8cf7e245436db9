"""Who comes next, and why: the rule of both queues, and the clock of a speech."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icabinet.domain import speech_clock
from icabinet.domain.speakers import Before, Kind, Past, Place, Policy, Talk, Wish, past, placed, unit_of

POLICIES: tuple[Policy, ...] = ("first-come", "first-timers", "alternate-units", "by-hand")
KINDS: tuple[Kind, ...] = ("speech", "reply", "order")


def wish(name: str, at: int, unit: str = "", kind: Kind = "speech", hand: int = 0, asked: bool = False) -> Wish:
    return Wish(name, f"u-{name}", unit, kind, at, hand, asked)


def names(places: Sequence[Place]) -> str:
    return " ".join(place.speech for place in places)


@st.composite
def rooms(draw: st.DrawFn) -> tuple[Policy, list[Wish], Past]:
    people = draw(st.integers(1, 12))
    units = draw(st.lists(st.sampled_from(["", "A", "B", "C"]), min_size=people, max_size=people))
    wishes = [
        Wish(
            f"s{n}",
            f"u{n}",
            units[n],
            draw(st.sampled_from(KINDS)),
            draw(st.integers(0, 5)),
            draw(st.integers(0, 5)),
            draw(st.booleans()),
        )
        for n in range(people)
    ]
    talks = [
        Talk(f"u{n}", units[n], "speech", at, draw(st.integers(0, 9)))
        for at, n in enumerate(draw(st.lists(st.integers(0, people - 1), max_size=8)))
    ]
    return draw(st.sampled_from(POLICIES)), draw(st.permutations(wishes)), past(talks)


@given(rooms())
@settings(derandomize=True, max_examples=500)
def test_everybody_has_one_place_whose_reasons_add_up(room: tuple[Policy, list[Wish], Past]) -> None:
    policy, wishes, had = room
    places = placed(policy, wishes, had)
    assert sorted(place.speech for place in places) == sorted(wish.speech for wish in wishes)
    for index, place in enumerate(places):
        assert sum(msgspec.structs.astuple(place.before)) == index


@given(rooms())
@settings(derandomize=True, max_examples=300)
def test_the_order_does_not_depend_on_how_the_list_was_read(room: tuple[Policy, list[Wish], Past]) -> None:
    policy, wishes, had = room
    assert placed(policy, wishes, had) == placed(policy, wishes[::-1], had)


@given(rooms())
@settings(derandomize=True, max_examples=500)
def test_points_of_order_go_first_then_debate(room: tuple[Policy, list[Wish], Past]) -> None:
    policy, wishes, had = room
    by_name = {wish.speech: wish for wish in wishes}
    rank = {"order": 0, "reply": 2 if policy == "by-hand" else 1, "speech": 2}
    ranks = [rank[by_name[place.speech].kind] for place in placed(policy, wishes, had)]
    assert ranks == sorted(ranks)


@given(rooms())
@settings(derandomize=True, max_examples=500)
def test_each_policy_keeps_its_promise(room: tuple[Policy, list[Wish], Past]) -> None:
    policy, wishes, had = room
    by_name = {wish.speech: wish for wish in wishes}
    line = [by_name[place.speech] for place in placed(policy, wishes, had)]
    ordinary = [wish for wish in line if wish.kind == "speech"]
    for one, other in pairwise(ordinary):
        if policy == "first-come":
            assert one.at <= other.at
        elif policy == "first-timers":
            assert (had.turns.get(one.user, 0) > 0) <= (had.turns.get(other.user, 0) > 0)
            if had.turns.get(one.user) and had.turns.get(other.user):
                assert had.ms[one.user] <= had.ms[other.user]
    if policy == "alternate-units":
        last = had.last
        for index, one in enumerate(ordinary):
            others = {unit_of(wish.user, wish.unit) for wish in ordinary[index:]} - {last}
            assert unit_of(one.user, one.unit) != last or not others
            last = unit_of(one.user, one.unit)


@given(rooms())
@settings(derandomize=True, max_examples=300)
def test_withdrawing_the_last_changes_nothing_for_those_before(room: tuple[Policy, list[Wish], Past]) -> None:
    """Taking anybody else away may bring two of one unit together, and so change who follows."""
    policy, wishes, had = room
    if policy == "alternate-units":
        return
    places = placed(policy, wishes, had)
    rest = [wish for wish in wishes if wish.speech != places[-1].speech]
    assert placed(policy, rest, had) == places[:-1]


def test_the_fourth_is_told_of_three_who_have_not_spoken() -> None:
    wishes = [wish("again", 1), wish("a", 2), wish("b", 3), wish("c", 4)]
    had = past([Talk("u-again", "", "speech", 0, 90_000)])
    places = placed("first-timers", wishes, had)
    assert names(places) == "a b c again"
    assert places[3].before == Before(newcomers=3)


def test_among_those_who_have_spoken_less_time_goes_first() -> None:
    had = past([Talk("u-long", "", "speech", 0, 300_000), Talk("u-short", "", "speech", 1, 299_999)])
    places = placed("first-timers", [wish("long", 1), wish("short", 2)], had)
    assert names(places) == "short long"
    assert places[1].before == Before(shorter=1)


def test_units_take_turns_and_the_last_unit_waits() -> None:
    wishes = [wish("a1", 1, "A"), wish("a2", 2, "A"), wish("b1", 3, "B"), wish("a3", 4, "A"), wish("b2", 5, "B")]
    assert names(placed("alternate-units", wishes, Past())) == "a1 b1 a2 b2 a3"
    had = past([Talk("x", "A", "speech", 0, 1000)])
    places = placed("alternate-units", wishes, had)
    assert names(places) == "b1 a1 b2 a2 a3"
    assert places[1].before == Before(units=1)


def test_who_asked_the_question_goes_first_in_its_debate() -> None:
    wishes = [wish("other", 1, kind="reply"), wish("asker", 2, kind="reply", asked=True), wish("next", 0)]
    places = placed("first-come", wishes, Past())
    assert names(places) == "asker other next"
    assert places[2].before == Before(reply=2)


def test_points_of_order_and_answers_do_not_cost_the_turn() -> None:
    had = past([Talk("u-a", "A", "order", 0, 5000), Talk("u-a", "A", "answer", 1, 5000)])
    assert (had.turns, had.last) == ({}, "")


def test_by_hand_only_a_point_of_order_stands_above_the_chairs_order() -> None:
    wishes = [
        wish("a", 1, hand=2),
        wish("b", 2, hand=0),
        wish("p", 9, kind="order"),
        wish("r", 0, kind="reply", hand=1),
    ]
    places = placed("by-hand", wishes, Past())
    assert names(places) == "p b r a"
    assert places[3].before == Before(order=1, hand=2)


@given(st.integers(10, 7200), st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)), max_size=8))
@settings(derandomize=True, max_examples=500)
def test_pauses_cost_a_speech_not_a_millisecond(seconds: int, turns: list[tuple[int, int]]) -> None:
    now = 1_800_000_000_000
    clock = speech_clock.begun(seconds, now)
    spoke = 0
    for speaking, resting in turns:
        now += speaking
        spoke += speaking
        clock = speech_clock.paused(clock, now)
        assert (clock.left_ms, clock.spoken_ms) == (seconds * 1000 - spoke, spoke)
        now += resting
        clock = speech_clock.resumed(clock, now)
        assert clock.deadline == now + seconds * 1000 - spoke
    assert speech_clock.ended(clock, now + 7).spoken_ms == spoke + 7


@pytest.mark.parametrize(("late", "left"), [(0, 90_000), (-5_000, 65_000), (12_000, 60_000)])
def test_more_time_counts_from_what_is_left(late: int, left: int) -> None:
    """30 s were given; 0, 35 or more seconds later a minute is added, with the clock running and standing."""
    now = 1_800_000_000_000
    clock = speech_clock.begun(30, now)
    at = now + 30_000 + late if late else now
    running = speech_clock.extended(clock, 60, at)
    standing = speech_clock.extended(speech_clock.paused(clock, at), 60, at + 99)
    assert running.deadline is not None
    assert (running.deadline - at, standing.left_ms) == (left, left)
